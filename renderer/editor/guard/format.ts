import { $getSelection, $isRangeSelection } from 'lexical';
import type { TextFormatType } from 'lexical';
import { MARKS } from '../bridge/runs';
import { $partOf, BylineNode } from '../nodes/lines';
import { $leafOf, $partAround } from '../nodes/where';

/** True where marks and links make no sense: the text for those who cannot see, and the byline. */
export function $isPlainPlace(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return true;
  const node = selection.anchor.getNode();
  const part = $partAround(node);
  return (part !== null && $partOf(part) === 'alt') || $leafOf(node) instanceof BylineNode;
}

/** Keeps formats out that our texts do not have. */
export function $refuseFormat(format: TextFormatType): boolean {
  return !MARKS.some((mark) => mark === format) || $isPlainPlace();
}
