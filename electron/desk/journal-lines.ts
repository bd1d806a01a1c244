import { isEmptyChange, mergeChanges, type Change } from '../../shared/interview/change';
import { encodeLine, type JournalLine } from './journal';
import type { FoundPiece } from './open-piece';
import type { SnapshotHash } from './snapshot';

/** What stands in the journal, to go back to. */
export interface KeptLines {
  readonly lines: readonly string[];
  readonly changes: number;
}

/**
 * What a journal holds since the snapshot it stands on, and what was taken in and is not on the disk yet: the memory of a
 * piece that a disk which fails cannot take away.
 */
export class JournalLines {
  /** Every line since the base, as it is on the disk or has to get there. */
  private lines: string[];
  private changes: number;
  private readonly waiting = new Map<number, { readonly at: number; readonly change: Change }>();
  /** Lines that may stand in the journal and are no stranger's: as it was found, and those that a merge has folded. */
  private readonly found: Set<string>;

  constructor({ lines, journal }: Pick<FoundPiece, 'lines' | 'journal'>) {
    this.lines = lines.map(encodeLine);
    this.changes = lines.filter((line) => line.kind === 'change').length;
    this.found = new Set(journal.map(encodeLine));
  }

  /** Whether the lines, without what waits, change anything. */
  get haveChanges(): boolean {
    return this.changes > 0;
  }

  /** Changes since the snapshot. */
  get unsaved(): number {
    return this.changes + this.waiting.size;
  }

  get isWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** A change that has to get to the disk; one that comes again under its number is put over the first. */
  wait(seq: number, at: number, change: Change): void {
    const earlier = this.waiting.get(seq);
    this.waiting.set(seq, { at, change: earlier ? mergeChanges(earlier.change, change) : change });
  }

  ofWaiting(): readonly string[] {
    return [...this.waiting].map(([seq, { at, change }]) => encodeLine({ kind: 'change', seq, at, change }));
  }

  /** All that a journal which is written anew has to hold. */
  all(): readonly string[] {
    return [...this.lines, ...this.ofWaiting()];
  }

  /** What waited is on the disk. */
  keepWaiting(): void {
    this.lines.push(...this.ofWaiting());
    this.changes += this.waiting.size;
    this.waiting.clear();
  }

  /** A change that this writer made by merging. */
  add(seq: number, at: number, change: Change): void {
    if (isEmptyChange(change)) return;
    this.lines.push(encodeLine({ kind: 'change', seq, at, change }));
    this.changes += 1;
  }

  /** A snapshot was announced by this line. */
  mark(line: string): void {
    this.lines.push(line);
  }

  announced(hash: SnapshotHash): boolean {
    return this.lines.some((line) => line.startsWith(`{"next":"${hash}"`));
  }

  /** A snapshot holds all of it. */
  clear(): void {
    this.lines = [];
    this.changes = 0;
  }

  /** A merge holds all of it. On the disk the lines may still stand, and are known. */
  fold(): void {
    for (const line of this.lines) this.found.add(line);
    this.clear();
  }

  /** Whether no other program wrote any of these lines. */
  know(lines: readonly JournalLine[]): boolean {
    const mine = new Set(this.all());
    return lines.every((line) => {
      const text = encodeLine(line);
      return line.kind !== 'change' || mine.has(text) || this.found.has(text);
    });
  }

  kept(): KeptLines {
    return { lines: [...this.lines], changes: this.changes };
  }

  goBackTo({ lines, changes }: KeptLines): void {
    this.lines = [...lines];
    this.changes = changes;
  }
}
