import type { DeskFailure, PieceId } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { guarded } from './failures';

/** One job at a time for each piece, in the order they came; pieces do not wait for each other. */
export class PieceQueue {
  private readonly last = new Map<PieceId, Promise<unknown>>();

  /** The result of the job, or the failure of the disk that ended it. What fails keeps nothing behind it from its turn. */
  run<Value, Failure>(
    piece: PieceId,
    job: () => Promise<Result<Value, Failure | DeskFailure>>,
  ): Promise<Result<Value, Failure | DeskFailure>> {
    const before = this.last.get(piece) ?? Promise.resolve();
    const done = before.then(() => guarded(job));
    const settled = done.catch(() => undefined);
    this.last.set(piece, settled);
    void settled.then(() => {
      if (this.last.get(piece) === settled) this.last.delete(piece);
    });
    return done;
  }
}
