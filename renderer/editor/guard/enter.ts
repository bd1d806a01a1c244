import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $getSlotHost,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  ParagraphNode,
} from 'lexical';
import type { ElementNode, LexicalNode, RangeSelection } from 'lexical';
import { BoxNode } from '../nodes/box';
import { $convert, $createTextBlock } from '../nodes/convert';
import { $placedLeavesOf } from '../leaves';
import { GalleryNode } from '../nodes/gallery';
import { $partIn, FIELD_NAMES, SlotHostNode } from '../nodes/hosts';
import { $partOf, BylineNode, ClosingNode, PartNode } from '../nodes/lines';
import { $isListNode } from '../nodes/list';
import { $enterField, $enterFromAbove } from '../nodes/select';
import { $promptOf } from '../nodes/state';
import { AnswerNode, QuestionNode, SubheadNode } from '../nodes/text-blocks';
import {
  $fieldOf,
  $isAtEdge,
  $isEmptyLeaf,
  $leafOf,
  $leavesOf,
  $questionOf,
  $topOf,
  isTextBlock,
} from '../nodes/where';
import { $proseKind } from './delete-character';
import { $deleteOverBlocks } from './delete-range';

/** Puts the caret below a block: on the next one, or on a new line when none follows. */
function $goBelow(block: LexicalNode): void {
  const next = block.getNextSibling();
  if (next && !(next instanceof BylineNode)) $enterFromAbove(next);
  else $openLineBelow(block);
}

/** Goes on writing in a block: behind what a template has already put there. */
function $goOnIn(block: LexicalNode): void {
  if (isTextBlock(block)) block.selectEnd();
  else $enterFromAbove(block);
}

/** The empty question that a template holds ready below, with no text but photos, quotes and boxes between. */
function $waitingQuestion(block: LexicalNode): QuestionNode | null {
  let next = block.getNextSibling();
  while (next && !(next instanceof QuestionNode) && !(next instanceof ParagraphNode)) next = next.getNextSibling();
  return next instanceof QuestionNode && $isEmptyLeaf(next) ? next : null;
}

/** Enter in a slot goes to the next text: kicker, headline, standfirst, body; caption, credit, alt, what follows. */
function $leavePart(part: PartNode): void {
  const root = $getRoot();
  const field = $fieldOf(root, part);
  if (field) {
    const next = FIELD_NAMES[FIELD_NAMES.indexOf(field) + 1];
    const first = root.getFirstChild();
    if (next) $enterField(root, next, 'end');
    else if (first) $goOnIn(first);
    return;
  }
  const host = $getSlotHost(part);
  if (!(host instanceof SlotHostNode)) return;
  const gallery = $topOf(host);
  if (gallery instanceof GalleryNode) {
    if (!$stepInGallery(gallery, part, 1)) $goBelow(gallery);
    return;
  }
  const nextPart = host.parts[host.parts.indexOf($partOf(part)) + 1];
  const slot = nextPart && $partIn(host, nextPart);
  const child = host.getFirstChild();
  if (slot) slot.selectEnd();
  else if (child) $enterFromAbove(child);
  else $goBelow(host);
}

/** Puts the caret into the next text of a gallery, or the one before: picture by picture, then those of all. */
function $stepInGallery(gallery: GalleryNode, part: PartNode, by: 1 | -1): boolean {
  const leaves = $placedLeavesOf(gallery).map(({ leaf }) => leaf);
  const next = leaves[leaves.findIndex((leaf) => leaf.is(part)) + by];
  next?.selectEnd();
  return next !== undefined;
}

/** Tab walks the texts of a photo, quote or box; out of the last one it goes on below. Elsewhere Tab leaves the editor. */
export function $walkParts(backward: boolean): boolean {
  const selection = $getSelection();
  const part = $isRangeSelection(selection) ? $leafOf(selection.anchor.getNode()) : null;
  const host = part instanceof PartNode ? $getSlotHost(part) : null;
  if (!(part instanceof PartNode) || !(host instanceof SlotHostNode)) return false;
  if (!backward) {
    $leavePart(part);
    return true;
  }
  const gallery = $topOf(host);
  if (gallery instanceof GalleryNode) return $stepInGallery(gallery, part, -1);
  const before = host.parts[host.parts.indexOf($partOf(part)) - 1];
  const slot = before && $partIn(host, before);
  slot?.selectEnd();
  return Boolean(slot);
}

/** Enter in a question: its end starts the answer; an empty last one goes on to the thanks, any other turns back into prose. */
function $leaveQuestion(question: QuestionNode, selection: RangeSelection): boolean {
  if ($isEmptyLeaf(question)) {
    const closing = question.getNextSibling();
    if (closing instanceof ClosingNode && $promptOf(question) === '') {
      question.remove();
      closing.selectEnd();
      return true;
    }
    $convert(question, $proseKind(question.getPreviousSibling()));
    return true;
  }
  if (!$isAtEdge(selection.anchor, question, false)) return false;
  const next = question.getNextSibling();
  if (next instanceof AnswerNode && $isEmptyLeaf(next)) next.selectStart();
  else {
    const answer = $createTextBlock('answer');
    question.insertAfter(answer);
    answer.selectStart();
  }
  return true;
}

