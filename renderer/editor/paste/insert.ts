import {
  $create,
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
} from 'lexical';
import type { ElementNode, LexicalNode, ParagraphNode, RangeSelection } from 'lexical';
import { joinRuns, plainText } from '../../../shared/interview/text';
import type { Block, Text } from '../../../shared/interview/types';
import { textsOfBlock } from '../../../shared/interview/visit';
import { $inlineNodes } from '../bridge/runs';
import { $withFreeThreads } from '../comments/free-threads';
import { $nodeOf } from '../bridge/to-editor';
import { $isPlainPlace } from '../guard/format';
import { $proseKind } from '../guard/delete-character';
import { $deleteOverBlocks } from '../guard/delete-range';
import { BoxNode } from '../nodes/box';
import { $createTextBlock } from '../nodes/convert';
import { $isListNode, ItemNode } from '../nodes/list';
import { $enterFromBelow } from '../nodes/select';
import { $idOf, $promptOf, $setId } from '../nodes/state';
import { QuestionNode } from '../nodes/text-blocks';
import { $isAtEdge, $isEmptyLeaf, $leafOf, $topOf, canJoin, isSingleLine, isTail, isTextBlock } from '../nodes/where';
import type { Pasted, PastedBlock } from './pasted';

function textsIn(pasted: PastedBlock): readonly Text[] {
  if (pasted.kind === 'own') return textsOfBlock(pasted.block).map(({ text }) => text);
  return pasted.kind === 'list' ? pasted.items : [pasted.text];
}

/** All texts on one line, with a space between: the places of one line must not glue words. */
function oneLine(pasted: Pasted): Text {
  const texts = pasted.flatMap(textsIn).filter((text) => text.length > 0);
  return joinRuns(texts.flatMap((text, index) => (index ? [{ text: ' ' }, ...text] : text)));
}

function $node(pasted: PastedBlock, prose: 'answer' | 'paragraph'): LexicalNode {
  switch (pasted.kind) {
    case 'paragraph':
      return $createTextBlock(prose).append(...$inlineNodes(pasted.text));
    case 'subhead':
      return $createTextBlock('subhead').append(...$inlineNodes(pasted.text));
    case 'quote':
      return $nodeOf({ kind: 'pullQuote', id: '', quote: pasted.text, attribution: [] });
    case 'list':
      return $nodeOf({ kind: 'list', id: '', ordered: pasted.ordered, items: pasted.items });
    case 'own':
      return $nodeOf(pasted.block);
  }
}

/** Copies get new ids; what was cut and comes back keeps its own. */
function $freeIds(nodes: readonly LexicalNode[]): void {
  const taken = new Set($getRoot().getChildren().map($idOf));
  for (const node of nodes) {
    if (taken.has($idOf(node))) $setId(node, '');
    taken.add($idOf(node));
  }
}

/** A caret for the paste: on a new line below a selected photo, in place of selected blocks, or where it is. */
function $caret(): RangeSelection | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const top = selection
      .getNodes()
      .flatMap((node) => $topOf(node) ?? [])
      .at(-1);
    if (!top) return null;
    const line = $createTextBlock($proseKind(top));
    top.insertAfter(line);
    return line.selectStart();
  }
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed() && !$deleteOverBlocks(selection)) selection.removeText();
  const after = $getSelection();
  return $isRangeSelection(after) ? after : null;
}

/** Splits a block at the caret; gives the half behind it, or null when nothing stands there. */
function $splitBehind(block: ParagraphNode, caret: RangeSelection): ParagraphNode | null {
  const size = block.getTextContentSize();
  caret.insertParagraph();
  const next = block.getNextSibling();
  if (!isTextBlock(next) || size === 0) return null;
  if (!$isEmptyLeaf(next)) return next;
  next.remove();
  return null;
}

/** In a box or list every pasted text becomes a paragraph or item of its own; the first joins what stands before the caret. */
function $insertInGroup(caret: RangeSelection, leaf: ElementNode, pasted: Pasted): void {
  const texts = pasted.flatMap(textsIn).filter((text) => text.length > 0);
  if (texts.length < 2) {
    $insertWords(caret, oneLine(pasted));
    return;
  }
  const behind = $isAtEdge(caret.anchor, leaf, false) ? null : $splitItem(leaf, caret);
  let last = leaf;
  texts.forEach((text, index) => {
    if (index === 0) last.append(...$inlineNodes(text));
    else {
      const made = ($isListNode(leaf.getParent()) ? $create(ItemNode) : $createParagraphNode()).append(
        ...$inlineNodes(text),
      );
      last.insertAfter(made);
      last = made;
    }
  });
  const size = last.getChildrenSize();
  if (behind) {
    last.append(...behind.getChildren());
    behind.remove();
  }
  last.select(size, size);
}

