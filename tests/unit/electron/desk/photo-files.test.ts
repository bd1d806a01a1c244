import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { findPhoto, writePhotos } from '../../../../electron/desk/photo-files';
import { MemoryDisk } from '../faults/memory-disk';

const bytes = new TextEncoder().encode('a picture');
const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;

async function setUp() {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/piece');
  return disk;
}

it('stores a picture once under its hash; a damaged one is written anew', async () => {
  const disk = await setUp();
  const written: string[] = [];
  disk.before = (step) => step.startsWith('rename') && written.push(step);
  await writePhotos(disk.files, '/piece', [{ file, bytes }]);
  await writePhotos(disk.files, '/piece', [{ file, bytes }]);
  expect(written).toHaveLength(1);
  disk.put(`/piece/photos/${file}`, new TextEncoder().encode('A PICTURE'));
  await writePhotos(disk.files, '/piece', [{ file, bytes }]);
  expect(disk.text(`/piece/photos/${file}`)).toBe('a picture');
});

it('refuses a name that is not the hash of the bytes', async () => {
  const disk = await setUp();
  const stranger = new TextEncoder().encode('another');
  await expect(writePhotos(disk.files, '/piece', [{ file, bytes: stranger }])).rejects.toThrow(RangeError);
  await expect(writePhotos(disk.files, '/piece', [{ file: '../x.jpg', bytes }])).rejects.toThrow(RangeError);
});

it('finds what is there, and nothing outside the folder', async () => {
  const disk = await setUp();
  await writePhotos(disk.files, '/piece', [{ file, bytes }]);
  disk.put('/piece/interview.json', bytes);
  expect(await findPhoto(disk.files, '/piece', file)).toBe(`/piece/photos/${file}`);
  expect(await findPhoto(disk.files, '/piece', `${'0'.repeat(64)}.jpg`)).toBeNull();
  expect(await findPhoto(disk.files, '/piece', '../interview.json')).toBeNull();
});
