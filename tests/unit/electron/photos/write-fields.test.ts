import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createExifToolWriter } from '../../../../electron/photos/exiftool-writer';
import type { MetadataWriter } from '../../../../electron/photos/metadata-writer';
import { readPhotoReport } from '../../../../electron/photos/photo-report';
import { pictureDataHash } from '../../../../electron/photos/picture-data';
import { writeFields } from '../../../../electron/photos/write-fields';
import type { FieldChange } from '../../../../shared/photos/fields';
import { failed, ok } from '../../../../shared/result';
import { must } from '../desk/desk-story';
import { freshFolder, picture, pixelsOf, save, withSegment } from './pictures';
import type { Kind } from './pictures';
import { hasTool } from '../../../support/outside-tools';

const folder = freshFolder();
const writer = createExifToolWriter();
// exiftool, which writes into pictures, is a Perl program.
const perl = hasTool('perl');
beforeEach(({ skip }) => skip(!perl, 'perl is not installed'));
afterAll(async () => {
  await writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const ALL = {
  caption: 'Hồ chứa Ea Sương, đầu mùa khô:\n"nước" còn <một nửa> & hơn $5 #set',
  headline: 'Giữ nước',
  creator: 'Lê Đức Vũ',
  credit: 'Báo Cao Nguyên của tỉnh Đắk Lắk',
  copyright: '© 2026 Báo Cao Nguyên',
  usageTerms: 'Chỉ dùng một lần',
  alt: 'Mặt hồ xanh dưới nắng',
  extended: 'Bờ hồ khô nứt, ở giữa còn một dải nước xanh; xa xa là rẫy cà phê.',
  taken: '2026-11-20T07:30:05+07:00',
  sublocation: 'Hồ Ea Sương',
  city: 'Buôn Ma Thuột',
  province: 'Đắk Lắk',
  country: 'Việt Nam',
  persons: ['Lê Ngọc Hảo', 'H’Bia Niê'],
} satisfies FieldChange;

const bundled = path.resolve(import.meta.dirname, '../../../../node_modules/exiftool-vendored.pl/bin/exiftool');
const outside = spawnSync('exiftool', ['-ver']).status === 0 ? 'exiftool' : bundled;

function exiftool(...args: readonly string[]): { readonly [tag: string]: unknown } {
  return (
    JSON.parse(execFileSync(outside, ['-j', '-G1', '-struct', ...args], { encoding: 'utf8' })) as [
      { [tag: string]: unknown },
    ]
  )[0];
}

describe.each(['jpg', 'tif', 'png', 'webp'] as const)('%s', (kind: Kind) => {
  it.each(['NFC', 'NFD'] as const)('every field comes back, given in %s', async (form) => {
    const file = save(folder, `in-${form}.${kind}`, await picture(kind));
    const given = JSON.parse(JSON.stringify(ALL).normalize(form)) as FieldChange;
    const before = readFileSync(file);
    const { file: to } = must(
      await writeFields(file, given, { kind: 'copy', to: path.join(folder, `out-${form}.${kind}`) }, writer),
    );
    const after = readFileSync(to);
    expect(readPhotoReport(after)).toMatchObject({ fields: ALL, guesses: [], conflicts: [] });
    expect(await pixelsOf(after)).toBe(await pixelsOf(before));
    expect(readFileSync(file).equals(before)).toBe(true);

    const found = exiftool(to);
    expect(found).toMatchObject({
      'XMP-dc:Description': ALL.caption,
      'XMP-photoshop:Credit': ALL.credit,
      'XMP-iptcCore:AltTextAccessibility': ALL.alt,
      'XMP-iptcCore:ExtDescrAccessibility': ALL.extended,
      'XMP-xmpRights:UsageTerms': ALL.usageTerms,
      'XMP-iptcExt:PersonInImage': ALL.persons,
      'IFD0:Artist': ALL.creator,
    });
    if (kind === 'jpg' || kind === 'tif') {
      expect(found).toMatchObject({
        'IPTC:CodedCharacterSet': 'UTF8',
        'IPTC:Caption-Abstract': ALL.caption,
        'IPTC:By-line': ALL.creator,
        'IPTC:Credit': ALL.credit,
        'IPTC:Province-State': ALL.province,
        'IPTC:DateCreated': '2026:11:20',
      });
    }
  });

  it('what exiftool writes is read', async () => {
    const file = save(folder, `theirs.${kind}`, await picture(kind));
    const tags = [
      `-XMP-dc:Description=${ALL.headline}`,
      `-XMP-dc:Creator=${ALL.creator}`,
      `-XMP-dc:Rights=${ALL.copyright}`,
      `-XMP-iptcCore:AltTextAccessibility=${ALL.alt}`,
      `-XMP-iptcExt:PersonInImage=${ALL.persons[0]}`,
      `-XMP-photoshop:DateCreated=2026:11:20 07:30:05+07:00`,
      '-GPSLatitude=12.6',
      '-GPSLatitudeRef=N',
      '-ExifIFD:SerialNumber=42',
    ];
    execFileSync(outside, ['-overwrite_original', '-q', ...tags, file]);
    expect(readPhotoReport(readFileSync(file))).toMatchObject({
      fields: {
        caption: ALL.headline,
        creator: ALL.creator,
        copyright: ALL.copyright,
        alt: ALL.alt,
        persons: [ALL.persons[0]],
        taken: ALL.taken,
      },
      private: ['gps', 'serial'],
    });
  });

  it('keeps what it does not know, and takes fields away', async () => {
    const file = save(folder, `rich.${kind}`, await picture(kind));
    execFileSync(outside, [
      '-overwrite_original',
      '-q',
      '-XMP-dc:Subject=cà phê',
      '-XMP-xmp:Rating=4',
      '-ExifIFD:LensModel=50mm',
      '-XMP-photoshop:Credit=Cũ',
      file,
    ]);
    must(await writeFields(file, { caption: 'Mới', credit: null }, { kind: 'in-place' }, writer));
    expect(exiftool(file)).toMatchObject({
      'XMP-dc:Subject': ['cà phê'],
      'XMP-xmp:Rating': 4,
      'ExifIFD:LensModel': '50mm',
    });
    expect(readPhotoReport(readFileSync(file)).fields).toEqual({ caption: 'Mới' });
  });
});

describe('in place', () => {
  let file: string;
  let before: Buffer;
  beforeAll(async () => {
    before = await picture();
  });
  const fresh = (name: string) => {
    const own = path.join(folder, name);
    rmSync(own, { recursive: true, force: true });
    execFileSync('mkdir', [own]);
    file = save(own, 'ảnh.jpg', before);
    return own;
  };

  it('keeps the original under its own name, and an older backup too', async () => {
    const own = fresh('backups');
    const first = must(await writeFields(file, { caption: 'Một' }, { kind: 'in-place' }, writer));
    const second = must(await writeFields(file, { caption: 'Hai' }, { kind: 'in-place' }, writer));
    expect(readFileSync(first.backup ?? '').equals(before)).toBe(true);
    expect(readPhotoReport(readFileSync(second.backup ?? '')).fields.caption).toBe('Một');
    expect(readdirSync(own).toSorted()).toEqual(['ảnh.jpg', 'ảnh.original-2.jpg', 'ảnh.original.jpg'].toSorted());
  });

  it.each([
    ['a full disk', 'disk-full', async () => failed({ kind: 'disk-full' as const, detail: 'No space left on device' })],
    [
      'a machine without Perl',
      'photo-writer-missing',
      async () => failed({ kind: 'writer-missing' as const, detail: 'perl' }),
    ],
    [
      'a writer that refuses',
      'photo-write-refused',
      async () => failed({ kind: 'failed' as const, detail: 'Not a valid JPG' }),
    ],
    ['a writer that says yes and writes nothing', 'photo-texts-changed', async () => ok([])],
    [
      'a writer that changes the picture',
      'photo-pixels-changed',
      async (draft: string) => {
        writeFileSync(draft, await sharp(before).negate().jpeg().toBuffer());
        return ok([]);
      },
    ],
    [
      'another program at the same time',
      'photo-changed',
      async (draft: string, change: FieldChange) => {
        copyFileSync(draft, file);
        writeFileSync(file, Buffer.concat([before, Buffer.from('x')]));
        before = readFileSync(file);
        return writer.write(draft, change);
      },
    ],
    [
      'a removed file',
      'not-found',
      async (draft: string, change: FieldChange) => {
        rmSync(file);
        return writer.write(draft, change);
      },
    ],
  ] as const)('%s leaves the original as it was', async (_, kind, write) => {
    const own = fresh('faults');
    const faulty: MetadataWriter = { ...writer, write: write as MetadataWriter['write'] };
    expect(await writeFields(file, { caption: 'Mới' }, { kind: 'in-place' }, faulty)).toMatchObject({
      ok: false,
      failure: { kind },
    });
    if (kind !== 'not-found') expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(own).filter((name) => name !== 'ảnh.jpg')).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('a protected file is left alone', async () => {
    fresh('protected');
    chmodSync(file, 0o400);
    expect(await writeFields(file, { caption: 'Mới' }, { kind: 'in-place' }, writer)).toMatchObject({
      failure: { kind: 'no-permission' },
    });
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written is a sentence', async () => {
    const own = fresh('read-only');
    chmodSync(own, 0o500);
    expect(await writeFields(file, { caption: 'Mới' }, { kind: 'in-place' }, writer)).toMatchObject({
      failure: { kind: 'no-permission' },
    });
    chmodSync(own, 0o700);
  });
});

it('never overwrites a file with its copy', async () => {
  const file = save(folder, 'one.jpg', await picture());
  const other = save(folder, 'two.jpg', Buffer.from('của người khác'));
  expect(await writeFields(file, { caption: 'Mới' }, { kind: 'copy', to: other }, writer)).toMatchObject({
    failure: { kind: 'photo-exists', path: other },
  });
  expect(readFileSync(other, 'utf8')).toBe('của người khác');
});

it('carries an unmarked IPTC block over to UTF-8, its unknown texts too', async () => {
  const file = save(folder, 'old.jpg', await picture());
  const viet = Buffer.from([0xd0, 0xfd, 0xf5, 0xcc, 0x6e, 0x67]);
  const dataset = (number: number) => Buffer.concat([Buffer.from([0x1c, 2, number, 0, viet.length]), viet]);
  const block = Buffer.concat([dataset(25), dataset(120)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(block.length);
  writeFileSync(
    file,
    withSegment(
      readFileSync(file),
      0xed,
      Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, block]),
    ),
  );
  must(await writeFields(file, { credit: 'Báo' }, { kind: 'in-place' }, writer));
  // Windows-1258 has its tones behind the letters; another's text is carried over as it was.
  const found = JSON.parse(JSON.stringify(exiftool(file)).normalize('NFC')) as object;
  expect(found).toMatchObject({ 'IPTC:Keywords': 'Đường', 'IPTC:Caption-Abstract': 'Đường', 'IPTC:Credit': 'Báo' });
});

it('tells that content credentials no longer hold', async () => {
  const box = Buffer.from('JP\0\x01\0\0\0\x01\0\0\0\x1djumb\0\0\0\x15jumdc2pa\0\x11\0\x10', 'latin1');
  const file = save(folder, 'c2pa.jpg', withSegment(await picture(), 0xeb, box));
  const written = await writeFields(
    file,
    { caption: 'Mới' },
    { kind: 'copy', to: path.join(folder, 'c2pa-2.jpg') },
    writer,
  );
  expect(must(written).remarks.map(({ rule }) => rule)).toContain('photo-credentials-broken');
});

it.each([
  ['nothing', 'photo-unreadable', Buffer.alloc(0)],
  ['an SVG by the name of PNG', 'photo-unsupported', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a JPEG of three bytes', 'photo-unreadable', Buffer.from([0xff, 0xd8, 0xff])],
])('refuses %s', async (_, kind, bytes) => {
  const file = save(folder, 'bad.png', bytes);
  const to = path.join(folder, 'never.png');
  expect(await writeFields(file, { caption: 'x' }, { kind: 'copy', to }, writer)).toMatchObject({ failure: { kind } });
  expect(existsSync(to)).toBe(false);
});

it('the data hash tells pictures apart, and not their words', async () => {
  const one = await picture();
  const words = withSegment(one, 0xfe, Buffer.from('một lời bình'));
  expect(pictureDataHash(words)).toBe(pictureDataHash(one));
  expect(pictureDataHash(await sharp(one).negate().jpeg().toBuffer())).not.toBe(pictureDataHash(one));
  expect(pictureDataHash(Buffer.from('text'))).toBeNull();
});
