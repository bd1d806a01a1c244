import { expect, it } from 'vitest';
import { decodeJournal, encodeLine, type JournalLine } from '../../../../electron/desk/journal';
import { JournalLines } from '../../../../electron/desk/journal-lines';
import { typed } from './desk-story';

const line = (seq: number, words = String(seq)): JournalLine => ({ kind: 'change', seq, at: 7, change: typed(words) });
const decoded = (lines: readonly string[]) => decodeJournal(new TextEncoder().encode(lines.join(''))).lines;
const fresh = (...lines: readonly JournalLine[]) => new JournalLines({ lines, journal: lines });

it('what waits is told apart from what is on the disk, until it is kept', () => {
  const lines = fresh(line(1));
  lines.wait(2, 7, typed('2'));
  expect([lines.unsaved, lines.isWaiting]).toEqual([2, true]);
  expect(decoded(lines.ofWaiting())).toEqual([line(2)]);
  expect(decoded(lines.all())).toEqual([line(1), line(2)]);
  lines.keepWaiting();
  expect([lines.unsaved, lines.isWaiting]).toEqual([2, false]);
  expect(decoded(lines.all())).toEqual([line(1), line(2)]);
});

it('a change that comes again under its number is one line', () => {
  const lines = fresh();
  lines.wait(1, 5, { fields: { slug: 'a' } });
  lines.wait(1, 7, typed('hai'));
  expect(decoded(lines.ofWaiting())).toEqual([
    { kind: 'change', seq: 1, at: 7, change: { fields: { slug: 'a' }, ...typed('hai') } },
  ]);
});

it('knows its own lines and those that a merge has folded, and no stranger among them', () => {
  const lines = fresh(line(1));
  lines.wait(2, 7, typed('2'));
  lines.keepWaiting();
  lines.fold();
  expect([lines.unsaved, lines.haveChanges]).toEqual([0, false]);
  lines.wait(3, 7, typed('3'));
  const marker: JournalLine = { kind: 'next', hash: 'of somebody', seq: 1 };
  expect(lines.know([line(1), line(2), line(3), marker])).toBe(true);
  expect(lines.know([line(1), line(2, 'typed by another program')])).toBe(false);
});

it('a snapshot is announced until one holds all of it', () => {
  const lines = fresh(line(1));
  lines.mark(encodeLine({ kind: 'next', hash: 'abc', seq: 1 }));
  expect([lines.announced('abc'), lines.announced('ab')]).toEqual([true, false]);
  // A marker is no change.
  expect(lines.unsaved).toBe(1);
  lines.clear();
  expect([lines.announced('abc'), lines.unsaved, lines.all().length]).toEqual([false, 0, 0]);
});

it('goes back to what stood there before a merge that failed, with what was typed meanwhile', () => {
  const lines = fresh(line(1));
  const kept = lines.kept();
  lines.fold();
  lines.add(1, 7, typed('gộp'));
  lines.add(1, 7, {});
  expect(decoded(lines.all())).toEqual([line(1, 'gộp')]);
  lines.wait(2, 7, typed('2'));
  lines.goBackTo(kept);
  expect(decoded(lines.all())).toEqual([line(1), line(2)]);
});
