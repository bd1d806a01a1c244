import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createExifToolWriter } from '../../../../electron/photos/exiftool-writer';
import { writeFields } from '../../../../electron/photos/write-fields';
import { hasTool } from '../../../support/outside-tools';
import { freshFolder, picture, pixelsOf, save } from './pictures';

const folder = freshFolder();
const metadata = createExifToolWriter();
const mounts: string[] = [];
afterAll(async () => {
  await metadata.close();
  for (const mount of mounts) execFileSync('umount', [mount]);
  rmSync(folder, { recursive: true, force: true });
});

// exiftool is a Perl program.
it.skipIf(!hasTool('perl'))('a disk that fills while words are written leaves the original as it was', async (test) => {
  const small = path.join(folder, 'small');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small], { stdio: 'ignore' });
    mounts.push(small);
  } catch {
    test.skip('only root may mount a small disk');
  }
  const jpeg = await picture('jpg', 900, 600);
  const file = save(small, 'a.jpg', jpeg);
  const before = await pixelsOf(jpeg);
  // Room for no copy, for one but not for the writer's own, and for both.
  for (const copies of [0.5, 1.5]) {
    const ballast = path.join(small, 'ballast');
    const { bavail, bsize } = statfsSync(small);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - Math.round(jpeg.byteLength * copies)));
    const written = await writeFields(file, { caption: 'Hồ Ea Sương' }, { kind: 'in-place' }, metadata);
    expect(written).toEqual({ ok: false, failure: { kind: 'disk-full' } });
    rmSync(ballast);
    expect(readdirSync(small)).toEqual(['a.jpg']);
    expect(await pixelsOf(readFileSync(file))).toBe(before);
    expect(readFileSync(file).equals(jpeg)).toBe(true);
  }
  const written = await writeFields(file, { caption: 'Hồ Ea Sương' }, { kind: 'in-place' }, metadata);
  expect(written).toMatchObject({ ok: true });
  expect(await pixelsOf(readFileSync(file))).toBe(before);
});
