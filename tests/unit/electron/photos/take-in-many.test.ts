import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { createExifToolWriter } from '../../../../electron/photos/exiftool-writer';
import { takeInMany } from '../../../../electron/photos/take-in-many';
import type { TakeManyTools } from '../../../../electron/photos/take-in-many';
import { PHOTO_BYTES_LIMIT } from '../../../../electron/press/limits';
import { failed, ok } from '../../../../shared/result';
import { hugePng } from './bad-pictures';
import { freshFolder, picture, save } from './pictures';
import { hasTool } from '../../../support/outside-tools';

const folder = freshFolder();
const pictures = createInlinePictures();
const metadata = createExifToolWriter();
let jpeg: Buffer;
beforeAll(async () => (jpeg = await picture('jpg', 640, 480)));
afterAll(async () => {
  await Promise.all([pictures.close(), metadata.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function many(files: readonly string[], change: Partial<TakeManyTools> = {}) {
  return takeInMany(files, { pictures, metadata, keep: async () => ok(null), known: [], ...change });
}

it('keeps the order, tells progress, and takes equal pictures once', async () => {
  const files = [save(folder, '1.jpg', jpeg), save(folder, '2.png', await picture('png')), save(folder, '3.jpg', jpeg)];
  const kept: string[] = [];
  const progress: string[] = [];
  const arrivals = await many(files, {
    keep: async ({ file }, bytes) => {
      expect(bytes.byteLength).toBeGreaterThan(100);
      kept.push(file);
      return ok(null);
    },
    arrived: (_, done, total) => progress.push(`${done}/${total}`),
  });
  expect(arrivals.map(({ kind }) => kind).toSorted()).toEqual(['duplicate', 'taken', 'taken']);
  expect(arrivals[1]?.kind).toBe('taken');
  expect(arrivals.map(({ file }) => file)).toEqual(files);
  expect([kept.length, progress]).toEqual([2, ['1/3', '2/3', '3/3']]);
  expect(await many([files[0] ?? ''], { known: kept })).toMatchObject([
    { kind: 'duplicate', of: kept.find((name) => name.endsWith('jpg')) },
  ]);
});

it('stops when asked, and holds few pictures at once', async () => {
  const stop = new AbortController();
  const files = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => save(folder, `n${index}.png`, await picture('png', 30 + index))),
  );
  let open = 0;
  let most = 0;
  const arrivals = await many(files, {
    signal: stop.signal,
    keep: async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open--;
      return ok(null);
    },
    arrived: (_, done) => (done === 3 ? stop.abort() : undefined),
  });
  expect(most).toBeLessThanOrEqual(2);
  expect(arrivals.filter(({ kind }) => kind === 'cancelled').length).toBeGreaterThanOrEqual(3);
});

it('a photo that could not be kept may be taken by its twin', async () => {
  const files = [save(folder, 'a.jpg', jpeg)];
  const full = async () => failed({ kind: 'disk-full' as const });
  const refused = { kind: 'refused', failure: { kind: 'disk-full' } };
  expect(await many([...files, ...files, ...files], { keep: full })).toMatchObject([refused, refused, refused]);

  // Which of the two lanes comes first does not matter: one is refused, the next is taken, the last one is its twin.
  let tries = 0;
  const fullOnce = async () => (tries++ === 0 ? failed({ kind: 'disk-full' as const }) : ok(null));
  const arrivals = await many([...files, ...files, ...files], { keep: fullOnce });
  expect(arrivals.map(({ kind }) => kind).toSorted()).toEqual(['duplicate', 'refused', 'taken']);
});

describe('bad input', () => {
  it.each([
    ['0 bytes', 'photo-unreadable', () => Buffer.alloc(0)],
    ['cut off in its head', 'photo-unreadable', () => jpeg.subarray(0, 40)],
    [
      'SVG by the name of PNG',
      'photo-unsupported',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['65,000 x 65,000 PNG', 'photo-too-large', () => hugePng(65_000, 65_000)],
    [
      'HEIC without a picture inside',
      'photo-no-preview',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    ],
    ['text', 'photo-unsupported', () => Buffer.from('không phải ảnh')],
  ])('%s is refused and spoils nothing else', async (name, kind, bytes) => {
    const bad = save(folder, `${name}.png`, bytes());
    const good = save(folder, 'good.jpg', jpeg);
    expect(await many([bad, good])).toMatchObject([{ kind: 'refused', failure: { kind } }, { kind: 'taken' }]);
  });

  it('a folder and a file that is gone are refused', async () => {
    const own = path.join(folder, 'dir.jpg');
    mkdirSync(own, { recursive: true });
    expect(await many([own, path.join(folder, 'gone.jpg')])).toMatchObject([
      { failure: { kind: 'photo-unsupported' } },
      { failure: { kind: 'not-found' } },
    ]);
  });

  it('a file past the limit is refused', async () => {
    const file = save(folder, 'huge.jpg', jpeg);
    truncateSync(file, PHOTO_BYTES_LIMIT + 1);
    expect(await many([file])).toMatchObject([{ failure: { kind: 'photo-too-large', limit: PHOTO_BYTES_LIMIT } }]);
  });

  it('a renamed picture is taken for what it is', async () => {
    const file = save(folder, 'really-png.jpg', await picture('png', 33));
    const [arrival] = await many([file]);
    expect(arrival).toMatchObject({ kind: 'taken', taken: { file: expect.stringMatching(/\.png$/) as string } });
  });
});

// exiftool, which finds it, is a Perl program.
it.skipIf(!hasTool('perl'))('takes the JPEG out of a RAW file, upright and with its words', async () => {
  const file = save(folder, 'DSC_0001.NEF', rawWith(jpeg));
  const [arrival] = await many([file]);
  expect(arrival).toMatchObject({
    kind: 'taken',
    taken: {
      file: expect.stringMatching(/\.jpg$/) as string,
      photo: { width: 480, height: 640, name: 'DSC_0001.NEF' },
    },
    remarks: [{ rule: 'photo-from-preview' }],
  });
  expect(readFileSync(file).equals(rawWith(jpeg))).toBe(true);
});

/** The least that a Nikon RAW file is: its maker, its orientation (6), and a directory below with the JPEG. */
function rawWith(inside: Buffer): Buffer {
  const maker = Buffer.from('NIKON CORPORATION\0');
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directory = (...entries: readonly Buffer[]) => {
    const count = Buffer.alloc(2);
    count.writeUInt16BE(entries.length);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const below = 8 + 2 + 4 * 12 + 4;
  const makerAt = below + 2 + 3 * 12 + 4;
  const jpegAt = makerAt + maker.length;
  return Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    directory(
      entry(0xfe, 4, 1, 1),
      entry(0x10f, 2, maker.length, makerAt),
      entry(0x112, 3, 1, 6),
      entry(0x14a, 4, 1, below),
    ),
    directory(entry(0x103, 3, 1, 6), entry(0x201, 4, 1, jpegAt), entry(0x202, 4, 1, inside.length)),
    maker,
    inside,
  ]);
}
