import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createExifToolWriter } from '../../electron/photos/exiftool-writer';
import { previewOf } from '../../electron/photos/preview';
import { takeInMany } from '../../electron/photos/take-in-many';
import { writeFields } from '../../electron/photos/write-fields';
import { createWorkerPictures } from '../../electron/press/worker-pictures';
import { ok } from '../../shared/result';
import { cameraPhotos } from './camera-photos';
import { median, milliseconds, report } from './rows';

const COUNT = Number(process.env['GALLEY_BENCH_PHOTOS'] ?? 100);
const script = pathToFileURL(path.resolve(import.meta.dirname, '..', '..', 'out', 'main', 'pictures.js'));

let folder: string;
let files: readonly string[];

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-bench-photos-'));
  files = await cameraPhotos(folder, COUNT);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('take in many', async () => {
  const pictures = createWorkerPictures(script);
  const cache = path.join(folder, 'cache');
  mkdirSync(path.join(folder, 'photos'));
  const each: number[] = [];
  let last = performance.now();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const arrivals = await takeInMany(files, {
    pictures,
    metadata: createExifToolWriter(),
    known: [],
    async keep(taken, bytes) {
      const stored = path.join(folder, 'photos', taken.file);
      await writeFile(stored, bytes);
      expect((await previewOf(stored, cache, pictures)).ok).toBe(true);
      return ok(null);
    },
    arrived: () => {
      each.push(performance.now() - last);
      last = performance.now();
    },
  });
  clearInterval(watch);
  await pictures.close();
  expect(arrivals.every(({ kind }) => kind === 'taken')).toBe(true);
  const whole = performance.now() - began;
  const size = (readFileSync(files[0] ?? '').byteLength / 1024 / 1024).toFixed(1);
  report({
    what: `${COUNT} × 24 MP JPEG (${size} MB) taken in with preview, each`,
    ours: `${(whole / COUNT).toFixed(0)} ms (median ${median(each).toFixed(0)})`,
    goal: '≤ 1000 ms',
  });
  report({
    what: 'memory above the start while taking in, most',
    ours: `${((most - before) / 1024 / 1024).toFixed(0)} MB`,
    goal: '≤ 500 MB',
  });
});

test('write captions back', async () => {
  const writer = createExifToolWriter();
  const took: number[] = [];
  for (const file of files) {
    const began = performance.now();
    const change = { caption: 'Hồ chứa Ea Sương đầu mùa khô', credit: 'Lê Đức Vũ', alt: 'Mặt hồ xanh' };
    const to = path.join(folder, `captioned-${path.basename(file)}`);
    expect((await writeFields(file, change, { kind: 'copy', to }, writer)).ok).toBe(true);
    took.push(performance.now() - began);
    rmSync(to);
  }
  await writer.close();
  report({ what: 'caption written into a 24 MP JPEG, first', ours: milliseconds(took.slice(0, 1)) });
  report({ what: 'caption written into a 24 MP JPEG, warm', ours: milliseconds(took.slice(1)), goal: '≤ 100 ms' });
});