/** Splits an item or paragraph of a group at the caret; gives the half behind it. */
function $splitItem(leaf: ElementNode, caret: RangeSelection): ElementNode | null {
  caret.insertParagraph();
  const next = leaf.getNextSibling();
  return $isElementNode(next) ? next : null;
}

/** Joins the first pasted text to the block it lands in, where the two may be one text. */
function $joinFirst(block: ParagraphNode, first: LexicalNode): boolean {
  if (!isTextBlock(first) || !canJoin(block, first)) return false;
  block.append(...first.getChildren());
  return true;
}

function $insertBlocks(block: ParagraphNode, caret: RangeSelection, pasted: Pasted): void {
  const prose = $proseKind(block);
  const nodes = pasted.map((one) => $node(one, prose));
  $freeIds(nodes);
  const wasEmpty = $isEmptyLeaf(block);
  const behind = wasEmpty ? null : $splitBehind(block, caret);
  let last: LexicalNode = block;
  const rest = !wasEmpty && nodes[0] && $joinFirst(block, nodes[0]) ? nodes.slice(1) : nodes;
  for (const node of rest) {
    last.insertAfter(node);
    last = node;
  }
  if (wasEmpty && !last.is(block)) block.remove();
  $enterFromBelow(last);
  if (behind && isTextBlock(last) && canJoin(last, behind)) {
    const selection = $getSelection();
    const spot = $isRangeSelection(selection)
      ? ([selection.anchor.key, selection.anchor.offset, selection.anchor.type] as const)
      : null;
    last.append(...behind.getChildren());
    behind.remove();
    if (spot && $isRangeSelection(selection)) {
      selection.anchor.set(...spot);
      selection.focus.set(...spot);
    }
  }
}

/** True when the paste is words only: they go into the text at the caret. */
function isWords(pasted: Pasted): boolean {
  const [only] = pasted;
  return pasted.length === 1 && only?.kind === 'paragraph';
}

/** Puts pasted content at the caret in the form that the place allows. False when there is no place for it. */
export function $insertPasted(given: Pasted): boolean {
  const pasted = $withFreeThreads(given);
  const caret = $caret();
  if (!caret) return false;
  const leaf = $leafOf(caret.anchor.getNode());
  if (!leaf) return false;
  if ($isPlainPlace()) caret.insertText(plainText(oneLine(pasted)));
  else if (isSingleLine(leaf) || isWords(pasted)) $insertWords(caret, oneLine(pasted));
  else {
    const top = $topOf(leaf);
    if (top instanceof BoxNode || $isListNode(top)) $insertInGroup(caret, leaf, pasted);
    else if (isTextBlock(leaf) && $isElementNode(top)) $insertBlocks(leaf, caret, pasted);
    else return false;
  }
  return true;
}

function $insertWords(caret: RangeSelection, text: Text): void {
  if (text.length) caret.insertNodes([...$inlineNodes(text)]);
}

/** A line without a word or a question of its own: what is put below it takes its place. */
function $isSpareLine(top: LexicalNode): boolean {
  return (
    isTextBlock(top) && $isEmptyLeaf(top) && $promptOf(top) === '' && !isTail(top) && !(top instanceof QuestionNode)
  );
}

/** Blocks made elsewhere in the program, such as photos, put below the block that holds the caret. Gives their nodes. */
export function $insertBelowCaret(blocks: readonly Block[]): readonly LexicalNode[] {
  const node = $getSelection()?.getNodes().at(-1);
  const root = $getRoot();
  const top = (node && $topOf(node)) ?? null;
  const nodes = blocks.map($nodeOf);
  if (top === null) {
    const first = root.getFirstChild();
    if (first) for (const made of nodes) first.insertBefore(made);
    else root.append(...nodes);
    return nodes;
  }
  let last: LexicalNode = top;
  for (const made of nodes) {
    last.insertAfter(made);
    last = made;
  }
  if ($isSpareLine(top)) top.remove();
  return nodes;
}
