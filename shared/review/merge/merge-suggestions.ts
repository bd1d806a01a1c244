import { formatByline } from '../../interview/byline';
import { equalData } from '../../interview/equal';
import type { BlockSuggestions, PieceSuggestions } from '../../interview/suggestions';
import { toText } from '../../interview/text';
import type { Block, Interview } from '../../interview/types';
import { changeWeave, openWeave, paragraphOf, stretchOf, type Hand } from '../suggest/body';
import { changeBody, type BodyView } from '../suggest/change-body';
import { marksOf } from '../suggest/hunks';
import { movesOf } from '../suggest/moves';
import { partTexts, repairSuggestions } from '../suggest/repair-suggestions';
import { weaveOf, type Mark, type Paragraph, type Weave } from '../suggest/weave';

/** The piece without its proposals: what is merged first, word by word. */
export function withoutSuggestions(interview: Interview): Interview {
  const { suggestions: _suggestions, ...rest } = interview;
  const body = interview.body.map((block): Block => {
    if (block.kind === 'unknown') return block;
    const { suggestions: _open, moved: _moved, ...bare } = block;
    return bare;
  });
  return { ...rest, body };
}

/** The two sides in the order in which their proposals are laid: on those of `first`, what `other` did is laid as a change. */
interface Sides {
  readonly was: Interview;
  readonly first: Interview;
  readonly other: Interview;
}

/**
 * The merged piece with the open proposals of both sides. Where one side left a text as it was, the proposals of the other are
 * taken as they are; where both changed it, those of one side stay and what the other did becomes a change by whoever
 * proposed it there, or one that is done. `mark` is for what nobody can be named for.
 */
export function withMergedSuggestions(
  merged: Interview,
  was: Interview,
  a: Interview,
  b: Interview,
  mark: Omit<Mark, 'by'>,
): Interview {
  if (![was, a, b].some(hasSuggestions)) return merged;
  const moves = (side: Interview) => !equalData(idsOf(side), idsOf(was));
  const sides: Sides = moves(b) && !moves(a) ? { was, first: b, other: a } : { was, first: a, other: b };
  const body = mergeBodies(merged, sides, moves(sides.other));
  const suggestions = mergeOutside(merged, sides, body.tail);
  const order = sides.first.suggestions?.order ?? sides.other.suggestions?.order;
  const all: PieceSuggestions = { ...suggestions, ...(order ? { order } : {}) };
  const { suggestions: _none, ...rest } = merged;
  const joined = { ...rest, body: body.blocks, ...(Object.keys(all).length > 0 ? { suggestions: all } : {}) };
  return repairSuggestions(joined, mark).interview;
}

function hasSuggestions({ suggestions, body }: Interview): boolean {
  return (
    suggestions !== undefined || body.some((block) => block.kind !== 'unknown' && (block.suggestions ?? block.moved))
  );
}

function idsOf({ body }: Interview): readonly string[] {
  return body.map(({ id }) => id);
}

function viewOf({ body }: Interview): BodyView {
  const byId = new Map(body.map((block) => [block.id, block]));
  return { ids: body.map(({ id }) => id), block: (id) => byId.get(id) };
}

function mergeBodies(merged: Interview, { was, first, other }: Sides, otherMoves: boolean) {
  const [atFirst, atOther, before] = [viewOf(first), viewOf(other), viewOf(was)];
  const tails = [first, other].map(({ suggestions }) => suggestions?.tail ?? []) as [Weave, Weave];
  const structure = otherMoves
    ? changeBody(
        { ...atFirst, tail: tails[0], moves: movesOf(first.body, first.suggestions?.order) },
        viewOf(merged),
        new Set(),
        handOf(was, other),
      )
    : null;
  const blocks = merged.body.map((block): Block => {
    if (block.kind === 'unknown') return block;
    const [one, two, old] = [atFirst.block(block.id), atOther.block(block.id), before.block(block.id)];
    const moved = movedOf(one) ?? movedOf(two);
    const stretch = structure?.stretches.get(block.id) ?? mergeStretch(block, one, two, old);
    const parts = mergeParts(block, one, two, old);
    const all: BlockSuggestions = { ...(stretch ? { text: stretch } : {}), ...parts };
    return {
      ...block,
      ...(Object.keys(all).length > 0 ? { suggestions: all } : {}),
      ...(moved ? { moved } : {}),
    } as Block;
  });
  const tail = structure?.tail ?? (equalData(tails[0], was.suggestions?.tail ?? []) ? tails[1] : tails[0]);
  return { blocks, tail };
}

