import { formatByline, parseByline } from '../../interview/byline';
import type { MintId } from '../../interview/build';
import { equalData } from '../../interview/equal';
import type { BlockSuggestions, PieceSuggestions } from '../../interview/suggestions';
import { plainText, toText } from '../../interview/text';
import type { Block, Interview, Signature, Text } from '../../interview/types';
import { isAtom } from './atoms';
import { divide, openWeave, paragraphOf, restOfBlock, stretchOf, withStretch } from './body';
import { movesOf, resolveMoves } from './moves';
import { textsOfPart, withTextsOfPart } from './part-texts';
import { resolve, type Decision } from './resolve';
import {
  currentOf,
  hasMarks,
  isEnd,
  toCells,
  toWeave,
  type BlockRest,
  type EndItem,
  type Item,
  type Mark,
  type Weave,
} from './weave';
import { withoutThreads, withThreads } from './with-threads';

type Picks = (mark: Mark) => boolean;

/**
 * The piece after the proposals that `picks` chooses are accepted or refused, wherever they stand. Everything else stays: other
 * proposals, comment threads on the words, what a block holds besides its text. `mint` names a paragraph that has to be made.
 */
export function decideSuggestions(interview: Interview, decision: Decision, picks: Picks, mint: MintId): Interview {
  const { suggestions = {}, ...rest } = interview;
  const { body, tail } = decideBody(interview.body, suggestions.tail ?? [], decision, picks, mint);
  const before = new Set(interview.body.map(({ id }) => id));
  const revived = new Set(body.map(({ id }) => id).filter((id) => !before.has(id)));
  const isLast = tail.length === 0 && !body.some((block) => block.kind !== 'unknown' && block.suggestions?.['text']);
  const placed = decideMoves(body, revived, isLast, suggestions.order, decision, picks);
  const { fields, open } = decideFields(interview, decision, picks);
  const isOpen = placed.order !== null && (tail.length > 0 || placed.body.some(hasOpenPlace));
  const left: PieceSuggestions = {
    ...open,
    ...(tail.length > 0 ? { tail } : {}),
    ...(isOpen && placed.order ? { order: placed.order } : {}),
  };
  const parted = placed.body.map((block) => decideParts(block, decision, picks));
  return { ...rest, ...fields, body: parted, ...(Object.keys(left).length > 0 ? { suggestions: left } : {}) };
}

/** Whether the block's place or the paragraphs before it wait for a decision. */
function hasOpenPlace(block: Block): boolean {
  return block.kind !== 'unknown' && (block.moved !== undefined || block.suggestions?.['text'] !== undefined);
}

function decideBody(body: readonly Block[], tail: Weave, decision: Decision, picks: Picks, mint: MintId) {
  const texts = body.map((block) => paragraphOf(block).text);
  const stream = withThreads([...body.flatMap(stretchOf), ...tail], texts);
  const next = parted(resolve(stream, decision, picks), mint);
  const byId = new Map(body.map((block) => [block.id, block]));
  const blocks: Block[] = [];
  let open: Item[] = [];
  for (const item of next) {
    open.push(item);
    if (!isEnd(item) || item.del) continue;
    blocks.push(blockOf(open, item, byId.get(item.end.id)));
    open = [];
  }
  const { stretches, rest } = divide(withoutThreads(next.map(settledEnd)));
  const made = blocks.map((block, at) => withStretch(block, stretches[at]?.weave ?? null));
  return { body: made.map((block) => sameAsBefore(block, byId)), tail: rest };
}

/** Blocks that are equal to what they were are the same objects, for whoever looks for what changed. */
function sameAsBefore(block: Block, byId: ReadonlyMap<string, Block>): Block {
  const before = byId.get(block.id);
  return before && equalData(before, block) ? before : block;
}

/**
 * The stream with every block under an id of its own, and with no words outside a paragraph: what decisions leave before a block
 * without words, or behind the last block, becomes one.
 */
function parted(stream: Weave, mint: MintId): Weave {
  const out: Item[] = [];
  const seen = new Set<string>();
  let hasWords = false;
  let kind = 'paragraph';
  const close = () => {
    const id = mint();
    if (hasWords) out.push({ end: { id, kind: prose(kind), base: id } });
    hasWords = false;
  };
  for (const item of stream) {
    if (!isEnd(item)) {
      hasWords ||= !item.del;
      out.push(item);
    } else if (item.del) out.push(item);
    else {
      if (isAtom(item.end.kind)) close();
      const id = seen.has(item.end.id) ? mint() : item.end.id;
      seen.add(id);
      const base = item.end.base === item.end.id ? id : item.end.base;
      out.push(id === item.end.id ? item : { ...item, end: { ...item.end, id, base } });
      hasWords = false;
      kind = item.end.kind;
    }
  }
  close();
  return out;
}

