import { equalData } from '../interview/equal';
import type { BlockSuggestions, PieceSuggestions } from '../interview/suggestions';
import type { Block, Interview, Text } from '../interview/types';
import { openWeave, paragraphOf, withStretch } from './suggest/body';
import { changeBody } from './suggest/change-body';
import { movesOf } from './suggest/moves';
import { isListPart, textsOfPart } from './suggest/part-texts';
import { updateWeave } from './suggest/update';
import { isEnd, weaveOf } from './suggest/weave';
import type { Item, Mark, Weave } from './suggest/weave';

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
function sameWords(a: Text, b: Text): boolean {
  return equalData(plainRuns(a), plainRuns(b));
}

function plainRuns(text: Text): Text {
  return text.flatMap(({ threads: _threads, ...run }) => [run]);
}

function proposeBody(piece: Interview, next: readonly Block[], mark: Mark) {
  const before = new Map(piece.body.map((block) => [block.id, block]));
  const after = new Map(next.map((block) => [block.id, block]));
  const marked = {
    ids: [...before.keys()],
    block: (id: string) => before.get(id),
    tail: piece.suggestions?.tail ?? [],
    moves: movesOf(piece.body, piece.suggestions?.order),
  };
  const touched = next.filter((block) => {
    const own = before.get(block.id);
    return own && (own.kind !== block.kind || !sameWords(paragraphOf(own).text, paragraphOf(block).text));
  });
  const view = { ids: [...after.keys()], block: (id: string) => plainBlock(after.get(id)) };
  const changed = changeBody(marked, view, new Set(touched.map(({ id }) => id)), mark);
  const body = next.map((block): Block => {
    if (block.kind === 'unknown') return block;
    const own = before.get(block.id);
    const { suggestions: _suggestions, moved: _moved, ...rest } = block;
    const parts = proposeParts(own, block, mark);
    const still = own && own.kind !== 'unknown' ? (own.suggestions?.['text'] ?? null) : null;
    const fresh = changed.stretches.get(block.id);
    const stretch = changed.stretches.has(block.id) ? (fresh ? ownIds(fresh, mark, block.id) : null) : still;
    const moved = changed.moves.moved.get(block.id);
    const made = {
      ...rest,
      ...(Object.keys(parts).length > 0 ? { suggestions: parts } : {}),
      ...(moved ? { moved } : {}),
    };
    return withStretch(made, stretch);
  });
  return { body, tail: changed.tail, order: changed.moves.order ?? undefined };
}

/** The new marks of a stretch under ids of its block: what one person did at one time in two blocks is decided apart. */
function ownIds(weave: Weave, mark: Mark, block: string): Weave {
  const own = <Given extends Mark>(given: Given): Given =>
    given.id === mark.id || given.id.startsWith(`${mark.id}.`) ? { ...given, id: `${given.id}@${block}` } : given;
  return weave.map((item): Item => {
    const marks = { ...(item.ins ? { ins: own(item.ins) } : {}), ...(item.del ? { del: own(item.del) } : {}) };
    if (!isEnd(item)) return { ...item, ...marks, ...(item.was ? { was: own(item.was) } : {}) };
    const { was } = item.end;
    return { ...item, ...marks, ...(was ? { end: { ...item.end, was: own(was) } } : {}) };
  });
}

/** Threads are no part of what is proposed. */
function plainBlock(block: Block | undefined): Block | undefined {
  return block && 'text' in block ? { ...block, text: plainRuns(block.text) } : block;
}

/** The proposals for the texts of a block besides its own: caption, credit, quote, paragraphs of a box … */
function proposeParts(before: Block | undefined, next: Block, mark: Mark): BlockSuggestions {
  if (!before || before.kind === 'unknown') return {};
  const { text: _text, ...kept } = before.suggestions ?? {};
  const parts: Record<string, Weave> = { ...kept };
  for (const part of PARTS) {
    const [was, is] = [textsOfPart(before, part), textsOfPart(next, part)];
    if (!was || !is || (was.length === is.length && was.every((text, at) => sameWords(text, is[at] ?? [])))) continue;
    const many = isListPart(part);
    const paragraphs = (texts: readonly Text[]) =>
      texts.map((text, at) => ({ id: many ? String(at) : part, kind: part, text: plainRuns(text) }));
    const weave = parts[part] ?? weaveOf(paragraphs(was));
    const made = updateWeave(weave, paragraphs(is), { ...mark, id: `${mark.id}.${next.id}.${part}` });
    if (openWeave(made)) parts[part] = made;
    else delete parts[part];
  }
  return parts;
}

const PARTS = ['caption', 'credit', 'quote', 'attribution', 'heading', 'paragraphs', 'items', 'captions', 'credits'];
