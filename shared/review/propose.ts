import { equalData } from '../interview/equal';
import type { BlockSuggestions, PieceSuggestions } from '../interview/suggestions';
import type { Block, BlockId, Interview, Text } from '../interview/types';
import { longestRise } from './longest-rise';
import { updateWeave } from './suggest/update';
import { isEnd, weaveOf } from './suggest/weave';
import type { Item, Mark, Paragraph, Weave } from './suggest/weave';

/**
 * The piece with everything that `next` says otherwise as proposals of `mark.by`, beside the proposals that are open already.
 * `next` is the piece as that person would have it, without proposals. Texts, captions, headlines, kinds of blocks, blocks that
 * come and go and their order can be proposed; what else differs stays as it is.
 */
export function proposeChange(piece: Interview, next: Interview, mark: Mark): Interview {
  const fields: Record<string, Text> = {};
  const { tail: _tail, order: _order, ...openFields } = piece.suggestions ?? {};
  const open: Record<string, unknown> = { ...openFields };
  for (const field of ['kicker', 'headline', 'standfirst'] as const) {
    const [now, then] = [piece[field] ?? [], next[field] ?? []];
    if (sameWords(now, then)) continue;
    const weave = piece.suggestions?.[field] ?? weaveOf([{ id: field, kind: field, text: plainRuns(now) }]);
    open[field] = updateWeave(weave, [{ id: field, kind: field, text: then }], mark);
    fields[field] = then;
  }
  const changed = proposeBody(piece, next.body, mark);
  const left: PieceSuggestions = {
    ...(open as PieceSuggestions),
    ...(changed.tail.length > 0 ? { tail: changed.tail } : {}),
    ...(changed.order ? { order: changed.order } : {}),
  };
  const { suggestions: _suggestions, ...rest } = piece;
  return {
    ...rest,
    ...fields,
    body: changed.body,
    ...(Object.keys(left).length > 0 ? { suggestions: left } : {}),
  };
}

/** Whether two texts are the same words in the same look; comment threads do not count. */
export function sameWords(a: Text, b: Text): boolean {
  return equalData(plainRuns(a), plainRuns(b));
}

function plainRuns(text: Text): Text {
  return text.flatMap(({ threads: _threads, ...run }) => [run]);
}

function proposeBody(piece: Interview, next: readonly Block[], mark: Mark) {
  const before = new Map(piece.body.map((block) => [block.id, block]));
  const ids = { before: piece.body.map(({ id }) => id), next: next.map(({ id }) => id) };
  const known = ids.next.filter((id) => before.has(id));
  const moves = movesBetween(
    ids.before.filter((id) => known.includes(id)),
    known,
  );
  // Blocks are moved first; what came and went is then told over blocks that stand in their new order.
  const carried = carry(ids.before, known, moves);
  const stretches = new Map<BlockId, Weave>(piece.body.map((block) => [block.id, stretchOf(block)]));
  let tail: Weave = piece.suggestions?.tail ?? [];

  for (const region of regionsOf(carried, next, before)) {
    const old = [...region.old.flatMap((id) => stretches.get(id) ?? []), ...(region.last ? tail : [])];
    const divided = divide(updateWeave(old, region.next.map(paragraphOf), regionMark(mark, region)));
    for (const { id, weave } of divided.stretches) stretches.set(id, weave);
    if (region.last) tail = divided.rest;
    else if (divided.rest.length > 0) {
      const follower = region.follower;
      if (follower === undefined) tail = [...divided.rest, ...tail];
      else stretches.set(follower, [...divided.rest, ...(stretches.get(follower) ?? [])]);
    }
  }
  const body = next.map((block): Block => {
    if (block.kind === 'unknown') return block;
    const own = before.get(block.id);
    const parts = proposeParts(own, block, mark);
    const stretch = stretches.get(block.id);
    const all: BlockSuggestions = { ...parts, ...(stretch && isOpen(stretch) ? { text: stretch } : {}) };
    const { suggestions: _suggestions, moved: _moved, ...rest } = block;
    const came = own && own.kind !== 'unknown' ? own.moved : undefined;
    const moved = moves.has(block.id)
      ? { ...mark, id: `${mark.id}.m`, after: ids.before[ids.before.indexOf(block.id) - 1] ?? null }
      : came;
    return {
      ...rest,
      ...(Object.keys(all).length > 0 ? { suggestions: all } : {}),
      ...(moved ? { moved } : {}),
    };
  });
  const order = moves.size > 0 ? (piece.suggestions?.order ?? ids.before) : piece.suggestions?.order;
  return { body, tail, order };
}

/** The blocks that stand elsewhere, as few as can be. */
function movesBetween(before: readonly BlockId[], next: readonly BlockId[]): ReadonlySet<BlockId> {
  const places = new Map(before.map((id, at) => [id, at]));
  const stay = longestRise(next.map((id) => places.get(id) ?? -1));
  return new Set(next.filter((_, at) => !stay.has(at)));
}

