import type { Remark } from '../../shared/checks/remark';
import type { PieceNews } from '../../shared/desk/news';
import type { DeskFailure, OpenedPiece, PieceId } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import type { Desk } from '../desk/desk';

/** The desk in use and the pieces that the window has open. */
export interface Desks {
  readonly current: () => Desk;
  /** The desk that a piece was opened on: after a change of desk its last changes still go to the old one. */
  readonly of: (piece: PieceId) => Desk;
  readonly open: (piece: PieceId) => Promise<Result<OpenedPiece, DeskFailure | ReadFailure>>;
  /** Closing a piece that is not open is no failure. A piece that cannot be written stays open. */
  readonly close: (piece: PieceId) => Promise<Result<null, DeskFailure>>;
  readonly openPieces: () => readonly PieceId[];
  /** Resolves when no piece is open any more. */
  readonly allClosed: () => Promise<void>;
  /** What came up when a piece was taken in unasked: told when the window first opens it. */
  readonly tell: (piece: PieceId, remarks: readonly Remark[]) => void;
  /** Another desk from now on; pieces that are open stay where they are. */
  readonly use: (desk: Desk) => void;
}

/** `hear` is told what others do with the pieces that are open. */
export function createDesks(first: Desk, hear: (piece: PieceId, news: PieceNews) => void = () => {}): Desks {
  let current = first;
  const open = new Map<PieceId, Desk>();
  const untold = new Map<PieceId, readonly Remark[]>();
  let waiting: (() => void)[] = [];
  const of = (piece: PieceId) => open.get(piece) ?? current;

  return {
    current: () => current,
    of,
    open: async (piece) => {
      const desk = of(piece);
      const opened = await desk.open(piece);
      if (!opened.ok) return opened;
      open.set(piece, desk);
      desk.watch(piece, (news) => hear(piece, news));
      const remarks = [...opened.value.remarks, ...(untold.get(piece) ?? [])];
      untold.delete(piece);
      return ok({ ...opened.value, remarks });
    },
    close: async (piece) => {
      const desk = open.get(piece);
      if (!desk) return ok(null);
      const closed = await desk.close(piece);
      if (!closed.ok) return closed;
      open.delete(piece);
      if (open.size === 0) {
        for (const tell of waiting) tell();
        waiting = [];
      }
      return closed;
    },
    openPieces: () => [...open.keys()],
    allClosed: () => (open.size === 0 ? Promise.resolve() : new Promise((tell) => waiting.push(tell))),
    tell: (piece, remarks) => {
      untold.set(piece, remarks);
    },
    use: (desk) => {
      current = desk;
    },
  };
}
