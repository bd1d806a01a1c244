import { join } from 'node:path';
import { lookAgain, standingOf, type Holder, type Watched } from '../../shared/desk/lease';
import type { PieceNews } from '../../shared/desk/news';
import { IMPORTED } from './branch-files';
import type { Files } from './files';
import { LeaseKeeper } from './lease-file';
import type { LivePiece } from './live-piece';
import { SNAPSHOT_FILE } from './open-piece';
import { otherBranches, type Branch } from './read-branch';

/** How often an open piece is looked at for what others do, in milliseconds. Network disks tell nobody by themselves. */
export const WATCH_EVERY = 3000;

/** Every how many looks the journals of others are read. */
const JOURNALS_EVERY = 10;

/** Looks after one open piece: whose lease it is, whether somebody wrote the snapshot, and whose journal was left behind. */
export class PieceWatch {
  readonly lease: LeaseKeeper;
  /** Journals whose writers are not there any more. */
  leftBehind: readonly Branch[] = [];
  private readonly watched = new Map<string, Watched>();
  private seen = '';
  private looks = 0;
  private theirs = false;

  constructor(
    private readonly files: Files,
    private readonly live: LivePiece,
    private readonly self: Holder,
    private readonly now: () => number,
  ) {
    this.lease = new LeaseKeeper(files, live.folder, self, now);
  }

  async look(): Promise<PieceNews> {
    const holder = await this.lease.tend();
    if (await this.snapshotChanged()) this.theirs = (await this.live.theirs()) !== null;
    if (this.looks++ % JOURNALS_EVERY === 0) this.leftBehind = await this.findLeftBehind(holder?.writer ?? null);
    return { holder, theirs: this.theirs || this.live.hasOverwritten || this.leftBehind.length > 0 };
  }

  /** What others wrote has been taken in. */
  tookIn(): void {
    this.leftBehind = [];
    this.theirs = false;
    this.seen = '';
  }

  /** The journals are read at the next look, not at their turn. */
  journalsChanged(): void {
    this.looks = 0;
  }

  private async snapshotChanged(): Promise<boolean> {
    const facts = await this.files.look(join(this.live.folder, SNAPSHOT_FILE));
    const seen = facts ? `${facts.size} ${facts.modified}` : '';
    const changed = seen !== this.seen;
    this.seen = seen;
    return changed;
  }

  /** A journal that holds more than the snapshot and has stood still for long: its desk was cut off. */
  private async findLeftBehind(holder: string | null): Promise<readonly Branch[]> {
    const now = this.now();
    const branches = await otherBranches(this.files, this.live.folder, this.self.writer, this.live.standsOn, now);
    return branches.filter((branch) => {
      const { writer } = branch.files;
      const watched = lookAgain(this.watched.get(writer) ?? null, branch.mark, now, branch.age);
      this.watched.set(writer, watched);
      // A file that was taken in has nobody who could still be writing it.
      if (writer.startsWith(IMPORTED)) return true;
      return writer !== holder && standingOf(watched, now) === 'gone';
    });
  }
}
