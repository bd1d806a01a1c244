import { expect, it } from 'vitest';
import { LOCK_FILE, LOCK_LIFETIME, WriteLock } from '../../../../electron/desk/write-lock';
import { MemoryDisk } from '../faults/memory-disk';

const PATH = `/piece/${LOCK_FILE}`;
const bytes = (mark: string) => new TextEncoder().encode(mark);

async function setUp() {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/piece');
  const time = { now: 1_000_000 };
  const lock = (writer: string) => new WriteLock(disk.files, '/piece', writer, () => time.now);
  return { disk, time, lock };
}

it('is held by one at a time, and taken again by its own writer after a crash', async () => {
  const { lock } = await setUp();
  const held = await lock('an').take();
  expect(await lock('binh').take()).toBeNull();
  const again = await lock('an').take();
  expect([await held?.isOurs(), await again?.isOurs()]).toEqual([false, true]);
  await again?.release();
  expect(await lock('binh').take()).not.toBeNull();
});

it('that was lost in a sleep says so, and is not taken from whoever has it now', async () => {
  const { disk, time, lock } = await setUp();
  const held = await lock('an').take();
  const binh = lock('binh');
  expect(await binh.take()).toBeNull();
  time.now += LOCK_LIFETIME + 1;
  const theirs = await binh.take();
  expect([await held?.isOurs(), await theirs?.isOurs()]).toEqual([false, true]);
  await held?.release();
  expect(disk.text(PATH)).toMatch(/^binh /);
});

it('that is given back between two looks is not broken: the next may be at work already', async () => {
  const { disk, lock } = await setUp();
  disk.put(PATH, bytes('binh 1'));
  // Binh saves once more just before the first thing that An does about the lock.
  const steps = [() => disk.drop(PATH), () => disk.put(PATH, bytes('binh 2'))];
  disk.before = (step) => {
    if (steps.length === 1 || step === `read ${LOCK_FILE}`) steps.shift()?.();
  };
  expect(await lock('an').take()).toBeNull();
  expect(disk.text(PATH)).toBe('binh 2');
});

it('that was left behind and is another by the time it is broken is put back', async () => {
  const { disk, time, lock } = await setUp();
  disk.put(PATH, bytes('binh 1'));
  const an = lock('an');
  expect(await an.take()).toBeNull();
  time.now += LOCK_LIFETIME + 1;
  // Hoa breaks it first and begins to save.
  disk.before = (step) => {
    if (!step.startsWith('rename')) return;
    disk.put(PATH, bytes('hoa 1'));
    disk.before = () => {};
  };
  expect(await an.take()).toBeNull();
  expect(disk.text(PATH)).toBe('hoa 1');
});
