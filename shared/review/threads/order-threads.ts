import type { Thread } from '../../interview/threads';
import type { Interview } from '../../interview/types';
import type { Place } from '../../interview/place';
import { textsOfBlock } from '../../interview/visit';
import { standingsOf, type Standing } from './standing';

export interface PlacedThread {
  readonly thread: Thread;
  readonly standing: Standing;
}

/**
 * The threads in the order of what they are about: those of the whole piece, then down the text, then the detached ones in the
 * order they were opened. Of two about the same place the older one comes first.
 */
export function threadsInOrder(
  interview: Interview,
  standings: ReadonlyMap<string, Standing> = standingsOf(interview),
): readonly PlacedThread[] {
  const order = placeOrder(interview);
  const placed = (interview.threads ?? []).map((thread, index) => {
    const standing = standings.get(thread.id) ?? { kind: 'detached' as const, last: null };
    const [row, column] = positionOf(standing, order);
    return { thread, standing, row, column, index };
  });
  return placed
    .toSorted((a, b) => a.row - b.row || a.column - b.column || a.index - b.index)
    .map(({ thread, standing }) => ({ thread, standing }));
}

type PlaceOrder = (place: Place) => number;

/** The rows in reading order: head fields, then each block and, behind it, its texts. */
function placeOrder(interview: Interview): PlaceOrder {
  const rows = new Map<string, number>();
  const add = (key: string) => void (rows.has(key) || rows.set(key, rows.size));
  for (const field of ['kicker', 'headline', 'standfirst']) add(keyOf({ part: field }));
  for (const block of interview.body) {
    add(block.id);
    for (const { place } of textsOfBlock(block)) add(keyOf(place));
  }
  add(keyOf({ part: 'byline' }));
  return (place) => rows.get(keyOf(place)) ?? (place.block === undefined ? undefined : rows.get(place.block)) ?? -1;
}

function keyOf({ block, part, index }: Place): string {
  return [block ?? '', part, index ?? ''].join(' ');
}

function positionOf(standing: Standing, order: PlaceOrder): readonly [row: number, column: number] {
  switch (standing.kind) {
    case 'words': {
      const [first] = standing.spots;
      return [order(first.place), first.from];
    }
    case 'block':
      return [order({ block: standing.block, part: standing.part ?? '' }), -1];
    case 'field':
      return [order({ part: standing.field }), -1];
    case 'piece':
      return [-1, -1];
    case 'struck':
      return [order(standing.place), -1];
    case 'detached':
      return [Infinity, 0];
  }
}
