import type { LexicalEditor } from 'lexical';
import { hostOf } from '../host';

/** Pictures cannot be proposed, only text: while somebody suggests they stay as they are, and the window is told why. */
export function mayChangePhotos(editor: LexicalEditor): boolean {
  const host = hostOf(editor);
  if (typeof host.suggestAs !== 'string') return true;
  host.onRemarks([{ rule: 'suggest-no-photos', severity: 'note' }]);
  return false;
}
