import { changeAt } from '../../../shared/review/suggest/changes';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { $caretSpot } from '../caret';

/** The change that the caret stands in or touches; the moved block, when the caret stands in no other. */
export function $changeAtCaret(changes: readonly OpenChange[]): OpenChange | null {
  const spot = $caretSpot();
  return spot && changeAt(changes, spot.place, spot.offset);
}
