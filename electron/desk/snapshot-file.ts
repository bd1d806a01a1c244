import { join } from 'node:path';
import { replaceFileIf } from './atomic-file';
import type { Files } from './files';
import { SNAPSHOT_FILE } from './open-piece';
import { readIfThere } from './read-branch';
import { hashOf, type SnapshotHash } from './snapshot';
import { lookAtSpares, savedSince, type SparesOfOthers } from './spare-watch';
import { WriteLock, type HeldLock } from './write-lock';

/**
 * How a new snapshot got to its place. kept-out: it did not, because the lock or the snapshot there was not what it had been;
 * written-over: another one has come over it already; placed: it stands there, over these saves of others that nobody here has
 * read, because the machine slept between the last look and the last step.
 */
export type Placed =
  | { readonly kind: 'kept-out' }
  | { readonly kind: 'written-over' }
  | { readonly kind: 'placed'; readonly over: readonly Uint8Array[] };

/**
 * The snapshot in a piece's folder, the one file that every desk which has the piece open writes: whole, under a lock, and
 * never over one that was not read. Methods throw errors of the disk.
 */
export class SnapshotFile {
  private readonly path: string;
  private readonly lock: WriteLock;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly writer: string,
    now: () => number,
  ) {
    this.path = join(folder, SNAPSHOT_FILE);
    this.lock = new WriteLock(files, folder, writer, now);
  }

  /** Null when there is none, and for one that is too large to be one. */
  async bytes(): Promise<Uint8Array | null> {
    const bytes = await readIfThere(this.files, this.path);
    return bytes === 'too-large' ? null : bytes;
  }

  async isThere(): Promise<boolean> {
    return (await this.files.look(this.path)) !== null;
  }

  /** What the job gives, done while no other desk writes the snapshot; null when one does. */
  async alone<Value>(job: (lock: HeldLock) => Promise<Value>): Promise<Value | null> {
    const lock = await this.lock.take();
    if (!lock) return null;
    try {
      return await job(lock);
    } finally {
      await lock.release();
    }
  }

  /**
   * Puts these bytes in the place of the snapshot whose hash is `standing`, null for none. A machine may sleep at any moment,
   * and another desk then takes its lock for left behind and saves: lock and snapshot are looked at right before the last step
   * and after it.
   */
  async replace(lock: HeldLock, standing: SnapshotHash | null, bytes: Uint8Array): Promise<Placed> {
    let spares: SparesOfOthers = new Map();
    const unchanged = async () => {
      spares = await lookAtSpares(this.files, this.folder, this.writer);
      return (await this.hash()) === standing && (await lock.isOurs());
    };
    if (!(await replaceFileIf(this.files, this.path, bytes, unchanged))) return { kind: 'kept-out' };
    if ((await this.hash()) !== hashOf(bytes)) return { kind: 'written-over' };
    if (await lock.isOurs()) return { kind: 'placed', over: [] };
    // Nobody writes without the lock, and each who wrote has left a second copy.
    return { kind: 'placed', over: await savedSince(this.files, this.folder, this.writer, spares) };
  }

  private async hash(): Promise<SnapshotHash | null> {
    const bytes = await this.bytes();
    return bytes && hashOf(bytes);
  }
}