function movedOf(block: Block | undefined) {
  return block && block.kind !== 'unknown' ? block.moved : undefined;
}

/** One text: `now` as it is merged, its weave on each side and before, and what each side's text was. */
function mergeText(
  now: readonly Paragraph[],
  first: Told | undefined,
  other: Told | undefined,
  was: Told | undefined,
): Weave | null {
  if (!first || !other) return openOf((first ?? other)?.weave);
  if (equalData(other, was)) return openOf(first.weave);
  if (equalData(first, was)) return openOf(other.weave);
  return openWeave(changeWeave(first.weave, now, handOfMarks(was?.weave ?? [], other.weave)));
}

/** A text and what is proposed in it. */
interface Told {
  readonly text: readonly Paragraph[];
  readonly weave: Weave;
}

function openOf(weave: Weave | undefined): Weave | null {
  return weave ? openWeave(weave) : null;
}

function mergeStretch(now: Block, first?: Block, other?: Block, was?: Block): Weave | null {
  const told = (block: Block | undefined) => block && { text: [paragraphOf(block)], weave: stretchOf(block) };
  return mergeText([paragraphOf(now)], told(first), told(other), told(was));
}

function mergeParts(now: Block, first?: Block, other?: Block, was?: Block): BlockSuggestions {
  const open = (block: Block | undefined): BlockSuggestions =>
    block && block.kind !== 'unknown' ? (block.suggestions ?? {}) : {};
  const names = new Set([...Object.keys(open(first)), ...Object.keys(open(other))].filter((part) => part !== 'text'));
  const merged: Record<string, Weave> = {};
  for (const part of names) {
    const told = (block: Block | undefined): Told | undefined => {
      const text = block && partTexts(block, part);
      return text && { text, weave: open(block)[part] ?? weaveOf(text) };
    };
    const weave = mergeText(partTexts(now, part), told(first), told(other), told(was));
    if (weave) merged[part] = weave;
  }
  return merged;
}

const FIELDS = ['kicker', 'headline', 'standfirst', 'byline'] as const;

function mergeOutside(merged: Interview, { was, first, other }: Sides, tail: Weave): PieceSuggestions {
  const open: Record<string, Weave> = {};
  for (const part of FIELDS) {
    const told = (side: Interview): Told => {
      const text = [{ id: part, kind: part, text: fieldOf(side, part) }];
      return { text, weave: side.suggestions?.[part] ?? weaveOf(text) };
    };
    const weave = mergeText(told(merged).text, told(first), told(other), told(was));
    if (weave) open[part] = weave;
  }
  return { ...open, ...(tail.length > 0 ? { tail } : {}) };
}

function fieldOf(interview: Interview, part: (typeof FIELDS)[number]) {
  return part === 'byline' ? toText(formatByline(interview.byline)) : (interview[part] ?? []);
}

/** By whose hand the new marks are: the last of them; null when there is none, for what was done directly. */
function handOfMarks(was: Weave, now: Weave): Hand {
  const known = new Set(was.flatMap(marksOf).map(({ id }) => id));
  const fresh = now.flatMap(marksOf).filter(({ id }) => !known.has(id));
  return fresh.reduce<Hand>((last, mark) => (last && last.at >= mark.at ? last : mark), null);
}

function handOf(was: Interview, now: Interview): Hand {
  return handOfMarks(allOf(was), allOf(now));
}

function allOf({ body, suggestions }: Interview): Weave {
  return [
    ...body.flatMap((block) => (block.kind === 'unknown' ? [] : Object.values(block.suggestions ?? {}).flat())),
    ...(suggestions?.tail ?? []),
  ];
}
