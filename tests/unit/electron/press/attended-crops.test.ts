import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendedCrops } from '../../../../electron/press/attended-crops';
import type { Crop } from '../../../../shared/interview/types';
import { must } from '../desk/desk-story';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'galley-attention-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A grey field with one striped, skin-coloured patch, whose middle is given in fractions. */
async function picture(name: string, width: number, height: number, x: number, y: number): Promise<string> {
  const side = Math.round(Math.min(width, height) / 5);
  const stripes = Buffer.alloc(side * side * 3);
  for (let at = 0; at < side * side; at++) {
    const dark = Math.floor((at % side) / 4) % 2 === 0;
    stripes.set(dark ? [120, 60, 40] : [235, 170, 140], at * 3);
  }
  const patch = await sharp(stripes, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
  const file = path.join(folder, name);
  await sharp({ create: { width, height, channels: 3, background: '#8a8a8a' } })
    .composite([{ input: patch, left: Math.round(x * width - side / 2), top: Math.round(y * height - side / 2) }])
    .jpeg({ quality: 95 })
    .toFile(file);
  return file;
}

const holds = ({ x, y, width, height }: Crop, point: { readonly x: number; readonly y: number }) =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

describe('attended crops', () => {
  test.each([
    ['at the head of a standing picture', 600, 900, 0.5, 0.14],
    ['at the foot of a standing picture', 600, 900, 0.5, 0.86],
    ['at the left of a lying picture', 1200, 600, 0.12, 0.5],
    ['at the right of a lying picture', 1200, 600, 0.88, 0.5],
  ])('hold what draws the eye %s', async (name, width, height, x, y) => {
    const file = await picture(`${name}.jpg`, width, height, x, y);
    const shapes = [16 / 9, 1, 3 / 4];
    const crops = must(await attendedCrops({ path: file, shapes }));
    expect(crops.map((crop) => holds(crop, { x, y }))).toEqual([true, true, true]);
    crops.forEach((crop, at) => {
      expect((crop.width * width) / (crop.height * height)).toBeCloseTo(shapes[at] ?? 0, 2);
      expect(Math.max(crop.width, crop.height)).toBe(1);
      for (const edge of [crop.x, crop.y, 1 - crop.x - crop.width, 1 - crop.y - crop.height]) {
        expect(edge).toBeGreaterThanOrEqual(-1e-9);
      }
    });
  });

  test('are those of the picture after straightening', async () => {
    const file = await picture('turned.jpg', 1200, 600, 0.9, 0.5);
    const [square] = must(await attendedCrops({ path: file, straighten: 5, shapes: [1] }));
    expect(square && square.x > 0.3 && square.width < 0.6).toBe(true);
  });

  test('of a file that is no picture are refused', async () => {
    const file = path.join(folder, 'words.jpg');
    writeFileSync(file, 'words');
    expect(await attendedCrops({ path: file, shapes: [1] })).toMatchObject({ ok: false });
  });
});
