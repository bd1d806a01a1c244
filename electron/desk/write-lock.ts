import { join } from 'node:path';
import { removeIfThere } from './atomic-file';
import { hasCode, type Files } from './files';

/** Stands in the piece's folder while somebody looks at the snapshot and puts a new one in its place. */
export const LOCK_FILE = '.galley-snapshot.lock';

/** A lock that was seen to stand for so long was left behind by a crash, in milliseconds: writing takes a second at most. */
export const LOCK_LIFETIME = 15_000;

/** A lock that was taken. A machine that sleeps may lose it: others take it for left behind. */
export interface HeldLock {
  /** Whether the lock in the folder is still this one. */
  readonly isOurs: () => Promise<boolean>;
  /** Gives it back, unless it is somebody else's by now. */
  readonly release: () => Promise<void>;
}

/**
 * Keeps two desks from writing the same snapshot at the same moment, when one would write over what the other had not read
 * yet. Creating a file that must not be there is one step on local and on network disks alike.
 */
export class WriteLock {
  private seen: { readonly mark: string; readonly since: number } | null = null;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly writer: string,
    private readonly now: () => number,
  ) {}

  /** Null when another desk is writing: come again a little later. */
  async take(): Promise<HeldLock | null> {
    const path = join(this.folder, LOCK_FILE);
    for (let attempt = 0; attempt < 3; attempt++) {
      const mark = `${this.writer} ${this.files.fresh()}`;
      try {
        await this.put(path, mark);
        return this.held(path, mark);
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      const there = await this.markAt(path);
      // Given back in between: once more, and nothing is broken, for the next may be somebody's who is at work.
      if (there === null) continue;
      if (!this.leftBehind(there)) return null;
      if (!(await this.breakUp(path, there))) return null;
    }
    return null;
  }

  private held(path: string, mark: string): HeldLock {
    const isOurs = async () => (await this.markAt(path)) === mark;
    return {
      isOurs,
      release: async () => {
        // Moved away before it is looked at: between a look and a removal it could have become another's.
        if (await isOurs()) await this.breakUp(path, mark);
      },
    };
  }

  private async put(path: string, mark: string): Promise<void> {
    const file = await this.files.create(path);
    try {
      await file.write(new TextEncoder().encode(mark));
    } catch (error) {
      await removeIfThere(this.files, path);
      throw error;
    } finally {
      await file.close();
    }
  }

  private leftBehind(mark: string): boolean {
    // Nobody but this writer can have left it: no two programs write as one.
    if (mark.startsWith(`${this.writer} `)) return true;
    const now = this.now();
    if (this.seen?.mark !== mark) this.seen = { mark, since: now };
    return now - this.seen.since > LOCK_LIFETIME;
  }

  /** Of two who break one lock at a time only one can move it away; false for the other, and when it was another lock by then. */
  private async breakUp(path: string, mark: string): Promise<boolean> {
    const aside = join(this.folder, `.galley-${this.files.fresh()}-lock.tmp`);
    try {
      await this.files.rename(path, aside);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    }
    if ((await this.markAt(aside)) === mark) {
      await removeIfThere(this.files, aside);
      return true;
    }
    await this.files.rename(aside, path);
    return false;
  }

  private async markAt(path: string): Promise<string | null> {
    try {
      return new TextDecoder().decode(await this.files.read(path));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  }
}