/** The old order with the moved blocks behind the block that they stand behind now; those that are gone keep their place. */
function carry(before: readonly BlockId[], known: readonly BlockId[], moves: ReadonlySet<BlockId>): readonly BlockId[] {
  const out = before.filter((id) => !moves.has(id));
  for (const [at, id] of known.entries()) {
    if (!moves.has(id)) continue;
    const behind = known[at - 1];
    out.splice(behind === undefined ? 0 : out.indexOf(behind) + 1, 0, id);
  }
  return out;
}

interface Region {
  readonly old: readonly BlockId[];
  readonly next: readonly Block[];
  /** The block that stands behind it. */
  readonly follower: BlockId | undefined;
  /** It reaches to the end of the body. */
  readonly last: boolean;
}

/**
 * The stretches of the body that differ: one block each where only its words or kind changed; where blocks came or went, all
 * from the block before to the block behind, so that a split or a merge is told as one.
 */
function regionsOf(
  order: readonly BlockId[],
  next: readonly Block[],
  before: ReadonlyMap<BlockId, Block>,
): readonly Region[] {
  const regions: Region[] = [];
  const places = new Map(order.map((id, at) => [id, at]));
  const changed = (block: Block) => {
    const own = before.get(block.id);
    return !own || own.kind !== block.kind || !sameWords(textOf(own), textOf(block));
  };
  let [x, y] = [0, 0];
  let old: BlockId[] = [];
  let fresh: Block[] = [];
  let differs = false;
  const close = () => {
    if (differs) regions.push({ old, next: fresh, follower: order[x], last: x >= order.length });
    [old, fresh, differs] = [[], [], false];
  };
  for (;;) {
    const stays = next.findIndex((block, at) => at >= y && places.has(block.id));
    const toY = stays < 0 ? next.length : stays;
    const toX = stays < 0 ? order.length : (places.get(next[stays]?.id ?? '') ?? order.length);
    if (toX > x || toY > y) {
      old.push(...order.slice(x, toX));
      fresh.push(...next.slice(y, toY));
      differs = true;
    } else close();
    [x, y] = [toX, toY];
    const block = next[y];
    if (!block || stays < 0) break;
    const isChanged = changed(block);
    // What came or went before it may have taken its words, or given it theirs.
    if (!isChanged) close();
    old.push(block.id);
    fresh.push(block);
    if (isChanged) differs = true;
    x++;
    y++;
  }
  close();
  return regions;
}

function regionMark(mark: Mark, region: Region): Mark {
  return { ...mark, id: `${mark.id}.${region.old[0] ?? region.next[0]?.id ?? 'end'}` };
}

function textOf(block: Block): Text {
  return 'text' in block ? block.text : [];
}

/** A block as a paragraph of the body; photos, quotes, boxes and lists are ends without words. */
function paragraphOf(block: Block): Paragraph {
  return { id: block.id, kind: block.kind, text: plainRuns(textOf(block)) };
}

function stretchOf(block: Block): Weave {
  const open = block.kind === 'unknown' ? undefined : block.suggestions?.['text'];
  return open ?? weaveOf([paragraphOf(block)]);
}

function divide(stream: Weave): {
  readonly stretches: readonly { readonly id: BlockId; readonly weave: Weave }[];
  readonly rest: Weave;
} {
  const stretches: { readonly id: BlockId; readonly weave: Weave }[] = [];
  let open: Item[] = [];
  for (const item of stream) {
    open.push(item);
    if (!isEnd(item) || item.del) continue;
    stretches.push({ id: item.end.id, weave: open });
    open = [];
  }
  return { stretches, rest: open };
}

function isOpen(weave: Weave): boolean {
  return weave.some((item) => item.ins ?? item.del ?? (isEnd(item) ? item.end.was : item.was)) || weave.some(isRenamed);
}

function isRenamed(item: Item): boolean {
  return isEnd(item) && item.end.base !== '' && item.end.base !== item.end.id;
}

/** The proposals for the texts of a block besides its own: caption, credit, quote, paragraphs of a box … */
function proposeParts(before: Block | undefined, next: Block, mark: Mark): BlockSuggestions {
  if (!before || before.kind === 'unknown') return {};
  const { text: _text, ...kept } = before.suggestions ?? {};
  const parts: Record<string, Weave> = { ...kept };
  for (const part of PARTS) {
    const [was, is] = [partOf(before, part), partOf(next, part)];
    if (!was || !is || (was.length === is.length && was.every((text, at) => sameWords(text, is[at] ?? [])))) continue;
    const many = part === 'paragraphs' || part === 'items';
    const paragraphs = (texts: readonly Text[]) =>
      texts.map((text, at) => ({ id: many ? String(at) : part, kind: part, text: plainRuns(text) }));
    const weave = parts[part] ?? weaveOf(paragraphs(was));
    const made = updateWeave(weave, paragraphs(is), { ...mark, id: `${mark.id}.${next.id}.${part}` });
    if (isOpen(made)) parts[part] = made;
    else delete parts[part];
  }
  return parts;
}

const PARTS = ['caption', 'credit', 'quote', 'attribution', 'heading', 'paragraphs', 'items'] as const;

function partOf(block: Block, part: (typeof PARTS)[number]): readonly Text[] | null {
  const value = (block as unknown as Record<string, unknown>)[part];
  if (!Array.isArray(value)) return null;
  return part === 'paragraphs' || part === 'items' ? (value as readonly Text[]) : [value as Text];
}
