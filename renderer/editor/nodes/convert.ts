import { $create, $createParagraphNode, $getSelection, $isRangeSelection, ParagraphNode } from 'lexical';
import type { ElementNode } from 'lexical';
import { ClosingNode } from './lines';
import { $idOf, $restOf, $setId, $setRest } from './state';
import type { Rest } from './state';
import { $handOverSuggestions } from './suggestions';
import { AnswerNode, QuestionNode, SubheadNode } from './text-blocks';

/** The kinds of block that are one text. */
export type TextKind = 'paragraph' | 'answer' | 'question' | 'subhead' | 'closing';

/** A new empty block of one text. */
export function $createTextBlock(kind: TextKind): ParagraphNode {
  switch (kind) {
    case 'paragraph':
      return $createParagraphNode();
    case 'answer':
      return $create(AnswerNode);
    case 'question':
      return $create(QuestionNode);
    case 'subhead':
      return $create(SubheadNode);
    case 'closing':
      return $create(ClosingNode);
  }
}

/** What a block may keep when it becomes another kind: its prompt, speaker and timecode spoke of the old one. */
function restFor(rest: Rest): Rest {
  const { prompt: _prompt, speaker: _speaker, timecode: _timecode, ...kept } = rest;
  return kept;
}

/**
 * Makes a block into another kind in its place: the text, the id and the caret stay.
 * `keep` also keeps what spoke of the old kind: for repairs that nobody asked for.
 */
export function $convert(node: ElementNode, kind: TextKind, keep = false): ParagraphNode {
  if (node instanceof ParagraphNode && node.getType() === kind) return node;
  const made = $createTextBlock(kind);
  $setId(made, $idOf(node));
  $setRest(made, keep ? $restOf(node) : restFor($restOf(node)));
  $handOverSuggestions(node, made);
  const selection = $getSelection();
  const points = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].filter((point) => point.key === node.getKey())
    : [];
  const offsets = points.map((point) => point.offset);
  made.append(...node.getChildren());
  node.replace(made);
  // An empty block holds the caret itself; replacing it would throw the caret to a neighbour.
  points.forEach((point, index) => point.set(made.getKey(), offsets[index] ?? 0, 'element'));
  return made;
}
