import { dirname, join } from 'node:path';
import { loss, type Remark } from '../../shared/checks/remark';
import { applyChange, mergeChanges, type Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import { replaceFile, replaceLazily, sweep } from './atomic-file';
import { hasCode, type Files, type OpenFile } from './files';
import { decodeJournal, encodeLine, type JournalLine } from './journal';
import {
  JOURNAL_FILE,
  readIfThere,
  SNAPSHOT_FILE,
  SPARE_FILE,
  VERSIONS_FOLDER,
  type FoundPiece,
  type SetAside,
} from './open-piece';
import { stamp } from './piece-name';
import { encodeSnapshot, hashOf, type SnapshotHash } from './snapshot';

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
  private baseSeq: number;
  /** Every line since the base, as it is on the disk or has to get there. */
  private lines: string[];
  private readonly waiting = new Map<number, { readonly at: number; readonly change: Change }>();
  private changes: number;
  private setAside: readonly SetAside[];
  private repair: FoundPiece['repair'];
  /** Hashes of what was set aside: a damaged snapshot must not be kept a second time as somebody's work. */
  private readonly alreadyKept: Set<SnapshotHash>;
  /** The journal's lines as they were when the piece was opened: taken in, left out with a remark, or folded already. */
  private readonly found: ReadonlySet<string>;
  private journal: OpenFile | null = null;

  constructor(
    private readonly files: Files,
    readonly folder: string,
    private readonly now: () => number,
    found: FoundPiece,
  ) {
    this.state = found.interview;
    this.seq = found.seq;
    this.durable = found.seq;
    this.at = found.at;
    this.base = found.base;
    this.baseSeq = found.baseSeq;
    this.lines = found.lines.map(encodeLine);
    this.changes = found.lines.filter((line) => line.kind === 'change').length;
    this.setAside = found.setAside;
    this.alreadyKept = new Set(found.setAside.map((aside) => hashOf(aside.bytes)));
    this.repair = found.hasJournal ? found.repair : found.repair === 'snapshot' ? 'snapshot' : 'journal';
    this.remarks = found.remarks;
    this.found = new Set(found.journal.map(encodeLine));
  }

  /** Changes since the snapshot on the disk. */
  get unsaved(): number {
    return this.changes + this.waiting.size;
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
    if (this.repair === 'snapshot') await this.writeSnapshot();
    else {
      await this.rewriteJournal([...this.lines, ...this.encodeWaiting()]);
      this.keepWaiting();
      this.repair = 'nothing';
    }
  }

  /** A new snapshot and a fresh journal, unless the snapshot has everything already. */
  async snapshot(): Promise<void> {
    if (this.repair === 'nothing' && this.unsaved === 0) return;
    await this.flush();
    if (this.unsaved > 0) await this.writeSnapshot();
  }

  async closeJournal(): Promise<void> {
    const journal = this.journal;
    this.journal = null;
    await journal?.close();
  }

  /** The journal announces the snapshot before it is there: at every moment one of the two fits the other. */
  private async writeSnapshot(): Promise<void> {
    const bytes = encodeSnapshot(this.state);
    const hash = hashOf(bytes);
    const marker = encodeLine({ kind: 'next', hash, seq: this.seq });
    const path = join(this.folder, SNAPSHOT_FILE);
    await this.keepTheirs(path);
    await this.keepStrangeJournal();
    // Replaced by another program's: the marker has to stand in the file that is there.
    if (this.journal && !(await this.journal.isAt(join(this.folder, JOURNAL_FILE)))) this.repair = 'journal';
    if (this.repair === 'nothing') await this.write([marker]);
    else {
      await this.rewriteJournal([...this.lines, ...this.encodeWaiting(), marker]);
      this.keepWaiting();
    }
    this.lines.push(marker);
    const { seq } = this;
    try {
      await replaceFile(this.files, path, bytes);
      await this.closeJournal();
      await replaceFile(
        this.files,
        join(this.folder, JOURNAL_FILE),
        encodeAll([encodeLine({ kind: 'base', hash, seq })]),
      );
    } catch (error) {
      this.repair = 'snapshot';
      throw error;
    }
    this.base = hash;
    this.baseSeq = seq;
    this.lines = [];
    this.changes = 0;
    this.repair = 'nothing';
    await this.writeSpare(bytes);
  }

  private async writeSpare(bytes: Uint8Array): Promise<void> {
    await this.files.makeFolder(join(this.folder, VERSIONS_FOLDER));
    await replaceLazily(this.files, join(this.folder, SPARE_FILE), bytes);
  }

  /** Somebody wrote the snapshot while it was open here: this window's text goes on, theirs is kept beside it. */
  private async keepTheirs(path: string): Promise<void> {
    const bytes = await readIfThere(this.files, path);
    if (bytes === null || bytes === 'too-large') return;
    const hash = hashOf(bytes);
    const ours = hash === this.base || this.lines.some((line) => line.startsWith(`{"next":"${hash}"`));
    if (ours || bytes.length === 0 || this.alreadyKept.has(hash)) return;
    const name = `interview-${stamp(this.now())}.json`;
    await replaceFile(this.files, join(this.folder, name), bytes);
    this.alreadyKept.add(hash);
    this.remarks = [...this.remarks, loss('changed-while-open', { file: name })];
  }

  /** The folder with what has to be kept before anything in it is written over. A desk that is gone is not made anew. */
  private async standFolder(): Promise<void> {
    const desk = dirname(this.folder);
    await this.files.makeFolder(this.folder);
    await this.files.syncFolder(desk);
    for (const { name, bytes } of this.setAside) await replaceFile(this.files, join(this.folder, name), bytes);
    this.setAside = [];
    if ((await this.files.look(join(this.folder, SNAPSHOT_FILE))) === null) this.repair = 'snapshot';
    await this.keepStrangeJournal();
    await sweep(this.files, this.folder, this.now());
  }

  /** Another program's journal in the place of ours is kept, not written over. */
  private async keepStrangeJournal(): Promise<void> {
    const path = join(this.folder, JOURNAL_FILE);
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
    await replaceFile(this.files, join(this.folder, JOURNAL_FILE), encodeAll([first, ...lines]));
  }

  private async write(lines: readonly string[]): Promise<void> {
    const path = join(this.folder, JOURNAL_FILE);
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
