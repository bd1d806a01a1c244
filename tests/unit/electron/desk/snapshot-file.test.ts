import { expect, it } from 'vitest';
import { branchFiles } from '../../../../electron/desk/branch-files';
import { hashOf } from '../../../../electron/desk/snapshot';
import { SnapshotFile } from '../../../../electron/desk/snapshot-file';
import { LOCK_FILE } from '../../../../electron/desk/write-lock';
import { MemoryDisk } from '../faults/memory-disk';

const PATH = '/piece/interview.json';
const LOCK = `/piece/${LOCK_FILE}`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function setUp() {
  const disk = new MemoryDisk();
  let ticks = 0;
  disk.clock = () => ++ticks;
  await disk.files.makeFolder('/piece');
  await disk.files.makeFolder('/piece/versions');
  disk.put(PATH, bytes('old'));
  const file = new SnapshotFile(disk.files, '/piece', 'an', () => 0);
  /** What comes of a save before whose `step` on the disk something happens. */
  const save = (step: string, happens: () => void) => {
    disk.before = (each) => {
      if (each !== step) return;
      disk.before = () => {};
      happens();
    };
    return file.alone((lock) => file.replace(lock, hashOf(bytes('old')), bytes('ours')));
  };
  return { disk, file, save };
}

it('is put in its place, and nobody else holds the lock meanwhile', async () => {
  const { disk, save } = await setUp();
  const other = new SnapshotFile(disk.files, '/piece', 'binh', () => 0);
  let theirTurn: Promise<unknown> = Promise.resolve('not asked');
  const placed = await save('write new interview.json', () => {
    theirTurn = other.alone(() => Promise.resolve('in'));
  });
  expect(placed).toEqual({ kind: 'placed', over: [] });
  expect(await theirTurn).toBeNull();
  expect(disk.text(PATH)).toBe('ours');
  expect(disk.names('/piece')).toEqual(['interview.json', 'versions']);
});

it('is kept out when another snapshot stands there, or when the lock has gone', async () => {
  for (const happens of [
    (disk: MemoryDisk) => disk.put(PATH, bytes('theirs')),
    (disk: MemoryDisk) => disk.put(LOCK, bytes('binh 1')),
    (disk: MemoryDisk) => disk.drop(LOCK),
  ]) {
    const { disk, save } = await setUp();
    expect(await save('write new interview.json', () => happens(disk))).toEqual({ kind: 'kept-out' });
    expect(disk.text(PATH)).not.toBe('ours');
    expect(disk.names('/piece').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
});

it('tells when it was written over at once', async () => {
  const { disk, save } = await setUp();
  const written = save('sync folder after rename interview.json', () => disk.put(PATH, bytes('theirs')));
  expect(await written).toEqual({ kind: 'written-over' });
});

it('tells over whose saves it was laid, and leaves the lock that is theirs', async () => {
  const { disk, save } = await setUp();
  disk.put(`/piece/${branchFiles('hoa').spare}`, bytes('old'));
  const laid = save('rename interview.json', () => {
    disk.put(LOCK, bytes('binh 1'));
    disk.put(PATH, bytes('theirs'));
    disk.put(`/piece/${branchFiles('binh').spare}`, bytes('theirs'));
  });
  expect(await laid).toEqual({ kind: 'placed', over: [bytes('theirs')] });
  expect(disk.text(LOCK)).toBe('binh 1');
});
