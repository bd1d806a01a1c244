import { $create, $getRoot, $getSelection } from 'lexical';
import type { LexicalNode } from 'lexical';
import { $proseKind } from '../guard/delete-character';
import { BoxNode } from '../nodes/box';
import { $convert, $createTextBlock } from '../nodes/convert';
import { $fillSlots, $partIn } from '../nodes/hosts';
import { ClosingNode } from '../nodes/lines';
import { $createList, ItemNode } from '../nodes/list';
import { PullQuoteNode } from '../nodes/pull-quote';
import { QuestionNode } from '../nodes/text-blocks';
import { $isEmptyLeaf, $questionOf, $topOf, isTail, isTextBlock } from '../nodes/where';

/** The block that holds the caret; the first of the body while the caret is in the head. */
function $currentTop(): LexicalNode | null {
  const node = $getSelection()?.getNodes().at(-1);
  return (node && $topOf(node)) ?? $getRoot().getFirstChild();
}

/** Puts a new block below the caret's one, never below the tail; an empty prose line is used up by it. */
function $put(made: LexicalNode): void {
  const top = $currentTop();
  if (!top) $getRoot().append(made);
  else if (isTail(top)) $firstTail()?.insertBefore(made);
  else {
    top.insertAfter(made);
    if (isTextBlock(top) && $isEmptyLeaf(top) && !(top instanceof QuestionNode)) top.remove();
  }
}

function $firstTail(): LexicalNode | undefined {
  return $getRoot().getChildren().find(isTail);
}

/** Asks a new question after the pair that holds the caret. */
export function $insertQuestion(): boolean {
  const top = $currentTop();
  const question = $createTextBlock('question');
  const last = $lastOfPair(top);
  if (
    last &&
    isTextBlock(last) &&
    $isEmptyLeaf(last) &&
    !(last instanceof QuestionNode) &&
    last.is(top) &&
    !$questionOf(last)?.getNextSibling()?.is(last)
  ) {
    $convert(last, 'question').selectEnd();
    return true;
  }
  if (last && !isTail(last)) last.insertAfter(question);
  else ($firstTail() ?? $getRoot().getLastChild())?.insertBefore(question);
  question.insertAfter($createTextBlock('answer'));
  question.selectStart();
  return true;
}

function $lastOfPair(top: LexicalNode | null): LexicalNode | null {
  let last = top;
  while (last) {
    const next: LexicalNode | null = last.getNextSibling();
    if (!next || next instanceof QuestionNode || isTail(next)) return last;
    last = next;
  }
  return null;
}

/** Asks a new question at the end of the piece. */
export function $addQuestion(): void {
  const question = $createTextBlock('question');
  const tail = $firstTail();
  if (tail) tail.insertBefore(question);
  else $getRoot().append(question);
  question.insertAfter($createTextBlock('answer'));
  question.selectStart();
}

export function $insertPullQuote(): boolean {
  const quote = $create(PullQuoteNode);
  $fillSlots(quote);
  $put(quote);
  $partIn(quote, 'quote')?.selectStart();
  return true;
}

export function $insertBox(): boolean {
  const box = $create(BoxNode);
  $fillSlots(box);
  box.append($createTextBlock('paragraph'));
  $put(box);
  $partIn(box, 'heading')?.selectStart();
  return true;
}

export function $insertList(): boolean {
  const item = $create(ItemNode);
  const list = $createList(false, [item]);
  const top = $currentTop();
  // The line with the caret becomes the first item.
  if (isTextBlock(top) && !isTail(top) && !(top instanceof QuestionNode)) item.append(...top.getChildren());
  $put(list);
  item.selectEnd();
  return true;
}

/** Goes to the line of thanks, or makes one. */
export function $insertClosing(): boolean {
  const there = $getRoot()
    .getChildren()
    .find((node) => node instanceof ClosingNode);
  const closing = there ?? $createTextBlock('closing');
  if (!there) $firstTail()?.insertBefore(closing);
  if (closing instanceof ClosingNode) closing.selectEnd();
  return true;
}

/** Turns the caret's block into a question, or a question back into prose. */
export function $toggleQuestion(): boolean {
  const top = $currentTop();
  if (!isTextBlock(top) || isTail(top)) return false;
  $convert(top, top instanceof QuestionNode ? $proseKind(top.getPreviousSibling()) : 'question');
  return true;
}

/** Makes the caret's block a subhead, or prose again. */
export function $toggleSubhead(): boolean {
  const top = $currentTop();
  if (!isTextBlock(top) || isTail(top)) return false;
  $convert(top, top.getType() === 'subhead' ? $proseKind(top.getPreviousSibling()) : 'subhead');
  return true;
}

/** Makes the caret's block prose: an answer after a question, else a paragraph. */
export function $makeParagraph(): boolean {
  const top = $currentTop();
  if (!isTextBlock(top)) return false;
  const kind = $proseKind(top.getPreviousSibling());
  $convert(top, top.getType() === kind ? 'paragraph' : kind);
  return true;
}
