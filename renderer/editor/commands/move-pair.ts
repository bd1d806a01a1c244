import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalNode } from 'lexical';
import { $questionOf, $topOf, isTail } from '../nodes/where';
import { QuestionNode } from '../nodes/text-blocks';

/** A question with everything up to the next one. */
type PairNodes = readonly [QuestionNode, ...LexicalNode[]];

function $pairs(): readonly PairNodes[] {
  const pairs: [QuestionNode, ...LexicalNode[]][] = [];
  for (const node of $getRoot().getChildren()) {
    if (isTail(node)) continue;
    if (node instanceof QuestionNode) pairs.push([node]);
    else pairs.at(-1)?.push(node);
  }
  return pairs;
}

/** Moves a pair so that it becomes the `to`th, from 0. The nodes themselves move, so the caret in them stays. */
export function $movePair(question: QuestionNode, to: number): boolean {
  const pairs = $pairs();
  const from = pairs.findIndex(([first]) => first.is(question));
  const moved = pairs[from];
  if (!moved || to === from || to < 0 || to >= pairs.length) return false;
  const others = pairs.filter((pair) => pair !== moved);
  const ahead = others[to - 1]?.at(-1);
  const behind = others[to]?.[0];
  const selection = $getSelection();
  const points = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].map(({ key, offset, type }) => ({ key, offset, type }))
    : [];
  if (ahead) for (const node of moved.toReversed()) ahead.insertAfter(node, false);
  else if (behind) for (const node of moved) behind.insertBefore(node, false);
  // Lexical moves the points of a moved node to its neighbour; the caret belongs to the text that it was in.
  if ($isRangeSelection(selection) && points[0] && points[1]) {
    selection.anchor.set(points[0].key, points[0].offset, points[0].type);
    selection.focus.set(points[1].key, points[1].offset, points[1].type);
  }
  return true;
}

/** The question whose pair holds the caret. */
function $currentQuestion(): QuestionNode | null {
  const node = $getSelection()?.getNodes()[0];
  const top = node ? $topOf(node) : null;
  return isTail(top) ? null : $questionOf(top);
}

export function $moveCurrentPair(by: 1 | -1): boolean {
  const question = $currentQuestion();
  if (!question) return false;
  const at = $pairs().findIndex(([first]) => first.is(question));
  return $movePair(question, at + by);
}

/** Which pair holds the caret, and of how many. */
export function $pairAt(): { readonly at: number; readonly count: number } {
  const question = $currentQuestion();
  const pairs = $pairs();
  return { at: question ? pairs.findIndex(([first]) => first.is(question)) : -1, count: pairs.length };
}
