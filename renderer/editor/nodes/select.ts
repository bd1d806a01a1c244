import { $createNodeSelection, $getSlot, $isElementNode, $setSelection } from 'lexical';
import type { LexicalNode, RootNode } from 'lexical';
import { BoxNode } from './box';
import { $partIn, FIELD_SLOTS } from './hosts';
import type { FieldName } from './hosts';
import { $isListNode } from './list';
import { isAtomic } from './where';

/** Selects a whole block, as a click on its picture does. */
export function $selectBlock(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/** Puts the caret to the start of a block; a photo or quote is selected whole. */
export function $enterFromAbove(top: LexicalNode): void {
  if (isAtomic(top)) $selectBlock(top);
  else if (top instanceof BoxNode) ($partIn(top, 'heading') ?? top).selectStart();
  else if ($isElementNode(top)) top.selectStart();
}

/** Puts the caret to the end of a block; a photo or quote is selected whole. */
export function $enterFromBelow(top: LexicalNode): void {
  if (isAtomic(top)) $selectBlock(top);
  else if (top instanceof BoxNode || $isListNode(top)) {
    const last = top.getLastChild();
    if ($isElementNode(last)) last.selectEnd();
  } else if ($isElementNode(top)) top.selectEnd();
}

/** Puts the caret to the end of a head field. */
export function $enterField(root: RootNode, field: FieldName, edge: 'start' | 'end'): void {
  const node = $getSlot(root, FIELD_SLOTS[field]);
  if (!$isElementNode(node)) return;
  if (edge === 'start') node.selectStart();
  else node.selectEnd();
}
