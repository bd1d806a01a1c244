import { $getSelection, $isElementNode, $isRangeSelection } from 'lexical';
import type { ElementNode, PointType } from 'lexical';
import type { Spot } from '../../shared/proof/proof';
import { $leafOf } from './nodes/where';
import { $placeOf } from './place';

/** Where the moving end of the selection is, in characters of its text. */
export function $caretSpot(): Spot | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  const leaf = $leafOf(node);
  const place = $placeOf(node);
  return leaf && place ? { place, offset: $offsetIn(leaf, selection.focus) } : null;
}

function $offsetIn(leaf: ElementNode, point: PointType): number {
  const node = point.getNode();
  let before = 0;
  for (const text of leaf.getAllTextNodes()) {
    if (text.is(node)) return before + point.offset;
    // A point on an element counts its children: what stands after them is behind the caret.
    if ($isElementNode(node) && node.getChildAtIndex(point.offset)?.isParentOf(text)) return before;
    if ($isElementNode(node) && text.is(node.getChildAtIndex(point.offset))) return before;
    before += text.getTextContentSize();
  }
  return before;
}
