import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { PHOTO_BYTES_LIMIT } from '../../../../electron/press/limits';
import { picturesClient } from '../../../../electron/press/pictures';

const pictures = createInlinePictures();
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'galley-pictures-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#3366aa' } });
const bytesOf = (buffer: Buffer) => new Uint8Array(buffer);
const text = (words: string) => new TextEncoder().encode(words);

function save(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A PNG whose header promises far more than its body holds. */
function hugePng(width: number, height: number): Uint8Array {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.concat([Buffer.from(kind), body]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(head));
    return Buffer.concat([size, head, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytesOf(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(64))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

describe('inspect', () => {
  test('tells the four formats by their bytes', async () => {
    const made = {
      jpg: await plain().jpeg().toBuffer(),
      png: await plain().png().toBuffer(),
      webp: await plain().webp().toBuffer(),
      tif: await plain().tiff().toBuffer(),
    };
    for (const [format, bytes] of Object.entries(made)) {
      expect(await pictures.inspect(bytesOf(bytes))).toEqual({ ok: true, value: { format, width: 60, height: 40 } });
    }
  });

  test('gives the size of the picture as it is seen, after orientation', async () => {
    const lying = await plain().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await pictures.inspect(bytesOf(lying))).toMatchObject({ value: { width: 40, height: 60 } });
  });

  test.each([
    ['GIF', async () => bytesOf(await plain().gif().toBuffer())],
    ['SVG', async () => text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['HEIC', async () => text('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['Canon raw', async () => bytesOf(Buffer.from([0x49, 0x49, 0x2a, 0, 0x10, 0, 0, 0, 0x43, 0x52, 2, 0]))],
    ['text', async () => text('không phải ảnh')],
    ['nothing', async () => new Uint8Array()],
  ])('refuses %s as unsupported', async (_, bytes) => {
    expect(await pictures.inspect(await bytes())).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  });

  test('refuses a broken picture as unreadable', async () => {
    const broken = bytesOf(await plain().jpeg().toBuffer()).subarray(0, 30);
    expect(await pictures.inspect(broken)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  test('refuses 300 megapixels and more by the header alone', async () => {
    expect(await pictures.inspect(hugePng(20_000, 20_000))).toMatchObject({
      ok: false,
      failure: { kind: 'too-large' },
    });
  });

  test('refuses too many bytes before a worker is started', async () => {
    const client = picturesClient(() => {
      throw new Error('started');
    });
    const zeros = new Uint8Array(PHOTO_BYTES_LIMIT + 1);
    expect(await client.inspect(zeros)).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
    expect(await client.inspect(text('GIF89a'))).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  });
});

describe('render', () => {
  test('makes each format, upright, in sRGB, without metadata', async () => {
    const source = save(
      'lying.jpg',
      bytesOf(
        await plain()
          .withMetadata({ orientation: 6 })
          .withExif({ IFD0: { Artist: 'Lê Hảo' } })
          .jpeg()
          .toBuffer(),
      ),
    );
    for (const format of ['jpg', 'png', 'webp', 'avif'] as const) {
      const rendered = await pictures.render({ path: source, width: 20, format, quality: 80 });
      expect(rendered, format).toMatchObject({ ok: true, value: { width: 20, height: 30 } });
      if (!rendered.ok) continue;
      const facts = await sharp(rendered.value.bytes).metadata();
      expect(facts, format).toMatchObject({
        format: format === 'jpg' ? 'jpeg' : format === 'avif' ? 'heif' : format,
        space: 'srgb',
      });
      expect(facts.exif, format).toBeUndefined();
      expect(facts.orientation, format).toBeUndefined();
    }
  });

  test('never makes a picture larger', async () => {
    const source = save('small.png', bytesOf(await plain().png().toBuffer()));
    expect(await pictures.render({ path: source, width: 500, format: 'webp', quality: 80 })).toMatchObject({
      value: { width: 60, height: 40 },
    });
  });

  test('turns a CMYK picture into sRGB', async () => {
    const source = save('cmyk.jpg', bytesOf(await plain().toColourspace('cmyk').jpeg().toBuffer()));
    const rendered = await pictures.render({ path: source, width: 30, format: 'jpg', quality: 90 });
    expect(rendered.ok && (await sharp(rendered.value.bytes).metadata()).space).toBe('srgb');
  });

  test('what is transparent turns white in a JPEG', async () => {
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const rendered = await pictures.render({
      path: save('clear.png', bytesOf(clear)),
      width: 8,
      format: 'jpg',
      quality: 90,
    });
    const pixels = rendered.ok ? await sharp(rendered.value.bytes).raw().toBuffer() : Buffer.alloc(1);
    expect(pixels[0]).toBeGreaterThan(250);
  });

  test('a missing, cut off or huge file is told by kind', async () => {
    const cut = bytesOf(await plain(400, 400).png().toBuffer());
    const of = (file: string) => pictures.render({ path: file, width: 10, format: 'jpg', quality: 80 });
    expect(await of(path.join(folder, 'gone.jpg'))).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    expect(await of(save('cut.png', cut.subarray(0, cut.length - 40)))).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable' },
    });
    expect(await of(save('huge.png', hugePng(20_000, 20_000)))).toMatchObject({
      ok: false,
      failure: { kind: 'too-large' },
    });
  });
});