/** What words are behind a block of this kind. */
function prose(kind: string): string {
  return kind === 'answer' || kind === 'question' ? 'answer' : 'paragraph';
}

/** The block that ends here; `before` is the one of this id until now. */
function blockOf(items: Weave, item: EndItem, before: Block | undefined): Block {
  const { id, kind } = item.end;
  const text = currentOf(toWeave(toCells(items)))[0]?.text ?? [];
  const now = before ? restOfBlock(before) : {};
  const move = now['moved'] === undefined ? {} : { moved: now['moved'] };
  const rest: BlockRest = cameBack(item) || !before ? { ...move, ...item.end.rest } : now;
  return (isAtom(kind) ? { ...rest, id, kind } : { ...rest, id, kind, text }) as unknown as Block;
}

/** Whether the block stands again as it stood before the proposals, and its rest with it. */
function cameBack({ end, del }: EndItem): boolean {
  return !del && end.rest !== undefined && end.was === undefined && (end.base === '' || end.base === end.id);
}

function settledEnd(item: Item): Item {
  if (!isEnd(item) || !cameBack(item)) return item;
  const { rest: _rest, ...end } = item.end;
  return { ...item, end };
}

function decideMoves(
  body: readonly Block[],
  revived: ReadonlySet<string>,
  isLast: boolean,
  order: readonly string[] | undefined,
  decision: Decision,
  picks: Picks,
) {
  const ids = body.map(({ id }) => id);
  const { body: next, moves } = resolveMoves(ids, revived, isLast, movesOf(body, order), decision, picks);
  const byId = new Map(body.map((block) => [block.id, block]));
  const placed = next.flatMap((id) => {
    const block = byId.get(id);
    if (!block || block.kind === 'unknown' || !block.moved || moves.moved.has(id)) return block ?? [];
    const { moved: _moved, ...rest } = block;
    return rest as Block;
  });
  return { body: placed, order: moves.order };
}

/** One text with its own weave, after the decision; null when nothing in it is touched. */
function decideText(weave: Weave, texts: readonly Text[], decision: Decision, picks: Picks) {
  const next = resolve(withThreads(weave, texts), decision, picks);
  return { texts: currentOf(next).map(({ text }) => text), open: openWeave(withoutThreads(next)) };
}

function decideParts(block: Block, decision: Decision, picks: Picks): Block {
  if (block.kind === 'unknown' || !block.suggestions) return block;
  const parts = Object.entries(block.suggestions).filter(([part]) => part !== 'text');
  if (parts.length === 0) return block;
  const { suggestions, ...rest } = block;
  let next = rest as Block;
  const open: Record<string, Weave> = {};
  if (suggestions['text']) open['text'] = suggestions['text'];
  for (const [part, weave] of parts) {
    const decided = decideText(weave, textsOfPart(block, part) ?? [], decision, picks);
    if (decided.open) open[part] = decided.open;
    next = withTextsOfPart(next, part, decided.texts);
  }
  const left: BlockSuggestions = open;
  return { ...next, ...(Object.keys(left).length > 0 ? { suggestions: left } : {}) } as Block;
}

const FIELDS = ['kicker', 'headline', 'standfirst', 'byline'] as const;

function decideFields(interview: Interview, decision: Decision, picks: Picks) {
  const fields: Record<string, Text | readonly Signature[]> = {};
  const open: Record<string, Weave> = {};
  for (const field of FIELDS) {
    const weave = interview.suggestions?.[field];
    if (!weave || !hasMarks(weave)) continue;
    const now = field === 'byline' ? toText(formatByline(interview.byline)) : (interview[field] ?? []);
    const decided = decideText(weave, [now], decision, picks);
    if (decided.open) open[field] = decided.open;
    const [text = []] = decided.texts;
    fields[field] = field === 'byline' ? signatures(text, interview.byline) : text;
  }
  return { fields, open };
}

/** A name that stays keeps the person it points to. */
function signatures(line: Text, before: readonly Signature[]): readonly Signature[] {
  return parseByline(plainText(line)).map((signature) => {
    const known = before.find(({ name }) => name === signature.name);
    return known?.person === undefined ? signature : { ...signature, person: known.person };
  });
}
