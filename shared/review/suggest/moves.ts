import type { ProposedMove } from '../../interview/suggestions';
import type { Block, BlockId } from '../../interview/types';
import { longestRise } from '../longest-rise';
import type { Hand } from './body';
import { isEnd, type Mark, type Weave } from './weave';

/** Which blocks stand where somebody proposed them, and the order before the first of those proposals. */
export interface Moves {
  readonly moved: ReadonlyMap<BlockId, ProposedMove>;
  /** Null while nothing was moved. It stays while other proposals are open: a deleted block may come back to its place. */
  readonly order: readonly BlockId[] | null;
}

export const NO_MOVES: Moves = { moved: new Map(), order: null };

/** The same blocks in another order: true for a move, false when blocks came or went too, or when nothing changed. */
export function isReordered(before: readonly BlockId[], after: readonly BlockId[]): boolean {
  if (before.length !== after.length || before.every((id, at) => id === after[at])) return false;
  const ids = new Set(before);
  return after.every((id) => ids.has(id));
}

/** The blocks that a new order moves, when as many as can be stay. */
export function movedBetween(before: readonly BlockId[], after: readonly BlockId[]): readonly BlockId[] {
  const places = new Map(before.map((id, at) => [id, at]));
  const stay = longestRise(after.map((id) => places.get(id) ?? -1));
  return after.filter((_, at) => !stay.has(at));
}

/**
 * Whether a stretch can be carried elsewhere as it is: nothing of its neighbours' paragraph ends is in it, and its own end is
 * no proposal. Half of a proposed split, carried away, would be joined to a stranger when the split is refused.
 */
export function canBeCarried(weave: Weave | null): boolean {
  if (!weave) return true;
  const last = weave.at(-1);
  return (
    last !== undefined && isEnd(last) && !last.ins && !weave.slice(0, -1).some(isEnd) && last.end.base === last.end.id
  );
}

/**
 * The moves after the body was put into another order. What comes back to its place is moved no more. `standing` gives the
 * order of all blocks before their proposals, the deleted ones among them, for the first move.
 */
export function changeMoves(
  moves: Moves,
  before: readonly BlockId[],
  after: readonly BlockId[],
  hand: Hand,
  standing: () => readonly BlockId[],
): Moves {
  if (moves.order === null && !hand) return NO_MOVES;
  const moved = new Map(moves.moved);
  const order = complete(moves.order ?? standing(), before, moved);
  const now = movedBetween(before, after);
  const carried = now.filter((id) => !moved.has(id));
  if (!hand) {
    // Blocks that are already proposed elsewhere stay proposals; the others have moved for good.
    const others = order.filter((id) => !carried.includes(id));
    return settle({ moved, order: complete(others, after, moved) }, after);
  }
  for (const id of carried) moved.set(id, { ...hand, after: before[before.indexOf(id) - 1] ?? null });
  return settle({ moved, order }, after);
}

/** Without the marks of blocks that stand again where they stood. */
function settle({ moved, order }: Moves, body: readonly BlockId[]): Moves {
  if (!order) return NO_MOVES;
  const left = new Map(moved);
  const places = new Map(order.map((id, at) => [id, at]));
  const known = body.filter((id) => places.has(id));
  for (const id of moved.keys()) {
    const others = known.filter((other) => other === id || !left.has(other));
    if (isRising(others.map((other) => places.get(other) ?? 0))) left.delete(id);
  }
  return { moved: left, order };
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

/** The old order with the blocks that it does not name behind the block that they stand behind now. */
function complete(
  order: readonly BlockId[],
  body: readonly BlockId[],
  moved: ReadonlyMap<BlockId, ProposedMove>,
): readonly BlockId[] {
  const next = [...order];
  const named = new Set(order);
  for (const [at, id] of body.entries()) {
    if (named.has(id)) continue;
    const before = body.slice(0, at).findLast((other) => named.has(other) && !moved.has(other));
    next.splice(before === undefined ? 0 : next.indexOf(before) + 1, 0, id);
    named.add(id);
  }
  return next;
}

/**
 * The body and its moves after some are accepted (the blocks stay) or refused (they go back). `revived` were deleted and are
 * there again: the place where they were deleted may have been another than the one before all moves. `isLast` says that no
 * other proposal is left: all blocks then stand again in the old order.
 */
export function resolveMoves(
  body: readonly BlockId[],
  revived: ReadonlySet<BlockId>,
  isLast: boolean,
  { moved, order }: Moves,
  decision: 'accept' | 'refuse',
  picks: (mark: Mark) => boolean,
): { readonly body: readonly BlockId[]; readonly moves: Moves } {
  if (!order) return { body, moves: NO_MOVES };
  const there = new Set(body);
  const living = new Map([...moved].filter(([id]) => there.has(id)));
  const picked = new Set([...living].filter(([, mark]) => picks(mark)).map(([id]) => id));
  if (decision === 'refuse') for (const id of order) if (revived.has(id) && !living.has(id)) picked.add(id);
  if (decision === 'refuse' && isLast && [...living.keys()].every((id) => picked.has(id)))
    return {
      body: complete(
        order.filter((id) => there.has(id)),
        body,
        new Map(),
      ),
      moves: NO_MOVES,
    };
  const left = new Map([...living].filter(([id]) => !picked.has(id)));
  const withoutPicked = (ids: readonly BlockId[]) => ids.filter((id) => !picked.has(id));
  if (decision === 'accept')
    return { body, moves: settle({ moved: left, order: complete(withoutPicked(order), body, left) }, body) };
  const back = [...withoutPicked(body)];
  for (const id of order) {
    if (!picked.has(id)) continue;
    const before = order.slice(0, order.indexOf(id)).findLast((other) => back.includes(other) && !left.has(other));
    back.splice(before === undefined ? 0 : back.indexOf(before) + 1, 0, id);
  }
  return { body: back, moves: settle({ moved: left, order }, back) };
}

/** What the blocks of a body say of their moves. */
export function movesOf(body: readonly Block[], order: readonly BlockId[] | undefined): Moves {
  const moved = new Map(
    body.flatMap((block) => (block.kind !== 'unknown' && block.moved ? [[block.id, block.moved] as const] : [])),
  );
  return { moved, order: order ?? (moved.size > 0 ? orderBefore(body, moved) : null) };
}

/** The old order as far as the moves themselves tell it, for a piece in which it is lost. */
function orderBefore(body: readonly Block[], moved: ReadonlyMap<BlockId, ProposedMove>): readonly BlockId[] {
  const order = body.map(({ id }) => id).filter((id) => !moved.has(id));
  for (const [id, { after }] of moved) order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, id);
  return order;
}
