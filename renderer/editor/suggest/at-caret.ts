import type { Place } from '../../../shared/interview/visit';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import type { Spot } from '../../../shared/proof/proof';
import { $caretSpot } from '../caret';

function isIn(place: Place, change: OpenChange): boolean {
  if (place.block !== change.place.block) return false;
  return place.part === change.place.part && (place.index ?? 0) === (change.place.index ?? 0);
}

/** The change that the caret stands in or touches; the moved block, when the caret stands in no other. */
export function $changeAtCaret(changes: readonly OpenChange[]): OpenChange | null {
  const spot = $caretSpot();
  return spot && changeAt(changes, spot);
}

export function changeAt(changes: readonly OpenChange[], { place, offset }: Spot): OpenChange | null {
  const here = changes.filter((change) => isIn(place, change));
  const touching = here.find(({ moved, from, length }) => !moved && offset >= from && offset <= from + length);
  return touching ?? changes.find((change) => change.moved && change.place.block === place.block) ?? null;
}
