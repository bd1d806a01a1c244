import { applyChange, changeBetween, isEmptyChange, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, PieceId, TakenIn } from '../../shared/ipc/contract';
import type { Bridge } from '../../shared/ipc/bridge';
import type { Result } from '../../shared/result';
import { mergeInterviews } from '../../shared/review/merge/merge-interviews';
import type { Conflict } from '../../shared/review/merge/conflict';

export interface TakeTheirsTools {
  readonly piece: PieceId;
  readonly call: Bridge['call'];
  /** The piece as it was handed out so far: after `settle`, what the desk holds. */
  readonly handedOut: () => Interview;
  /** The piece with the last key. */
  readonly flushed: () => Interview;
  /** Hands out the last typing and waits until the disk has it; false when it does not take it. */
  readonly settle: () => Promise<boolean>;
  /** From now on changes are kept in the window and not handed to the disk. */
  readonly hold: () => void;
  /** The change is to be seen, and what the window then holds beyond `held`, the piece as the desk has it, goes to the disk. */
  readonly letGo: (change: Change, held: Interview) => void;
}

/** What was taken in, as it is told: how many blocks and fields, and what could not be decided. */
export interface TookIn {
  readonly places: number;
  readonly conflicts: readonly Conflict[];
}

/**
 * Takes in what others wrote. The desk merges it with what it holds; what was typed while it was asked is merged here with
 * the answer, and reaches the disk only after that, so that no block of theirs is written over.
 */
export async function takeTheirs(tools: TakeTheirsTools): Promise<Result<TookIn | null, DeskFailure>> {
  const { piece, call, handedOut, flushed, settle, hold, letGo } = tools;
  if (!(await settle())) return { ok: true, value: null };
  hold();
  const before = handedOut();
  let taken: Result<TakenIn | null, DeskFailure>;
  try {
    taken = await call('piece:take-in', piece);
  } catch (error) {
    letGo({}, before);
    throw error;
  }
  const now = flushed();
  if (!taken.ok || !taken.value) {
    letGo({}, before);
    return taken.ok ? { ok: true, value: null } : taken;
  }
  const theirs = applyChange(before, taken.value.change);
  const { interview: merged, conflicts } = mergeInterviews(before, now, theirs);
  letGo(changeBetween(now, merged), theirs);
  const { blocks = {}, fields = {}, order } = taken.value.change;
  const places = Object.keys(blocks).length + Object.keys(fields).length + (order ? 1 : 0);
  const all = [...taken.value.conflicts, ...conflicts];
  return { ok: true, value: isEmptyChange(taken.value.change) && all.length === 0 ? null : { places, conflicts: all } };
}
