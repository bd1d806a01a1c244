import { $getNodeByKey, $getSelection, $isNodeSelection, $isRangeSelection, $isTextNode } from 'lexical';
import type { ElementNode, LexicalNode, RangeSelection } from 'lexical';
import type { Place } from '../../../shared/interview/place';
import { $cutFor } from '../copy';
import { $placedLeavesOf } from '../leaves';
import { BylineNode } from '../nodes/lines';
import { $idOf } from '../nodes/state';
import { $leafOf, $topOf, isAtomic } from '../nodes/where';
import { $placeOf } from '../place';
import { $textNodesOf } from '../text-ranges';
import type { Stretch } from '../text-ranges';
import { wordsOf } from './anchor-words';
import type { Hung } from './contract';

/** Longest quote that a thread keeps, in characters; more is no quote but a copy of the piece. */
const LONGEST_QUOTE = 2000;
/** A block is remembered by its beginning. */
const LONGEST_OF_BLOCK = 160;

/** What a new thread would be about: the words to hang it on, none for a block or field, and what it remembers. */
export interface Target extends Hung {
  readonly where: readonly Stretch[];
}

/** What is selected, or what the caret stands in; null without a selection in the piece. */
export function $selectedTarget(): Target | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const top = node ? $topOf(node) : null;
    return top && $aboutBlock(top, null);
  }
  if (!$isRangeSelection(selection)) return null;
  return (selection.isCollapsed() ? null : $aboutWords(selection)) ?? $aboutPlace(selection.anchor.getNode());
}

/** True where words can hold a thread: the byline and the alternative text are plain strings in the piece. */
export function canHoldThreads(place: Place): boolean {
  return place.part !== 'byline' && place.part !== 'alt';
}

function $aboutWords(selection: RangeSelection): Target | null {
  const cut = $cutFor(selection);
  const where: Stretch[] = [];
  const lines = new Map<ElementNode, string>();
  let first: Place | null = null;
  for (const node of selection.getNodes()) {
    const leaf = $leafOf(node);
    const place = leaf && $placeOf(node);
    const range = $isTextNode(node) ? cut(node) : null;
    if (!leaf || !place || !range || range[0] >= range[1] || !canHoldThreads(place)) continue;
    first ??= place;
    where.push({ key: node.getKey(), from: range[0], to: range[1] });
    lines.set(leaf, (lines.get(leaf) ?? '') + node.getTextContent().slice(...range));
  }
  const quote = [...lines.values()].join('\n').normalize('NFC').trim();
  if (first === null || quote === '') return null;
  return {
    anchor: { kind: 'words', place: first },
    quote: quote.slice(0, LONGEST_QUOTE),
    where: $withoutSpaceAround(where),
  };
}

/** A double click selects the space behind a word too: it is no part of what is meant. */
function $withoutSpaceAround(where: readonly Stretch[]): readonly Stretch[] {
  const textOf = ({ key, from, to }: Stretch) => $getNodeByKey(key)?.getTextContent().slice(from, to) ?? '';
  const hasWords = (stretch: Stretch) => textOf(stretch).trim() !== '';
  const filled = where.slice(where.findIndex(hasWords), where.findLastIndex(hasWords) + 1);
  return filled.map((stretch, index) => {
    const text = textOf(stretch);
    const before = index === 0 ? text.length - text.trimStart().length : 0;
    const behind = index === filled.length - 1 ? text.length - text.trimEnd().length : 0;
    return { ...stretch, from: stretch.from + before, to: stretch.to - behind };
  });
}

function $aboutPlace(node: LexicalNode): Target | null {
  const place = $placeOf(node);
  if (!place) return null;
  const { block, part } = place;
  if (block === undefined || part === 'byline') return $aboutField(part, $leafOf(node));
  const top = $topOf(node);
  return top && $aboutBlock(top, WHOLE_PARTS.has(part) ? null : part);
}

/** Parts that are the block itself, or one of several that have no name of their own. */
const WHOLE_PARTS: ReadonlySet<string> = new Set(['text', 'paragraphs', 'items']);

function $aboutField(part: string, leaf: LexicalNode | null): Target | null {
  if (part !== 'kicker' && part !== 'headline' && part !== 'standfirst' && part !== 'byline') return null;
  return { anchor: { kind: 'field', field: part }, quote: beginning(leaf?.getTextContent() ?? ''), where: [] };
}

function $aboutBlock(top: LexicalNode, part: string | null): Target | null {
  if (top instanceof BylineNode) return $aboutField('byline', top);
  const anchor = { kind: 'block', block: $idOf(top), ...(part === null ? {} : { part }) } as const;
  return { anchor, quote: beginning($wordsOfBlock(top, part)), where: [] };
}

/** What a block is remembered by: the part that was meant, the caption of a photo, the paragraphs of a box. */
function $wordsOfBlock(top: LexicalNode, part: string | null): string {
  const texts = $placedLeavesOf(top).filter(({ place }) => part === null || place.part === part);
  const words = texts.map(({ leaf }) => wordsOf($textNodesOf(leaf)).trim()).filter((text) => text !== '');
  return part === null && isAtomic(top) ? (words[0] ?? '') : words.join(' ');
}

/** The first words of a block on one line. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().normalize('NFC');
  if (line.length <= LONGEST_OF_BLOCK) return line;
  const cut = line.slice(0, LONGEST_OF_BLOCK);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}
