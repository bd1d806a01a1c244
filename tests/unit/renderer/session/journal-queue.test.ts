import { expect, test, vi } from 'vitest';
import type { Change } from '../../../../shared/interview/change';
import type { DeskFailure, Saved } from '../../../../shared/ipc/contract';
import type { Result } from '../../../../shared/result';
import { failed, ok } from '../../../../shared/result';
import { journalQueue } from '../../../../renderer/session/journal-queue';
import type { SaveState } from '../../../../renderer/session/journal-queue';

type Written = readonly [number, Change];

const section = (name: string): Change => ({ fields: { section: name } });
const paper = (name: string): Change => ({ fields: { paper: name } });

/** A disk that takes or refuses as the test says, and answers only when it is let. */
function disk() {
  const written: Written[] = [];
  const states: SaveState['kind'][] = [];
  let broken = false;
  let gate = Promise.resolve();
  const append = vi.fn(async (seq: number, change: Change): Promise<Result<Saved, DeskFailure>> => {
    await gate;
    if (broken) return failed({ kind: 'disk-full' });
    written.push([seq, change]);
    return ok({ seq, at: 1000 + seq });
  });
  return {
    written,
    states,
    append,
    onState: (state: SaveState) => void states.push(state.kind),
    break: () => (broken = true),
    mend: () => (broken = false),
    hold: () => {
      let open = () => undefined as void;
      gate = new Promise((resolve) => (open = resolve));
      return () => open();
    },
  };
}

test('writes changes in order, counting on from what is on the disk', async () => {
  const on = disk();
  const queue = journalQueue({ seq: 7, ...on });
  queue.push(section('A'));
  await queue.drained();
  queue.push(section('B'));
  expect(await queue.drained()).toBe(true);
  expect(on.written).toEqual([
    [8, section('A')],
    [9, section('B')],
  ]);
  expect(on.states.at(-1)).toBe('saved');
});

test('joins what is typed while the disk is busy into one change', async () => {
  const on = disk();
  const open = on.hold();
  const queue = journalQueue({ seq: 0, ...on });
  queue.push(section('A'));
  queue.push(section('B'));
  queue.push(paper('C'));
  open();
  await queue.drained();
  expect(on.written).toEqual([
    [1, section('A')],
    [2, { fields: { section: 'B', paper: 'C' } }],
  ]);
});

test('keeps everything while the disk refuses and writes it when the disk takes it again', async () => {
  const on = disk();
  const queue = journalQueue({ seq: 0, ...on, delays: [60_000] });
  on.break();
  queue.push(section('A'));
  expect(await queue.drained()).toBe(false);
  queue.push(section('B'));
  expect(on.states.at(-1)).toBe('failed');
  on.mend();
  queue.retry();
  expect(await queue.drained()).toBe(true);
  // The refused change goes again as it was: the disk may have it already under that number.
  expect(on.written).toEqual([
    [1, section('A')],
    [2, section('B')],
  ]);
});

test('tries again by itself', async () => {
  const on = disk();
  const queue = journalQueue({ seq: 0, ...on, delays: [5] });
  on.break();
  queue.push(section('A'));
  await vi.waitFor(() => expect(on.append.mock.calls.length).toBeGreaterThan(2));
  on.mend();
  await vi.waitFor(() => expect(on.states.at(-1)).toBe('saved'));
  expect(on.written).toEqual([[1, section('A')]]);
});

test('takes a call that breaks off for a failure of the disk', async () => {
  const states: SaveState[] = [];
  const queue = journalQueue({
    seq: 0,
    append: () => Promise.reject(new Error('gone')),
    onState: (state) => states.push(state),
    delays: [60_000],
  });
  queue.push(section('A'));
  expect(await queue.drained()).toBe(false);
  expect(states.at(-1)).toEqual({ kind: 'failed', failure: { kind: 'disk-error', detail: 'Error: gone' } });
});

test('passes over a change without contents', async () => {
  const on = disk();
  const queue = journalQueue({ seq: 0, ...on });
  queue.push({});
  expect(await queue.drained()).toBe(true);
  expect(on.append).not.toHaveBeenCalled();
});
