import {
  $create,
  $createParagraphNode,
  $getSelection,
  $getSlot,
  $isElementNode,
  $isRangeSelection,
  $setSlot,
  mergeRegister,
  ParagraphNode,
  RootNode,
} from 'lexical';
import type { ElementNode, Klass, LexicalEditor, LexicalNode } from 'lexical';
import { CheckedRoots } from '../checked-roots';
import { BoxNode } from '../nodes/box';
import { $convert } from '../nodes/convert';
import { GalleryNode, GalleryPictureNode } from '../nodes/gallery';
import { $fillSlots, $partIn, FIELD_NAMES, FIELD_SLOTS, SlotHostNode } from '../nodes/hosts';
import { $createPart, BylineNode, ClosingNode, PartNode } from '../nodes/lines';
import { ItemNode, ListNode } from '../nodes/list';
import { PhotoNode } from '../nodes/photo';
import { PullQuoteNode } from '../nodes/pull-quote';
import { $enterFromAbove } from '../nodes/select';
import { $setFiller } from '../nodes/state';
import { AnswerNode, QuestionNode } from '../nodes/text-blocks';
import { $isEmptyBlock, isTextBlock } from '../nodes/where';

function rank(node: LexicalNode): number {
  if (node instanceof BylineNode) return 2;
  return node instanceof ClosingNode ? 1 : 0;
}

/** A box holds plain paragraphs only; what else came into it goes out below it. */
function $repairBox(box: BoxNode): void {
  let after: LexicalNode = box;
  for (const child of box.getChildren()) {
    if (child.getType() === 'paragraph') continue;
    if (child instanceof ParagraphNode) $convert(child, 'paragraph');
    else {
      after.insertAfter(child);
      after = child;
    }
  }
  if (box.isEmpty()) box.append($createParagraphNode());
}

/** A gallery holds pictures only, each with its texts; what else came into it goes out below it. Without a picture it is none. */
function $repairGallery(gallery: GalleryNode): void {
  let after: LexicalNode = gallery;
  for (const child of gallery.getChildren()) {
    if (child instanceof GalleryPictureNode) $repairPicture(child);
    else if ($isElementNode(child)) {
      after.insertAfter(child);
      after = child;
    } else {
      // Bare words: they stand where the caret was put between two pictures.
      const line = $createParagraphNode().append(child);
      after.insertAfter(line);
      after = line;
    }
  }
  if (gallery.isEmpty() && $isEmptyBlock(gallery)) gallery.remove();
}

function $repairPicture(picture: GalleryPictureNode): void {
  $fillSlots(picture);
  const words = picture.getChildren();
  if (words.length > 0) $partIn(picture, 'caption')?.append(...words);
}

/** A list holds items only: other texts that came into it become items. */
function $repairList(list: ListNode): void {
  for (const child of list.getChildren()) {
    if (child instanceof ItemNode) continue;
    const item = $create(ItemNode);
    if ($isElementNode(child)) item.append(...child.getChildren());
    child.replace(item);
  }
  if (list.isEmpty()) list.remove();
}

/** An item outside of a list is a line of prose. */
function $repairItem(item: ItemNode, asked: boolean): void {
  $convert(item, asked ? 'answer' : 'paragraph');
}

/** Every block is of a kind and in a place that the piece allows; extra closings and bylines become paragraphs. */
function $repairBlocks(root: RootNode): void {
  let asked = false;
  let closing = false;
  let byline = false;
  for (const child of root.getChildren()) {
    if (child instanceof PartNode) $convert(child, 'paragraph', true);
    else if (child instanceof ClosingNode) {
      if (closing) $convert(child, 'paragraph');
      closing = true;
    } else if (child instanceof BylineNode) {
      if (byline) $convert(child, 'paragraph');
      byline = true;
    } else if (child instanceof QuestionNode) asked = true;
    else if (child instanceof AnswerNode) {
      if (!asked) $convert(child, 'paragraph', true);
    } else if (child instanceof SlotHostNode) {
      $fillSlots(child);
      if (child instanceof BoxNode) $repairBox(child);
      if (child instanceof GalleryNode) $repairGallery(child);
    } else if (child instanceof ListNode) $repairList(child);
    else if (child instanceof ItemNode) $repairItem(child, asked);
  }
  if (!byline) root.append($create(BylineNode));
}

function $repairOrder(root: RootNode): void {
  const children = root.getChildren();
  const sorted = children.toSorted((a, b) => rank(a) - rank(b));
  if (sorted.some((node, index) => node !== children[index])) root.splice(0, children.length, sorted);
}

/** The body always has a place to type in. */
function $repairBody(root: RootNode): void {
  const children = root.getChildren();
  if (children.some((node) => isTextBlock(node) && !(node instanceof ClosingNode))) return;
  const paragraph = $createParagraphNode();
  $setFiller(paragraph);
  const tail = children.find((node) => rank(node) > 0);
  if (tail) tail.insertBefore(paragraph);
  else root.append(paragraph);
}

/** A caret between the pictures of a gallery goes into the text of the nearest one. */
function $repairCaretInGallery(node: LexicalNode, offset: number): void {
  const child = node instanceof GalleryNode ? node.getChildAtIndex(Math.min(offset, node.getChildrenSize() - 1)) : node;
  if (child instanceof GalleryPictureNode) $partIn(child, 'caption')?.selectEnd();
}

/** A caret on the root itself belongs to no text: what is typed there would be lost. */
function $repairCaret(root: RootNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.type === 'element')
    $repairCaretInGallery(selection.anchor.getNode(), selection.anchor.offset);
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.key !== root.getKey()) return;
  const block = root.getChildAtIndex(Math.min(selection.anchor.offset, root.getChildrenSize() - 1));
  const target =
    $isElementNode(block) && !(block instanceof SlotHostNode) ? block : root.getChildren().find(isTextBlock);
  if (target) $enterFromAbove(target);
}

/** What has parts of its own to repair; Lexical tells when one of them was written. */
const WITH_PARTS: readonly Klass<ElementNode>[] = [
  BoxNode,
  GalleryNode,
  GalleryPictureNode,
  ListNode,
  PhotoNode,
  PullQuoteNode,
];

/** Repairs after any change: all blocks when the list or a block with parts was written, else only where the caret stands. */
export function registerRepair(editor: LexicalEditor): () => void {
  const sound = new CheckedRoots(editor);
  let written = false;
  return mergeRegister(
    ...WITH_PARTS.map((type) => editor.registerNodeTransform(type, () => void (written = true))),
    editor.registerNodeTransform(RootNode, (root) => {
      if (!written && sound.isKnown(root)) return $repairCaret(root);
      written = false;
      $normaliseRoot(root);
      // An emptied gallery goes when its last word goes, which writes neither it nor the list.
      if (!root.getChildren().some((node) => node instanceof GalleryNode && node.isEmpty())) sound.note(root);
    }),
  );
}

/**
 * Repairs the state after any change: three head fields, one byline last, at most one closing before it, no answer without a
 * question, a place to type. Looks before it writes, so that a sound state stays untouched.
 */
function $normaliseRoot(root: RootNode): void {
  for (const name of FIELD_NAMES) {
    if (!($getSlot(root, FIELD_SLOTS[name]) instanceof PartNode)) $setSlot(root, FIELD_SLOTS[name], $createPart(name));
  }
  $repairBlocks(root);
  $repairOrder(root);
  $repairBody(root);
  $repairCaret(root);
}
