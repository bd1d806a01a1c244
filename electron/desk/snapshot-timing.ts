import type { PieceId } from '../../shared/ipc/contract';
import type { After } from './after';
import type { SnapshotEnd } from './live-piece';

/** Quiet after which a snapshot is taken, in milliseconds, and the changes after which it is taken without quiet. */
export const SNAPSHOT_QUIET = 5000;
export const SNAPSHOT_CHANGES = 200;

/** How often and how long a snapshot waits for another desk that is writing one; in milliseconds. */
const BUSY_ATTEMPTS = 4;
const BUSY_PAUSE = 250;

/** When the snapshots of open pieces are due: after a time of quiet in the typing. */
export class SnapshotTiming {
  private readonly timers = new Map<PieceId, () => void>();

  constructor(
    private readonly after: After,
    private readonly whenQuiet: (piece: PieceId) => void,
  ) {}

  /** The quiet begins anew. */
  later(piece: PieceId): void {
    this.cancel(piece);
    this.timers.set(
      piece,
      this.after(SNAPSHOT_QUIET, () => this.whenQuiet(piece)),
    );
  }

  cancel(piece: PieceId): void {
    this.timers.get(piece)?.();
    this.timers.delete(piece);
  }
}

/**
 * Takes a snapshot until it is done: waits while another desk writes, and has what others wrote taken in. After a few
 * attempts it is left at that; what is not in the snapshot is in the journal.
 */
export async function insist(
  after: After,
  take: () => Promise<SnapshotEnd>,
  takeIn: () => Promise<void>,
): Promise<SnapshotEnd> {
  for (let attempt = 0; ; attempt++) {
    const end = await take();
    if (end === 'done' || attempt === BUSY_ATTEMPTS) return end;
    if (end === 'busy') await new Promise<void>((resolve) => void after(BUSY_PAUSE, resolve));
    else await takeIn();
  }
}
