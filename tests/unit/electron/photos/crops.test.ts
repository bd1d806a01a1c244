import { rmSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { readPhotoReport } from '../../../../electron/photos/photo-report';
import { cutOf, shownSize } from '../../../../shared/photos/crop';
import { rightsPacket } from '../../../../shared/photos/rights-packet';
import { must } from '../desk/desk-story';
import { freshFolder, picture, save } from './pictures';

const folder = freshFolder();
const pictures = createInlinePictures();
let file: string;
beforeAll(async () => (file = save(folder, 'gradient.png', await picture('png', 1200, 800))));
afterAll(async () => {
  await pictures.close();
  rmSync(folder, { recursive: true, force: true });
});

const photo = { width: 1200, height: 800, crops: { print: { x: 0.25, y: 0.1, width: 0.5, height: 0.7 } } };

async function pixels(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
    info,
  };
}

const near = (found: readonly number[], wanted: readonly number[], by = 4) =>
  found.forEach((value, index) => expect(Math.abs(value - (wanted[index] ?? 0))).toBeLessThanOrEqual(by));

describe('a crop', () => {
  it('is the same part in web and print, to the pixel rounding', async () => {
    const size = shownSize(photo, 'print');
    expect(shownSize(photo, 'web')).toEqual(size);
    const full = { path: file, width: size.width, quality: 95 };
    const print = await pixels(must(await pictures.render({ ...full, format: 'jpg', ...cutOf(photo, 'print') })).bytes);
    const web = await pixels(must(await pictures.render({ ...full, format: 'webp', ...cutOf(photo, 'web') })).bytes);
    expect([print.info.width, print.info.height]).toEqual([size.width, size.height]);
    expect([web.info.width, web.info.height]).toEqual([size.width, size.height]);
    for (const [x, y] of [
      [0, 0],
      [599, 0],
      [300, 280],
      [0, 559],
      [599, 559],
    ] as const) {
      // The picture's red runs from left to right, its green from top to bottom.
      const wanted = [((300 + x) / 1200) * 255, ((80 + y) / 800) * 255, 90];
      near(print.at(x, y), wanted);
      near(web.at(x, y), wanted, 8);
    }
  });

  it('counts in the picture as it stands upright', async () => {
    const lying = save(
      folder,
      'lying.jpg',
      await sharp(file).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer(),
    );
    const { info, at } = await pixels(
      must(await pictures.render({ path: lying, width: 2000, format: 'png', quality: 90, ...cutOf(photo, 'print') }))
        .bytes,
    );
    expect([info.width, info.height]).toEqual([600, 560]);
    near(at(0, 0), [64, 26, 90], 6);
  });

  it('of a straightened picture has no empty corner and stays round its middle', async () => {
    const turned = { ...photo, crops: {}, straighten: 8 };
    const size = shownSize(turned, 'print');
    const { info, at } = await pixels(
      must(await pictures.render({ path: file, width: 2000, format: 'png', quality: 90, ...cutOf(turned, 'print') }))
        .bytes,
    );
    expect([info.width, info.height]).toEqual([size.width, size.height]);
    for (const [x, y] of [
      [1, 1],
      [size.width - 2, 1],
      [1, size.height - 2],
      [size.width - 2, size.height - 2],
    ] as const) {
      expect(Math.abs((at(x, y)[2] ?? 0) - 90)).toBeLessThanOrEqual(6);
    }
    near(at(Math.round(size.width / 2), Math.round(size.height / 2)), [127, 127, 90], 3);
    // Clockwise: what was at the left now stands higher, so the middle of the left edge shows a lower part of it.
    expect(at(1, Math.round(size.height / 2))[1]).toBeGreaterThan(127);
  });
});

describe('colours on the web', () => {
  const red = { create: { width: 40, height: 30, channels: 3 as const, background: { r: 200, g: 40, b: 40 } } };
  const render = async (name: string, bytes: Uint8Array, format: 'jpg' | 'png' | 'webp' = 'png') => {
    const rendered = must(
      await pictures.render({ path: save(folder, name, bytes), width: 40, format, quality: 95 }),
    ).bytes;
    return { ...(await pixels(rendered)), meta: await sharp(rendered).metadata() };
  };

  it('a Display-P3 picture looks as it did', async () => {
    const { at, meta } = await render(
      'p3.jpg',
      await sharp(red).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
    );
    near(at(5, 5), [200, 40, 40], 5);
    expect([meta.space, meta.depth, meta.icc]).toEqual(['srgb', 'uchar', undefined]);
  });
  it('a CMYK picture becomes RGB near it', async () => {
    const { at, meta } = await render(
      'cmyk.jpg',
      await sharp(red).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    );
    near(at(5, 5), [200, 40, 40], 30);
    expect(meta.space).toBe('srgb');
  });
  it('a grey picture stays grey, 16 bits become 8', async () => {
    const grey = await render('grey.png', await sharp(red).toColourspace('b-w').png().toBuffer(), 'jpg');
    const [r = 0, g = 0, b = 0] = grey.at(5, 5);
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(2);
    const deep = await sharp(red).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const { at, meta } = await render('deep.png', deep);
    near(at(5, 5), [200, 40, 40]);
    expect([meta.space, meta.depth]).toEqual(['srgb', 'uchar']);
  });
});

it('carries rights and nothing private', async () => {
  const exif = {
    IFD0: { Artist: 'Vu' },
    IFD2: { BodySerialNumber: '1234' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 0/1 0/1' },
  };
  const path = save(folder, 'private.jpg', await sharp(file).withExif(exif).jpeg().toBuffer());
  const fields = {
    creator: 'Lê Đức Vũ',
    credit: 'Báo <Cao> & Nguyên',
    copyright: '© Báo',
    alt: 'Mặt hồ',
    digitalSource: 'trainedAlgorithmicMedia',
  };
  const xmp = rightsPacket(fields) ?? '';
  for (const format of ['jpg', 'webp', 'png'] as const) {
    const { bytes } = must(await pictures.render({ path, width: 300, format, quality: 80, xmp }));
    expect(readPhotoReport(bytes)).toMatchObject({ fields, private: [], ai: 'generated' });
    expect((await sharp(bytes).metadata()).exif, format).toBeUndefined();
  }
});
