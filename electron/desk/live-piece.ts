import { dirname, join } from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { applyChange, changeBetween, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { TakenIn } from '../../shared/ipc/contract';
import type { Conflict } from '../../shared/review/merge/conflict';
import { mergeBranches } from '../../shared/review/merge/merge-branches';
import { replaceLazily, sweep } from './atomic-file';
import { clearBeside } from './exchange';
import type { Files } from './files';
import { branchFiles, VERSIONS_FOLDER, type BranchFiles } from './branch-files';
import { decodeJournal, encodeLine } from './journal';
import { JournalFile } from './journal-file';
import { JournalLines } from './journal-lines';
import { KeptAside } from './kept-aside';
import type { FoundPiece } from './open-piece';
import type { Branch } from './read-branch';
import { decodeSnapshot, encodeSnapshot, hashOf, type SnapshotHash } from './snapshot';
import { SnapshotFile } from './snapshot-file';
import type { HeldLock } from './write-lock';

/** A snapshot of somebody else's that stands in the place of ours. */
export interface Theirs {
  readonly interview: Interview;
  readonly bytes: Uint8Array;
  readonly hash: SnapshotHash;
}

/** A save of somebody else's that is not in the folder any more, with the version that both went out from. */
interface Overwritten {
  readonly base: Interview | null;
  readonly interview: Interview;
}

/** How a snapshot went. theirs: somebody else's stands there, which has to be taken in first; busy: another desk is writing. */
export type SnapshotEnd = 'done' | 'theirs' | 'busy';

/**
 * A piece that is being written. What was typed is in memory before it is on the disk, so that a disk that fails loses
 * nothing: the next call writes what is missing. Not safe for calls at the same time; the desk queues them.
 * Methods throw errors of the disk.
 */
export class LivePiece {
  state: Interview;
  /** The last seq taken in; `durable` is the last one on the disk. */
  seq: number;
  at: number;
  private durable: number;
  private base: SnapshotHash;
  private baseBytes: Uint8Array;
  private baseSeq: number;
  private readonly lines: JournalLines;
  private readonly aside: KeptAside;
  private repair: FoundPiece['repair'];
  private readonly journal: JournalFile;
  private readonly file: SnapshotFile;
  /** Which snapshot the spare on the disk is known to hold. */
  private spared: SnapshotHash | null = null;
  /** The last snapshot that may be of this desk's own making. */
  private written: SnapshotHash;
  /** Saves of others that a snapshot of ours was laid over, because this machine slept in the middle of it. */
  private overwritten: readonly Overwritten[] = [];

  constructor(
    private readonly files: Files,
    readonly folder: string,
    private readonly now: () => number,
    found: FoundPiece,
    private readonly own: BranchFiles = branchFiles(),
  ) {
    this.journal = new JournalFile(files, join(folder, own.journal));
    this.file = new SnapshotFile(files, folder, own.writer, now);
    this.lines = new JournalLines(found);
    this.state = found.interview;
    this.seq = found.seq;
    this.durable = found.seq;
    this.at = found.at;
    this.base = found.base;
    this.written = found.base;
    this.baseBytes = found.baseBytes;
    this.baseSeq = found.baseSeq;
    this.aside = new KeptAside(files, folder, now, found);
    this.repair = found.hasJournal ? found.repair : found.repair === 'snapshot' ? 'snapshot' : 'journal';
  }

  /** The snapshot that this piece stands on. */
  get standsOn(): { readonly interview: Interview; readonly hash: SnapshotHash } {
    const read = decodeSnapshot(this.baseBytes);
    return { interview: read.ok ? read.value.interview : this.state, hash: this.base };
  }

  get remarks(): readonly Remark[] {
    return this.aside.remarks;
  }

  /** Changes since the snapshot on the disk. */
  get unsaved(): number {
    return this.lines.unsaved;
  }

  /** Whether a save of somebody else's was laid over and waits to be taken in. */
  get hasOverwritten(): boolean {
    return this.overwritten.length > 0;
  }

  /** Takes a change in and makes it durable. A seq that is durable already changes nothing. */
  async append(seq: number, change: Change): Promise<void> {
    if (seq <= this.durable) return;
    this.state = applyChange(this.state, change);
    this.seq = Math.max(this.seq, seq);
    this.at = this.now();
    this.lines.wait(seq, this.at, change);
    await this.flush();
  }

  /** Makes everything durable that was taken in. */
  async flush(): Promise<void> {
    if (this.repair !== 'nothing') return this.settle();
    if (!this.lines.isWaiting) return;
    await this.write(this.lines.ofWaiting());
    this.keepWaiting();
  }

  /** Puts the files in order after damage, an outside edit or a failed write. Nothing happens when they are. */
  async settle(): Promise<void> {
    if (this.repair === 'nothing') return;
    await this.closeJournal();
    await this.standFolder();
    // A snapshot that has to be put right takes no part in the question whose it is: it is damaged or missing.
    if (this.repair === 'snapshot') await this.putRight();
    else {
      await this.rewriteJournal(this.lines.all());
      this.keepWaiting();
      this.repair = 'nothing';
      await this.writeSpare();
    }
  }

  /** A new snapshot and a fresh journal, unless the snapshot has everything already. */
  async snapshot(): Promise<SnapshotEnd> {
    if (this.repair === 'nothing' && this.unsaved === 0) return 'done';
    await this.flush();
    return this.unsaved > 0 ? await this.writeSnapshot() : 'done';
  }

  /** The snapshot in the folder when somebody else wrote it and it can be read; null while it is the one known here. */
  async theirs(): Promise<Theirs | null> {
    const bytes = await this.file.bytes();
    if (bytes === null || bytes.length === 0) return null;
    const hash = hashOf(bytes);
    if (this.isOurs(hash)) return null;
    const read = decodeSnapshot(bytes);
    return read.ok ? { interview: read.value.interview, bytes, hash } : null;
  }

  /**
   * Merges what others wrote with what stands here: their snapshot, and the journals that their desks left behind. The change
   * is in this writer's journal when this returns; null when there was nothing.
   */
  async takeIn(leftBehind: readonly Branch[]): Promise<TakenIn | null> {
    await this.flush();
    const theirs = await this.theirs();
    if (!theirs && leftBehind.length === 0 && !this.hasOverwritten) return null;
    const { state, base, baseBytes, baseSeq } = this;
    const kept = this.lines.kept();
    try {
      const branches = [...this.overwritten, ...leftBehind];
      const conflicts = [...(theirs ? this.standOn(theirs) : []), ...branches.flatMap((branch) => this.join(branch))];
      await this.settle();
      this.overwritten = [];
      for (const { files } of leftBehind) {
        await this.aside.putAway(files);
        await clearBeside(this.files, this.folder, files.writer);
      }
      return { change: changeBetween(state, this.state), conflicts };
    } catch (error) {
      // Nobody has been told of the merge: what is typed next goes out from the piece as it stood.
      Object.assign(this, { state, base, baseBytes, baseSeq });
      this.lines.goBackTo(kept);
      this.repair = 'journal';
      throw error;
    }
  }

  /** From now on this piece is what somebody else wrote, and what was changed here over it. */
  private standOn(theirs: Theirs): readonly Conflict[] {
    const known = decodeSnapshot(this.baseBytes);
    const base = known.ok ? known.value.interview : null;
    const merged = this.lines.haveChanges ? mergeBranches(base, this.state, theirs.interview) : null;
    // A desk that slept in the middle of a save may have laid its own over what was written here: that stays a version.
    if (this.written === this.base) this.aside.version(this.baseBytes);
    if (merged && merged.conflicts.length > 0) {
      this.aside.version(theirs.bytes);
      this.aside.version(encodeSnapshot(this.state));
    }
    this.state = merged?.interview ?? theirs.interview;
    this.base = theirs.hash;
    this.baseBytes = theirs.bytes;
    this.baseSeq = this.seq;
    this.lines.fold();
    this.addLine(changeBetween(theirs.interview, this.state));
    this.repair = 'journal';
    return merged?.conflicts ?? [];
  }

  private join(branch: Overwritten): readonly Conflict[] {
    const before = this.state;
    const merged = mergeBranches(branch.base, before, branch.interview);
    this.state = merged.interview;
    this.addLine(changeBetween(before, this.state));
    this.repair = 'journal';
    return merged.conflicts;
  }

  /** Under the number of the last change of the window, which counts its own. */
  private addLine(change: Change): void {
    this.lines.add(this.seq, this.now(), change);
  }

  private isOurs(hash: SnapshotHash): boolean {
    return hash === this.base || this.lines.announced(hash);
  }

  async closeJournal(): Promise<void> {
    await this.journal.close();
  }

  /** The journal announces the snapshot before it is there: at every moment one of the two fits the other. */
  private async writeSnapshot(): Promise<SnapshotEnd> {
    const end = await this.file.alone(async (lock) =>
      (await this.theirs()) ? 'theirs' : await this.replaceSnapshot(lock),
    );
    return end ?? 'busy';
  }

  /** Until the snapshot can be put right, the journal alone holds what was typed. */
  private async putRight(): Promise<void> {
    const end = await this.writeSnapshot();
    if (end === 'done') return;
    await this.rewriteJournal(this.lines.all());
    this.keepWaiting();
    if (end === 'theirs') this.repair = 'nothing';
  }

  private async replaceSnapshot(lock: HeldLock): Promise<SnapshotEnd> {
    const bytes = encodeSnapshot(this.state);
    const hash = hashOf(bytes);
    const marker = encodeLine({ kind: 'next', hash, seq: this.seq });
    const standing = await this.keepTheirs();
    await this.keepStrangeJournal();
    // Replaced by another program's: the marker has to stand in the file that is there.
    if (await this.journal.isReplaced()) this.repair = 'journal';
    if (this.repair === 'nothing') await this.write([marker]);
    else {
      await this.rewriteJournal([...this.lines.all(), marker]);
      this.keepWaiting();
    }
    this.lines.mark(marker);
    const { seq } = this;
    try {
      const placed = await this.file.replace(lock, standing, bytes);
      if (placed.kind === 'kept-out') return (await this.theirs()) ? 'theirs' : 'busy';
      // The journal goes on holding what that snapshot held, and what stands there is taken in.
      if (placed.kind === 'written-over') return 'theirs';
      await this.keepOverwritten(placed.over);
      await this.journal.rewrite([encodeLine({ kind: 'base', hash, seq })]);
    } catch (error) {
      this.repair = 'snapshot';
      throw error;
    }
    this.base = hash;
    this.written = hash;
    this.baseBytes = bytes;
    this.baseSeq = seq;
    this.lines.clear();
    this.repair = 'nothing';
    await this.writeSpare();
    return this.hasOverwritten ? 'theirs' : 'done';
  }

  /** Saves of others over which this one was laid: they stay versions, and are taken in. */
  private async keepOverwritten(saves: readonly Uint8Array[]): Promise<void> {
    const known = decodeSnapshot(this.baseBytes);
    const base = known.ok ? known.value.interview : null;
    for (const bytes of saves) {
      const read = decodeSnapshot(bytes);
      if (!read.ok || this.isOurs(hashOf(bytes))) continue;
      await this.aside.versionNow(bytes);
      this.overwritten = [...this.overwritten, { base, interview: read.value.interview }];
    }
  }

  /** A second copy of the snapshot that the journal stands on: for damage, and for a merge after a crash. */
  private async writeSpare(): Promise<void> {
    if (this.spared === this.base) return;
    await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
    await replaceLazily(this.files, join(this.folder, this.own.spare), this.baseBytes);
    this.spared = this.base;
  }

  /**
   * A snapshot that cannot be read stands in the place of ours: this window's text goes on, theirs is kept beside it. Tells
   * what stands there, null when nothing does.
   */
  private async keepTheirs(): Promise<SnapshotHash | null> {
    const bytes = await this.file.bytes();
    if (bytes === null) return null;
    const hash = hashOf(bytes);
    if (!this.isOurs(hash)) await this.aside.snapshot(bytes);
    return hash;
  }

  /** The folder with what has to be kept before anything in it is written over. A desk that is gone is not made anew. */
  private async standFolder(): Promise<void> {
    const desk = dirname(this.folder);
    await this.files.makeFolder(this.folder);
    await this.files.syncFolder(desk);
    await this.aside.write();
    if (!(await this.file.isThere())) this.repair = 'snapshot';
    await this.keepStrangeJournal();
    await sweep(this.files, this.folder, this.now());
  }

  /** Another program's journal in the place of ours is kept, not written over. */
  private async keepStrangeJournal(): Promise<void> {
    const bytes = await this.journal.bytes();
    if (bytes === null || this.lines.know(decodeJournal(bytes).lines)) return;
    await this.aside.journal(bytes);
  }

  private async rewriteJournal(lines: readonly string[]): Promise<void> {
    await this.journal.rewrite([encodeLine({ kind: 'base', hash: this.base, seq: this.baseSeq }), ...lines]);
  }

  private async write(lines: readonly string[]): Promise<void> {
    try {
      await this.journal.append(lines);
    } catch (error) {
      this.repair = 'journal';
      throw error;
    }
  }

  private keepWaiting(): void {
    this.lines.keepWaiting();
    this.durable = this.seq;
  }
}
