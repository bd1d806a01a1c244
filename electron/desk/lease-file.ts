import { join } from 'node:path';
import {
  LEASE_RENEWAL,
  lookAgain,
  readLease,
  standingOf,
  writeLease,
  type Holder,
  type Lease,
  type Watched,
} from '../../shared/desk/lease';
import { removeIfThere, replaceLazily } from './atomic-file';
import { hasCode, type Files } from './files';

/** Who has the piece open, in its folder. */
export const LEASE_FILE = 'lease.json';

/** A lease is a line; a file larger than this is something else. In bytes. */
const LARGEST = 10_000;

/** The lease in a piece's folder, with how old the file is by the disk's time; null when there is none. */
export async function findLease(
  files: Files,
  folder: string,
  now: number,
): Promise<{ readonly lease: Lease; readonly age: number } | null> {
  const path = join(folder, LEASE_FILE);
  const facts = await files.look(path);
  if (facts?.kind !== 'file' || facts.size > LARGEST) return null;
  try {
    const lease = readLease(new TextDecoder().decode(await files.read(path)));
    return lease && { lease, age: now - facts.modified };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The lease of one open piece, as this desk holds it or sees it held. Methods throw errors of the disk. */
export class LeaseKeeper {
  private mine: Lease | null = null;
  private renewed = 0;
  private theirs: Watched | null = null;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly self: Holder,
    private readonly now: () => number,
  ) {}

  /** Looks who has the piece, takes the lease when nobody has and renews it when it is ours; gives the other holder. */
  async tend(): Promise<Lease | null> {
    const now = this.now();
    const found = await findLease(this.files, this.folder, now);
    if (found === null || found.lease.writer === this.self.writer) {
      this.theirs = null;
      const due = found === null || this.mine === null || Math.abs(now - this.renewed) >= LEASE_RENEWAL;
      if (due) await this.take();
      return null;
    }
    const { lease, age } = found;
    this.theirs = lookAgain(this.theirs, `${lease.writer} ${lease.since} ${lease.beat}`, now, age);
    const standing = standingOf(this.theirs, now);
    if (standing === 'gone') await this.take();
    else this.mine = null;
    return standing === 'live' ? lease : null;
  }

  /** The lease is ours from now on; whoever had it sees that at the next look and goes on writing all the same. */
  async take(): Promise<void> {
    const now = this.now();
    const since = this.mine?.since ?? new Date(now).toISOString();
    this.mine = { ...this.self, since, beat: (this.mine?.beat ?? 0) + 1 };
    this.renewed = now;
    this.theirs = null;
    await replaceLazily(this.files, join(this.folder, LEASE_FILE), new TextEncoder().encode(writeLease(this.mine)));
  }

  /** Gives the lease back if it is still ours. */
  async release(): Promise<void> {
    this.mine = null;
    const found = await findLease(this.files, this.folder, this.now());
    if (found?.lease.writer === this.self.writer) await removeIfThere(this.files, join(this.folder, LEASE_FILE));
  }
}
