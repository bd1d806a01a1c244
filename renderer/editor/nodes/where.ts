import {
  $getNodeByKeyOrThrow,
  $getSlot,
  $getSlotHost,
  $isDecoratorNode,
  $isElementNode,
  $isRootNode,
  $isTextNode,
  ParagraphNode,
} from 'lexical';
import type { ElementNode, LexicalNode, PointType, RootNode } from 'lexical';
import { BoxNode } from './box';
import { GalleryNode } from './gallery';
import { FIELD_NAMES, FIELD_SLOTS } from './hosts';
import type { FieldName } from './hosts';
import { BylineNode, ClosingNode, PartNode } from './lines';
import { $isListNode, ItemNode } from './list';
import { PhotoNode } from './photo';
import { PullQuoteNode } from './pull-quote';
import { AnswerNode, QuestionNode } from './text-blocks';
import { UnknownNode } from './unknown';

/** The child of the root that the node is or stands in, also through a slot; null for the root and the head fields. */
export function $topOf(node: LexicalNode): LexicalNode | null {
  let current: LexicalNode | null = node;
  while (current !== null) {
    const parent: LexicalNode | null = current.getParent() ?? $getSlotHost(current);
    if (parent === null) return null;
    if ($isRootNode(parent)) return current instanceof PartNode ? null : current;
    current = parent;
  }
  return null;
}

/** The slot text that the node is or stands in. */
export function $partAround(node: LexicalNode): PartNode | null {
  const leaf = $leafOf(node);
  return leaf instanceof PartNode ? leaf : null;
}

/** The element that holds the line or paragraph of the node; null for the root and for blocks that hold blocks. */
export function $leafOf(node: LexicalNode): ElementNode | null {
  let current: LexicalNode | null = node;
  while (current !== null) {
    if (current instanceof ParagraphNode) return current;
    current = current.getParent();
  }
  return null;
}

/** The name of the head field that a slot text is. */
export function $fieldOf(root: RootNode, part: PartNode): FieldName | null {
  return FIELD_NAMES.find((name) => $getSlot(root, FIELD_SLOTS[name])?.is(part)) ?? null;
}

/** A block of one text whose kind can change: paragraph, answer, question, subhead, closing. */
export function isTextBlock(node: LexicalNode | null | undefined): node is ParagraphNode {
  return (
    node instanceof ParagraphNode &&
    !(node instanceof BylineNode) &&
    !(node instanceof PartNode) &&
    !(node instanceof ItemNode)
  );
}

/** A block that Backspace and Delete select before they remove it. */
export function isAtomic(
  node: LexicalNode | null | undefined,
): node is PhotoNode | GalleryNode | PullQuoteNode | UnknownNode {
  return (
    node instanceof PhotoNode ||
    node instanceof GalleryNode ||
    node instanceof PullQuoteNode ||
    node instanceof UnknownNode
  );
}

export function isTail(node: LexicalNode | null | undefined): boolean {
  return node instanceof ClosingNode || node instanceof BylineNode;
}

/** True for the lines that hold no second paragraph: slot texts, closing, byline. */
export function isSingleLine(node: LexicalNode | null): boolean {
  return node instanceof PartNode || isTail(node);
}

/** The last question before a top block, or the block itself when it is one. */
export function $questionOf(top: LexicalNode | null): QuestionNode | null {
  for (let node = top; node; node = node.getPreviousSibling()) if (node instanceof QuestionNode) return node;
  return null;
}

/** The texts of a top block in reading order: one for most, several for boxes and lists. Photos, galleries and quotes give none. */
export function $leavesOf(top: LexicalNode): readonly ElementNode[] {
  if (top instanceof BoxNode || $isListNode(top)) return top.getChildren().filter($isElementNode);
  return top instanceof ParagraphNode ? [top] : [];
}

/** True when two blocks may become one text: two of a kind, or a paragraph and an answer; never a question and an answer. */
export function canJoin(a: LexicalNode, b: LexicalNode): boolean {
  if (!isTextBlock(a) || !isTextBlock(b) || isTail(a) || isTail(b)) return false;
  const prose = (node: LexicalNode) => node instanceof AnswerNode || node.getType() === 'paragraph';
  return a.getType() === b.getType() || (prose(a) && prose(b));
}

/** True when nothing of the leaf stands before (or after) the point. */
export function $isAtEdge(point: Pick<PointType, 'key' | 'offset'>, leaf: ElementNode, backward: boolean): boolean {
  let node: LexicalNode = $getNodeByKeyOrThrow(point.key);
  const size = $isTextNode(node) ? node.getTextContentSize() : $isElementNode(node) ? node.getChildrenSize() : 0;
  if (point.offset !== (backward ? 0 : size)) return false;
  while (!node.is(leaf)) {
    if (backward ? node.getPreviousSibling() : node.getNextSibling()) return false;
    const parent: LexicalNode | null = node.getParent();
    if (parent === null) return false;
    node = parent;
  }
  return true;
}

export function $isEmptyLeaf(leaf: ElementNode): boolean {
  return leaf.getTextContentSize() === 0;
}

/** True for a block without one letter in it, slots included. */
export function $isEmptyBlock(top: LexicalNode): boolean {
  return !$isDecoratorNode(top) && top.getTextContent().trim() === '';
}
