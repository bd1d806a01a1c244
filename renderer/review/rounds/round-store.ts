import { create } from 'zustand';
import type { PieceId } from '../../../shared/ipc/contract';
import type { RoundView } from '../../../shared/ipc/round-calls';

interface RoundState {
  /** The piece that all of this is about. */
  readonly piece: PieceId | null;
  /** The latest round; null before the first, and while it is not read. */
  readonly round: RoundView | null;
  /** A call is under way: the buttons wait. */
  readonly busy: boolean;
}

export const useRound = create<RoundState>(() => ({ piece: null, round: null, busy: false }));
