import { dirname, join } from 'node:path';
import { loss, type Remark } from '../../shared/checks/remark';
import { applyChange, changeBetween, isEmptyChange, mergeChanges, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { TakenIn } from '../../shared/ipc/contract';
import type { Conflict } from '../../shared/review/merge/conflict';
import { mergeBranches } from '../../shared/review/merge/merge-branches';
import { replaceFile, replaceFileIf, replaceLazily, sweep } from './atomic-file';
import { clearBeside } from './exchange';
import { hasCode, type Files, type OpenFile } from './files';
import { branchFiles, VERSIONS_FOLDER, type BranchFiles } from './branch-files';
import { decodeJournal, encodeLine, type JournalLine } from './journal';
import { SNAPSHOT_FILE, type FoundPiece, type SetAside } from './open-piece';
import { stamp } from './piece-name';
import { readIfThere, type Branch } from './read-branch';
import { decodeSnapshot, encodeSnapshot, hashOf, type SnapshotHash } from './snapshot';
import { lookAtSpares, savedSince, type SparesOfOthers } from './spare-watch';
import { versionName } from './version-name';
import { WriteLock, type HeldLock } from './write-lock';

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
  remarks: readonly Remark[];
  private durable: number;
  private base: SnapshotHash;
  private baseBytes: Uint8Array;
  private baseSeq: number;
  /** Every line since the base, as it is on the disk or has to get there. */
  private lines: string[];
  private readonly waiting = new Map<number, { readonly at: number; readonly change: Change }>();
  private changes: number;
  private setAside: readonly SetAside[];
  private repair: FoundPiece['repair'];
  /** Hashes of what was set aside: a damaged snapshot must not be kept a second time as somebody's work. */
  private readonly alreadyKept: Set<SnapshotHash>;
  /** Lines that may stand in the journal and are no stranger's: as it was found, and those that a merge has folded. */
  private readonly found: Set<string>;
  private journal: OpenFile | null = null;
  /** Which snapshot the spare on the disk is known to hold. */
  private spared: SnapshotHash | null = null;
  /** The last snapshot that may be of this desk's own making. */
  private written: SnapshotHash;
  private readonly lock: WriteLock;
  /** Saves of others that a snapshot of ours was laid over, because this machine slept in the middle of it. */
  private overwritten: readonly Overwritten[] = [];

  constructor(
    private readonly files: Files,
    readonly folder: string,
    private readonly now: () => number,
    found: FoundPiece,
    private readonly own: BranchFiles = branchFiles(),
  ) {
    this.lock = new WriteLock(files, folder, own.writer, now);
    this.state = found.interview;
    this.seq = found.seq;
    this.durable = found.seq;
    this.at = found.at;
    this.base = found.base;
    this.written = found.base;
    this.baseBytes = found.baseBytes;
    this.baseSeq = found.baseSeq;
    this.lines = found.lines.map(encodeLine);
    this.changes = found.lines.filter((line) => line.kind === 'change').length;
    this.setAside = found.setAside;
    this.alreadyKept = new Set(found.setAside.map((aside) => hashOf(aside.bytes)));
    this.repair = found.hasJournal ? found.repair : found.repair === 'snapshot' ? 'snapshot' : 'journal';
    this.remarks = found.remarks;
    this.found = new Set(found.journal.map(encodeLine));
  }

  /** The snapshot that this piece stands on. */
  get standsOn(): { readonly interview: Interview; readonly hash: SnapshotHash } {
    const read = decodeSnapshot(this.baseBytes);
    return { interview: read.ok ? read.value.interview : this.state, hash: this.base };
  }

  /** Changes since the snapshot on the disk. */
  get unsaved(): number {
    return this.changes + this.waiting.size;
  }

  /** Whether a save of somebody else's was laid over and waits to be taken in. */
  get hasOverwritten(): boolean {
    return this.overwritten.length > 0;
  }

  /** Takes a change in and makes it durable. A seq that is durable already changes nothing. */
  async append(seq: number, change: Change): Promise<void> {
    if (seq <= this.durable) return;
    const earlier = this.waiting.get(seq);
    this.state = applyChange(this.state, change);
    this.seq = Math.max(this.seq, seq);
    this.at = this.now();
    this.waiting.set(seq, { at: this.at, change: earlier ? mergeChanges(earlier.change, change) : change });
    await this.flush();
  }

  /** Makes everything durable that was taken in. */
  async flush(): Promise<void> {
    if (this.repair !== 'nothing') return this.settle();
    if (this.waiting.size === 0) return;
    await this.write(this.encodeWaiting());
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
      await this.rewriteJournal([...this.lines, ...this.encodeWaiting()]);
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
    const bytes = await readIfThere(this.files, join(this.folder, SNAPSHOT_FILE));
    if (bytes === null || bytes === 'too-large' || bytes.length === 0) return null;
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
    const { state, base, baseBytes, baseSeq, lines, changes } = this;
    const before = { state, base, baseBytes, baseSeq, lines: [...lines], changes };
    try {
      const branches = [...this.overwritten, ...leftBehind];
      const conflicts = [...(theirs ? this.standOn(theirs) : []), ...branches.flatMap((branch) => this.join(branch))];
      await this.settle();
      this.overwritten = [];
      for (const { files } of leftBehind) {
        await this.putAway(files);
        await clearBeside(this.files, this.folder, files.writer);
      }
      return { change: changeBetween(state, this.state), conflicts };
    } catch (error) {
      // Nobody has been told of the merge: what is typed next goes out from the piece as it stood.
      Object.assign(this, before);
      this.repair = 'journal';
      throw error;
    }
  }

  /** From now on this piece is what somebody else wrote, and what was changed here over it. */
  private standOn(theirs: Theirs): readonly Conflict[] {
    const known = decodeSnapshot(this.baseBytes);
    const base = known.ok ? known.value.interview : null;
    const merged = this.changes > 0 ? mergeBranches(base, this.state, theirs.interview) : null;
    // A desk that slept in the middle of a save may have laid its own over what was written here: that stays a version.
    if (this.written === this.base) this.keepVersion(this.baseBytes);
    if (merged && merged.conflicts.length > 0) {
      this.keepVersion(theirs.bytes);
      this.keepVersion(encodeSnapshot(this.state));
    }
    this.state = merged?.interview ?? theirs.interview;
    this.base = theirs.hash;
    this.baseBytes = theirs.bytes;
    this.baseSeq = this.seq;
    for (const line of this.lines) this.found.add(line);
    this.lines = [];
    this.changes = 0;
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
    if (isEmptyChange(change)) return;
    this.lines.push(encodeLine({ kind: 'change', seq: this.seq, at: this.now(), change }));
    this.changes += 1;
  }

  private keepVersion(bytes: Uint8Array): void {
    this.setAside = [...this.setAside, { name: versionName(bytes, this.now()), bytes }];
  }

  /** A journal that was taken in: kept under a name that nobody takes in again. */
  private async putAway({ journal, writer }: BranchFiles): Promise<void> {
    const name = `journal-${stamp(this.now())}${writer === '' ? '' : `-${writer}`}.ndjson`;
    try {
      await this.files.rename(join(this.folder, journal), join(this.folder, name));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }

  private isOurs(hash: SnapshotHash): boolean {
    return hash === this.base || this.lines.some((line) => line.startsWith(`{"next":"${hash}"`));
  }

  async closeJournal(): Promise<void> {
    const journal = this.journal;
    this.journal = null;
    await journal?.close();
  }

  /** The journal announces the snapshot before it is there: at every moment one of the two fits the other. */
  private async writeSnapshot(): Promise<SnapshotEnd> {
    const lock = await this.lock.take();
    if (!lock) return 'busy';
    try {
      if (await this.theirs()) return 'theirs';
      return await this.replaceSnapshot(lock);
    } finally {
      await lock.release();
    }
  }

  /** Until the snapshot can be put right, the journal alone holds what was typed. */
  private async putRight(): Promise<void> {
    const end = await this.writeSnapshot();
    if (end === 'done') return;
    await this.rewriteJournal([...this.lines, ...this.encodeWaiting()]);
    this.keepWaiting();
    if (end === 'theirs') this.repair = 'nothing';
  }

  private async replaceSnapshot(lock: HeldLock): Promise<SnapshotEnd> {
    const bytes = encodeSnapshot(this.state);
    const hash = hashOf(bytes);
    const marker = encodeLine({ kind: 'next', hash, seq: this.seq });
    const path = join(this.folder, SNAPSHOT_FILE);
    const standing = await this.keepTheirs(path);
    await this.keepStrangeJournal();
    // Replaced by another program's: the marker has to stand in the file that is there.
    if (this.journal && !(await this.journal.isAt(join(this.folder, this.own.journal)))) this.repair = 'journal';
    if (this.repair === 'nothing') await this.write([marker]);
    else {
      await this.rewriteJournal([...this.lines, ...this.encodeWaiting(), marker]);
      this.keepWaiting();
    }
    this.lines.push(marker);
    const { seq } = this;
    let spares: SparesOfOthers = new Map();
    try {
      // The machine may have slept since the lock was taken, and another desk may have saved meanwhile.
      const unchanged = async () => {
        spares = await lookAtSpares(this.files, this.folder, this.own.writer);
        return (await this.hashAt(path)) === standing && (await lock.isOurs());
      };
      if (!(await replaceFileIf(this.files, path, bytes, unchanged))) return (await this.theirs()) ? 'theirs' : 'busy';
      // Written over already: the journal goes on holding what that snapshot held, and what stands there is taken in.
      if ((await this.hashAt(path)) !== hash) return 'theirs';
      if (!(await lock.isOurs())) await this.noteOverwritten(spares, hash);
      await this.closeJournal();
      await replaceFile(
        this.files,
        join(this.folder, this.own.journal),
        encodeAll([encodeLine({ kind: 'base', hash, seq })]),
      );
    } catch (error) {
      this.repair = 'snapshot';
      throw error;
    }
    this.base = hash;
    this.written = hash;
    this.baseBytes = bytes;
    this.baseSeq = seq;
    this.lines = [];
    this.changes = 0;
    this.repair = 'nothing';
    await this.writeSpare();
    return this.hasOverwritten ? 'theirs' : 'done';
  }

  /** Nobody writes without the lock, and each who wrote has left a second copy: what this snapshot was laid over is there. */
  private async noteOverwritten(before: SparesOfOthers, ours: SnapshotHash): Promise<void> {
    const known = decodeSnapshot(this.baseBytes);
    const base = known.ok ? known.value.interview : null;
    for (const { bytes } of await savedSince(this.files, this.folder, this.own.writer, before)) {
      const hash = hashOf(bytes);
      const read = decodeSnapshot(bytes);
      if (!read.ok || hash === ours || this.isOurs(hash)) continue;
      await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
      await replaceFile(this.files, join(this.folder, versionName(bytes, this.now())), bytes);
      this.overwritten = [...this.overwritten, { base, interview: read.value.interview }];
    }
  }

  /** Null when nothing is there. */
  private async hashAt(path: string): Promise<SnapshotHash | null> {
    const bytes = await readIfThere(this.files, path);
    return bytes === null || bytes === 'too-large' ? null : hashOf(bytes);
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
  private async keepTheirs(path: string): Promise<SnapshotHash | null> {
    const bytes = await readIfThere(this.files, path);
    if (bytes === null || bytes === 'too-large') return null;
    const hash = hashOf(bytes);
    if (this.isOurs(hash) || bytes.length === 0 || this.alreadyKept.has(hash)) return hash;
    const name = `interview-${stamp(this.now())}.json`;
    await replaceFile(this.files, join(this.folder, name), bytes);
    this.alreadyKept.add(hash);
    this.remarks = [...this.remarks, loss('changed-while-open', { file: name })];
    return hash;
  }

  /** The folder with what has to be kept before anything in it is written over. A desk that is gone is not made anew. */
  private async standFolder(): Promise<void> {
    const desk = dirname(this.folder);
    await this.files.makeFolder(this.folder);
    await this.files.syncFolder(desk);
    if (this.setAside.some(({ name }) => name.startsWith(`${VERSIONS_FOLDER}/`)))
      await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
    for (const { name, bytes } of this.setAside) await replaceFile(this.files, join(this.folder, name), bytes);
    this.setAside = [];
    if ((await this.files.look(join(this.folder, SNAPSHOT_FILE))) === null) this.repair = 'snapshot';
    await this.keepStrangeJournal();
    await sweep(this.files, this.folder, this.now());
  }

  /** Another program's journal in the place of ours is kept, not written over. */
  private async keepStrangeJournal(): Promise<void> {
    const path = join(this.folder, this.own.journal);
    const bytes = await readIfThere(this.files, path);
    if (bytes === null || bytes === 'too-large') return;
    const mine = new Set([...this.lines, ...this.encodeWaiting()]);
    const known = (line: JournalLine) => {
      const text = encodeLine(line);
      return line.kind !== 'change' || mine.has(text) || this.found.has(text);
    };
    if (decodeJournal(bytes).lines.every(known)) return;
    const name = `journal-${stamp(this.now())}.ndjson`;
    await replaceFile(this.files, join(this.folder, name), bytes);
    this.remarks = [...this.remarks, loss('changed-while-open', { file: name })];
  }

  private async rewriteJournal(lines: readonly string[]): Promise<void> {
    const first = encodeLine({ kind: 'base', hash: this.base, seq: this.baseSeq });
    await this.closeJournal();
    await replaceFile(this.files, join(this.folder, this.own.journal), encodeAll([first, ...lines]));
  }

  private async write(lines: readonly string[]): Promise<void> {
    const path = join(this.folder, this.own.journal);
    try {
      this.journal ??= await this.files.append(path);
      await this.journal.write(encodeAll(lines));
      await this.journal.sync();
      if (await this.journal.isAt(path)) return;
    } catch (error) {
      // Half a line may stand there, and after a failed fsync the system forgets what it did not write: all of it is written anew.
      this.repair = 'journal';
      await this.closeQuietly();
      throw error;
    }
    this.repair = 'journal';
    await this.closeQuietly();
    throw Object.assign(new Error('the journal was taken away while it was open'), { code: 'ENOENT' });
  }

  /** A file that failed may fail once more on closing; the first error is the one to tell. */
  private async closeQuietly(): Promise<void> {
    try {
      await this.closeJournal();
    } catch (error) {
      if (!hasCode(error, 'ENOSPC', 'EIO', 'EDQUOT', 'EBADF', 'ESTALE')) throw error;
    }
  }

  private encodeWaiting(): readonly string[] {
    return [...this.waiting].map(([seq, { at, change }]) => encodeLine({ kind: 'change', seq, at, change }));
  }

  private keepWaiting(): void {
    this.lines.push(...this.encodeWaiting());
    this.changes += this.waiting.size;
    this.durable = this.seq;
    this.waiting.clear();
  }
}

function encodeAll(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join(''));
}
