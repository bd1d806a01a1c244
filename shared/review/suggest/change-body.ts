import type { ProposedMove } from '../../interview/suggestions';
import type { Block, BlockId } from '../../interview/types';
import {
  changeStretches,
  changeWeave,
  openWeave,
  paragraphOf,
  restOfBlock,
  stretchOf,
  type Hand,
  type Stretch,
} from './body';
import { canBeCarried, changeMoves, isReordered, movedBetween, NO_MOVES, type Moves } from './moves';
import { isEnd, type Weave } from './weave';

/** A body at one moment. Blocks are asked for one by one: after most keys only one of them has to be read. */
export interface BodyView {
  readonly ids: readonly BlockId[];
  readonly block: (id: BlockId) => Block | undefined;
}

/** A body with its proposals. */
export interface MarkedBody extends BodyView {
  readonly tail: Weave;
  readonly moves: Moves;
}

export interface BodyChange {
  /** The new stretches of blocks that have to be looked at; null for one without an open proposal. */
  readonly stretches: ReadonlyMap<BlockId, Weave | null>;
  readonly tail: Weave;
  readonly moves: Moves;
}

/**
 * What a change of the body, by this hand, makes of its proposals. `touched` names the blocks whose text or kind may have
 * changed; those that came and went are found by themselves. Another order of the same blocks is a move where it can be told
 * as one, else blocks that went and came.
 */
export function changeBody(before: MarkedBody, now: BodyView, touched: ReadonlySet<BlockId>, hand: Hand): BodyChange {
  const stretches = new Map<BlockId, Weave | null>();
  let { tail, moves } = before;
  let region: Region = { from: 0, toBefore: 0, toNow: 0 };
  if (isReordered(before.ids, now.ids)) {
    if (!hand || canMove(before, now.ids)) {
      const standing = () => standingIds(before);
      moves = withoutOldOrder(changeMoves(moves, before.ids, now.ids, hand, standing), before);
    } else region = changedRegion(before.ids, now.ids, touched);
  } else if (!isSame(before.ids, now.ids)) region = changedRegion(before.ids, now.ids, touched);

  if (region.toBefore > region.from || region.toNow > region.from) {
    const changed = changeRegion(before, now, region, hand);
    for (const { id, weave } of changed.stretches) stretches.set(id, weave);
    tail = changed.tail;
    moves = withoutNew(moves, changed.stretches);
  }
  for (const id of touched) {
    const [was, is] = [before.block(id), now.block(id)];
    if (!was || !is || stretches.has(id)) continue;
    const stretch = stretchOf(was);
    if (!hand && !openWeave(stretch)) stretches.set(id, null);
    else {
      const restOf = (one: BlockId) => (one === id ? restOfBlock(was) : undefined);
      stretches.set(id, openWeave(changeWeave(stretch, [paragraphOf(is)], hand, restOf)));
    }
  }
  return { stretches, tail, moves };
}

/** Which part of the two lists of blocks differs: from `from` up to the two ends. */
interface Region {
  readonly from: number;
  readonly toBefore: number;
  readonly toNow: number;
}

function isSame(a: readonly BlockId[], b: readonly BlockId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}

function changedRegion(a: readonly BlockId[], b: readonly BlockId[], touched: ReadonlySet<BlockId>): Region {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let end = 0;
  const most = Math.min(a.length, b.length) - from;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  // A split or merge changes the text of the block before, a deletion over blocks may reach into the one behind.
  const first = Math.max(0, from - 1);
  const behind = a[a.length - end];
  if (end > 0 && behind !== undefined && touched.has(behind)) end--;
  return { from: first, toBefore: a.length - end, toNow: b.length - end };
}

function blocksOf(view: BodyView, from: number, to: number): readonly Block[] {
  return view.ids.slice(from, to).flatMap((id) => view.block(id) ?? []);
}

function changeRegion(
  before: MarkedBody,
  now: BodyView,
  { from, toBefore, toNow }: Region,
  hand: Hand,
): { readonly stretches: readonly Stretch[]; readonly tail: Weave } {
  const [old, fresh] = [blocksOf(before, from, toBefore), blocksOf(now, from, toNow)];
  const next = now.ids[toNow];
  const follower = next === undefined ? undefined : before.block(next);
  const atEnd = follower === undefined || follower.kind === 'unknown';
  const { stretches, rest } = changeStretches(old, fresh, toBefore === before.ids.length ? before.tail : [], hand);
  if (atEnd) return { stretches, tail: toBefore === before.ids.length ? rest : [...rest, ...before.tail] };
  if (rest.length === 0) return { stretches, tail: before.tail };
  const joined = { id: follower.id, weave: openWeave([...rest, ...stretchOf(follower)]) };
  return { stretches: [...stretches, joined], tail: before.tail };
}

/** Whether the blocks that the new order moves stand free of proposals at their borders, there and here. */
function canMove(before: MarkedBody, now: readonly BlockId[]): boolean {
  const stretch = (id: BlockId | undefined) => (id === undefined ? null : openWeave(stretchOfId(before, id)));
  const endStands = (id: BlockId | undefined) => {
    const last = stretch(id)?.at(-1);
    return !last || (isEnd(last) && !last.ins);
  };
  return movedBetween(before.ids, now).every(
    (id) =>
      canBeCarried(stretch(id)) &&
      endStands(before.ids[before.ids.indexOf(id) - 1]) &&
      endStands(now[now.indexOf(id) - 1]),
  );
}

/** The ids of the body before its proposals, in order. */
function standingIds(before: MarkedBody): readonly BlockId[] {
  const stream = [...before.ids.flatMap((id) => stretchOfId(before, id)), ...before.tail];
  return stream.flatMap((item) => (isEnd(item) && !item.ins ? [item.end.base] : []));
}

function stretchOfId(view: BodyView, id: BlockId): Weave {
  const block = view.block(id);
  return block ? stretchOf(block) : [];
}

/** Nobody needs the old order once every block is back, and none is deleted that could come back too. */
function withoutOldOrder(moves: Moves, before: MarkedBody): Moves {
  const isOpen = (id: BlockId) => openWeave(stretchOfId(before, id)) !== null;
  return moves.moved.size > 0 || before.tail.length > 0 || before.ids.some(isOpen) ? moves : NO_MOVES;
}

/** A block that is new where it stands is not moved: the old one was deleted, with its move. */
function withoutNew(moves: Moves, stretches: readonly Stretch[]): Moves {
  const isNew = ({ weave }: Stretch) => {
    const last = weave?.at(-1);
    return last !== undefined && isEnd(last) && last.ins !== undefined;
  };
  const fresh = new Set(stretches.filter(isNew).map(({ id }) => id));
  if (![...moves.moved.keys()].some((id) => fresh.has(id))) return moves;
  const moved = new Map<BlockId, ProposedMove>([...moves.moved].filter(([id]) => !fresh.has(id)));
  return { moved, order: moves.order };
}
