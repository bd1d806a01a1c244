import { $getRoot, $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical';
import { $leafOf } from '../nodes/where';
import { PartNode } from '../nodes/lines';

/** Selects the text of the slot that holds the caret, else the whole body with its tail. */
export function $selectAll(): boolean {
  const selection = $getSelection();
  const leaf = $isRangeSelection(selection) ? $leafOf(selection.anchor.getNode()) : null;
  if (leaf instanceof PartNode) leaf.select(0, leaf.getChildrenSize());
  else if ($isRangeSelection(selection) || $isNodeSelection(selection))
    $getRoot().select(0, $getRoot().getChildrenSize());
  else return false;
  return true;
}
