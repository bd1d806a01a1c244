import type { Lease } from './lease';

/** What others do with a piece that is open here. */
export interface PieceNews {
  /** Who else has it open; null when nobody was seen. */
  readonly holder: Lease | null;
  /** Somebody wrote into the piece: what they wrote waits to be taken in. */
  readonly theirs: boolean;
}
