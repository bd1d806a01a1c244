import type { BlockRest } from '../../interview/suggestions';
import type { Block } from '../../interview/types';
import { equalData } from '../../interview/equal';
import { isAtom } from './atoms';
import { isRenamed, resolve } from './resolve';
import { updateWeave } from './update';
import { hasMarks, isEnd, weaveOf, type EndItem, type Item, type Mark, type Paragraph, type Weave } from './weave';

/** The author of what is not proposed but done: their marks are accepted as soon as they are made. */
const NOBODY = '';

/** The blocks of the body as one stream of words and paragraph ends, each block with its stretch of the weave. */
export interface Stretch {
  readonly id: string;
  /** Null without an open proposal. */
  readonly weave: Weave | null;
}

/** A block as the weave of the body sees it: photos, quotes, boxes and lists are ends without words. */
export function paragraphOf(block: Block): Paragraph {
  return { id: block.id, kind: block.kind, text: 'text' in block ? block.text : [] };
}

/** What the block holds besides id, kind and, unless it is a block without words, its text; its own stretch is left out. */
export function restOfBlock(block: Block): BlockRest {
  const { id: _id, kind: _kind, ...rest } = block as Block & { readonly text?: unknown };
  const { text: _stretch, ...parts } = 'suggestions' in block ? (block.suggestions ?? {}) : {};
  if (!isAtom(block.kind)) delete (rest as { text?: unknown }).text;
  delete (rest as { suggestions?: unknown }).suggestions;
  return { ...rest, ...(Object.keys(parts).length > 0 ? { suggestions: parts } : {}) };
}

/** The block's stretch of the weave of the body. */
export function stretchOf(block: Block): Weave {
  const open = block.kind === 'unknown' ? undefined : block.suggestions?.['text'];
  return open ?? weaveOf([paragraphOf(block)]);
}

/** How a change counts: as a proposal by somebody, or (null) as done. */
export type Hand = Mark | null;

/** The weave after a change by this hand: what is done directly goes through it too, or the proposals beside it go astray. */
export function changeWeave(
  weave: Weave,
  next: readonly Paragraph[],
  hand: Hand,
  restOf?: (id: string) => BlockRest | undefined,
): Weave {
  if (hand) return updateWeave(weave, next, hand, restOf);
  const direct = updateWeave(weave, next, { id: 'direct', by: NOBODY, at: 0 }, restOf);
  return resolve(direct, 'accept', ({ by }) => by === NOBODY);
}

/** Null for a weave that says no more than the text itself. */
export function openWeave(weave: Weave): Weave | null {
  return hasMarks(weave) || weave.some((item) => isEnd(item) && isRenamed(item)) ? weave : null;
}

/**
 * The stretches of neighbouring blocks after `before` became `after`; `tail` is what was deleted behind the last of them.
 * The rest is what is deleted behind the last block now.
 */
export function changeStretches(
  before: readonly Block[],
  after: readonly Block[],
  tail: Weave,
  hand: Hand,
): { readonly stretches: readonly Stretch[]; readonly rest: Weave } {
  const byId = new Map(before.map((block) => [block.id, block]));
  const restOf = (id: string) => {
    const block = byId.get(id);
    return block && restOfBlock(block);
  };
  const old = [...before.flatMap(stretchOf), ...tail];
  return divide(changeWeave(old, after.map(paragraphOf), hand, restOf));
}

/** Cuts a stream at its living paragraph ends. */
export function divide(stream: Weave): { readonly stretches: readonly Stretch[]; readonly rest: Weave } {
  const stretches: Stretch[] = [];
  let open: Item[] = [];
  for (const item of stream) {
    open.push(item);
    if (!isEnd(item) || item.del) continue;
    // A block of a later version of Galley is kept byte for byte: what was deleted before it waits for the next block.
    const waits = item.end.kind === 'unknown' ? open.slice(0, -1) : [];
    stretches.push({ id: item.end.id, weave: waits.length > 0 || isUnknown(item) ? null : openWeave(open) });
    open = waits;
  }
  return { stretches, rest: open };
}

function isUnknown(item: EndItem): boolean {
  return item.end.kind === 'unknown';
}

/** The block with its stretch of the weave; null takes it off. */
export function withStretch(block: Block, weave: Weave | null): Block {
  if (block.kind === 'unknown') return block;
  const { suggestions, ...rest } = block;
  const { text: _text, ...parts } = suggestions ?? {};
  const all = weave ? { ...parts, text: weave } : parts;
  const next = Object.keys(all).length > 0 ? { ...rest, suggestions: all } : rest;
  return equalData(next, block) ? block : next;
}