/** Enter on an empty answer asks the next question: the one that waits below, or a new one. */
function $leaveEmptyAnswer(answer: AnswerNode): void {
  const waiting = $waitingQuestion(answer);
  const first = answer.getPreviousSibling() instanceof QuestionNode;
  if (waiting) {
    if (!first) answer.remove();
    waiting.selectStart();
  } else if (!first) $convert(answer, 'question');
  else {
    const question = $createTextBlock('question');
    answer.insertAfter(question);
    question.selectStart();
  }
}

/** Enter on an empty line below the introduction asks the first question, as on an empty answer the next one. */
function $leaveEmptyParagraph(line: ParagraphNode): boolean {
  const before = line.getPreviousSibling();
  if (!before || $promptOf(line) !== '' || $questionOf(line)) return false;
  const waiting = $waitingQuestion(line);
  if (waiting) {
    line.remove();
    waiting.selectStart();
  } else $convert(line, 'question').selectStart();
  return true;
}

/** Enter on the empty last paragraph of a box or item of a list leaves it. */
function $leaveGroup(leaf: ElementNode, group: ElementNode): boolean {
  const leaves = $leavesOf(group);
  if (!$isEmptyLeaf(leaf) || !leaf.is(leaves.at(-1)) || leaves.length < 2) {
    if (!($isListNode(group) && $isEmptyLeaf(leaf) && leaves.length === 1)) return false;
  }
  const line = $createTextBlock($proseKind(group));
  group.insertAfter(line);
  leaf.remove();
  if (group.isEmpty()) group.remove();
  line.selectStart();
  return true;
}

function $leaveTail(tail: ElementNode, selection: RangeSelection): void {
  if ($isAtEdge(selection.anchor, tail, true) && !$isEmptyLeaf(tail)) {
    const line = $createTextBlock($proseKind(tail.getPreviousSibling()));
    tail.insertBefore(line);
    line.selectStart();
  } else if (tail instanceof ClosingNode && $isAtEdge(selection.anchor, tail, false)) {
    const next = tail.getNextSibling();
    if ($isElementNode(next)) next.selectEnd();
  }
}

/** What Enter means in each kind of text; false where it splits a paragraph as everywhere. */
export function $insertParagraph(): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [block] = selection.getNodes();
    const top = block && $topOf(block);
    if (!top) return false;
    $openLineBelow(top);
    return true;
  }
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed() && $deleteOverBlocks(selection)) return true;
  const leaf = $leafOf(selection.anchor.getNode());
  if (leaf instanceof PartNode) {
    $leavePart(leaf);
    return true;
  }
  const top = leaf && $topOf(leaf);
  if (!leaf || !$isElementNode(top)) return false;
  if (!selection.isCollapsed()) return false;
  if (top instanceof ClosingNode || top instanceof BylineNode) {
    $leaveTail(top, selection);
    return true;
  }
  if (top instanceof BoxNode || $isListNode(top)) return $leaveGroup(leaf, top);
  if (top instanceof QuestionNode && ($isEmptyLeaf(top) || !$isAtEdge(selection.anchor, top, true)))
    return $leaveQuestion(top, selection);
  if (top instanceof AnswerNode && $isEmptyLeaf(top)) {
    $leaveEmptyAnswer(top);
    return true;
  }
  if (top.getType() === 'paragraph' && isTextBlock(top) && $isEmptyLeaf(top) && $leaveEmptyParagraph(top)) return true;
  if (isTextBlock(top) && !$isEmptyLeaf(top) && $isAtEdge(selection.anchor, top, true)) {
    // The text keeps its id: the new empty line goes above it.
    top.insertBefore(top instanceof AnswerNode ? $createTextBlock('answer') : $createParagraphNode());
    return true;
  }
  if (!(top instanceof SubheadNode) || !$isAtEdge(selection.anchor, top, false)) return false;
  $openLineBelow(top);
  return true;
}

function $openLineBelow(top: LexicalNode): void {
  const line = $createTextBlock($proseKind(top));
  top.insertAfter(line);
  line.selectStart();
}

/** Shift+Enter: a text has no line breaks, so in prose it is Enter, and in a single line nothing. */
export function $insertLineBreak(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const leaf = $leafOf(selection.anchor.getNode());
  if (
    leaf &&
    !(leaf instanceof PartNode) &&
    !(leaf instanceof ClosingNode) &&
    !(leaf instanceof BylineNode) &&
    !$insertParagraph()
  ) {
    selection.insertParagraph();
  }
  return true;
}
