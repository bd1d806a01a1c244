import { $getRoot, $getSelection, $getSlotHost, $isElementNode, $isRangeSelection } from 'lexical';
import type { ElementNode, LexicalNode } from 'lexical';
import { BoxNode } from '../nodes/box';
import { $convert, $createTextBlock } from '../nodes/convert';
import { GalleryNode } from '../nodes/gallery';
import { SlotHostNode } from '../nodes/hosts';
import { ClosingNode, PartNode } from '../nodes/lines';
import { $isListNode } from '../nodes/list';
import { PhotoNode } from '../nodes/photo';
import { $enterFromAbove, $enterFromBelow, $selectBlock } from '../nodes/select';
import { $setId, $idOf } from '../nodes/state';
import { QuestionNode, SubheadNode } from '../nodes/text-blocks';
import {
  $isAtEdge,
  $isEmptyBlock,
  $isEmptyLeaf,
  $leafOf,
  $leavesOf,
  $questionOf,
  $topOf,
  canJoin,
  isAtomic,
  isTail,
  isTextBlock,
} from '../nodes/where';
import { $deleteOverBlocks } from './delete-range';

/** The kind that plain prose has at a place: an answer after a question, else a paragraph. */
export function $proseKind(before: LexicalNode | null): 'answer' | 'paragraph' {
  return $questionOf(before) ? 'answer' : 'paragraph';
}

/** Puts an empty line in the place of a block. */
export function $replaceByLine(block: LexicalNode): void {
  const line = $createTextBlock($proseKind(block.getPreviousSibling()));
  $setId(line, $idOf(block));
  block.insertBefore(line);
  block.remove();
  line.selectStart();
}

/** Backspace in a pull quote or box without a letter takes the block away; in any other slot nothing crosses. */
function $deleteInPart(part: PartNode, backward: boolean): boolean {
  const host = $getSlotHost(part);
  const pictures = host instanceof PhotoNode || host instanceof GalleryNode;
  if (backward && host instanceof SlotHostNode && $isEmptyBlock(host) && !pictures) $replaceByLine(host);
  return true;
}

function $moveTo(block: LexicalNode, neighbour: LexicalNode, backward: boolean): true {
  if ($isElementNode(block) && isTextBlock(block) && $isEmptyLeaf(block) && !isTail(block)) block.remove();
  if (isAtomic(neighbour)) $selectBlock(neighbour);
  else if (backward) $enterFromBelow(neighbour);
  else $enterFromAbove(neighbour);
  return true;
}

/** Backspace at the start of a block that is more than prose first makes it prose. */
function $undress(block: ElementNode): boolean {
  if (block instanceof ClosingNode && $isEmptyLeaf(block)) {
    $convert(block, $proseKind(block.getPreviousSibling()));
    return true;
  }
  if (!(block instanceof QuestionNode) && !(block instanceof SubheadNode)) return false;
  $convert(block, $proseKind(block.getPreviousSibling()));
  return true;
}

function $deleteInList(leaf: ElementNode, list: ElementNode, backward: boolean): boolean | null {
  const items = $leavesOf(list);
  const edge = backward ? items[0] : items.at(-1);
  if (!leaf.is(edge)) return false;
  if (!backward) return null;
  // The first item becomes a line above the rest of its list.
  const line = $createTextBlock($proseKind(list.getPreviousSibling())).append(...leaf.getChildren());
  list.insertBefore(line);
  leaf.remove();
  if (list.isEmpty()) list.remove();
  line.selectStart();
  return true;
}

function $deleteInBox(leaf: ElementNode, box: BoxNode, backward: boolean): boolean | null {
  const leaves = $leavesOf(box);
  if (!leaf.is(backward ? leaves[0] : leaves.at(-1))) return false;
  if (!backward) return null;
  if ($isEmptyBlock(box) && leaves.length === 1) $replaceByLine(box);
  else $enterFromAbove(box);
  return true;
}

/**
 * Backspace and Delete at the edge of a block. Within one text Lexical does it; over an edge only prose joins prose:
 * photos and quotes are selected first, questions and subheads become prose, everything else only moves the caret.
 */
export function $deleteCharacter(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) return $deleteOverBlocks(selection);
  const leaf = $leafOf(selection.anchor.getNode());
  if (!leaf || !$isAtEdge(selection.anchor, leaf, backward)) return false;
  if (leaf instanceof PartNode) return $deleteInPart(leaf, backward);
  const top = $topOf(leaf);
  if (!$isElementNode(top)) return false;
  const inside = $isListNode(top)
    ? $deleteInList(leaf, top, backward)
    : top instanceof BoxNode
      ? $deleteInBox(leaf, top, backward)
      : null;
  if (inside !== null) return inside;
  const neighbour = backward ? top.getPreviousSibling() : top.getNextSibling();
  if (backward && (!neighbour || !isAtomic(neighbour) || !$isEmptyLeaf(leaf)) && $undress(top)) return true;
  if (!neighbour) return true;
  if (canJoin(top, neighbour)) return $joinProse(top, neighbour, backward);
  if (isTail(neighbour) && !backward && isTextBlock(top) && $isEmptyLeaf(top) && $isOnlyLine(top)) return true;
  return $moveTo(top, neighbour, backward);
}

function $isOnlyLine(block: LexicalNode): boolean {
  return !$getRoot()
    .getChildren()
    .some((node) => isTextBlock(node) && !(node instanceof ClosingNode) && !node.is(block));
}

/** Joining with an empty line takes the line away, so that the text keeps its own kind and id. */
function $joinProse(block: ElementNode, neighbour: LexicalNode, backward: boolean): boolean {
  if (!isTextBlock(neighbour) || !isTextBlock(block)) return false;
  const [first, second] = backward ? [neighbour, block] : [block, neighbour];
  if ($isEmptyLeaf(first)) {
    first.remove();
    second.selectStart();
    return true;
  }
  const size = first.getChildrenSize();
  const end = first.getLastDescendant();
  const caret = end ? first.selectEnd().anchor : null;
  const spot = caret ? ([caret.key, caret.offset, caret.type] as const) : null;
  first.append(...second.getChildren());
  second.remove();
  const selection = first.select(size, size);
  if (spot) {
    selection.anchor.set(...spot);
    selection.focus.set(...spot);
  }
  return true;
}

/** Word and line deletion cross an edge as a single character does. */
export function $deleteStretch(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) return $deleteOverBlocks(selection);
  const leaf = $leafOf(selection.anchor.getNode());
  return leaf !== null && $isAtEdge(selection.anchor, leaf, backward) && $deleteCharacter(backward);
}
