import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { prepareDesk } from '../../../../electron/desk/first-desk';
import { PREVIEW_WIDTHS, previewOf } from '../../../../electron/photos/preview';
import { readPhotoReport } from '../../../../electron/photos/photo-report';
import { metadataOf } from '../../../../electron/photos/read-metadata';
import { takeIn } from '../../../../electron/photos/take-in';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { PHOTO_BYTES_LIMIT } from '../../../../electron/press/limits';
import { toText } from '../../../../shared/interview/text';
import { must } from '../desk/desk-story';
import { CAPTION, CITY, CREATOR, CREDIT, HEADLINE, withIptc } from './iptc';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const NASA = path.join(ROOT, '../shared/samples/portrait-nasa.jpg');
const SAMPLE = path.join(ROOT, 'electron/desk/sample/ho-ea-suong.jpg');

const pictures = createInlinePictures();
const plain = { create: { width: 40, height: 30, channels: 3 as const, background: '#567' } };
let jpeg: Uint8Array;
let folder: string;
beforeAll(async () => {
  jpeg = await sharp(plain).jpeg().toBuffer();
  folder = await mkdtemp(path.join(tmpdir(), 'galley-photos-'));
});
afterAll(async () => {
  await pictures.close();
  await rm(folder, { recursive: true, force: true });
});

const xmp = (inner: string, attributes = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;

const metadataIn = (bytes: Uint8Array) => metadataOf(readPhotoReport(bytes).fields);

describe('what a picture says of itself', () => {
  it('is read from IPTC in UTF-8, in NFC', () => {
    const bytes = withIptc(jpeg, {
      [CAPTION]: 'Hồ chứa đầu mùa khô.'.normalize('NFD'),
      [HEADLINE]: 'Giữ nước',
      [CREDIT]: 'Báo Cao Nguyên',
      [CREATOR]: 'Lê Đức Vũ',
      [CITY]: 'Ea Sương',
    });
    expect(metadataIn(bytes)).toEqual({
      caption: 'Hồ chứa đầu mùa khô.'.normalize('NFC'),
      headline: 'Giữ nước',
      credit: 'Báo Cao Nguyên',
      creator: 'Lê Đức Vũ',
      place: 'Ea Sương',
    });
  });

  it('is read from XMP: alternatives, sequences, attributes and the alt text', async () => {
    const packet = xmp(
      '<dc:description><rdf:Alt><rdf:li xml:lang="en">The reservoir</rdf:li><rdf:li xml:lang="x-default">Hồ chứa</rdf:li></rdf:Alt></dc:description>' +
        '<dc:creator><rdf:Seq><rdf:li>Vũ</rdf:li></rdf:Seq></dc:creator>' +
        '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Mặt hồ xanh.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
      'photoshop:Credit="Báo Cao Nguyên"',
    );
    const bytes = await sharp(plain).jpeg().withXmp(packet).toBuffer();
    expect(metadataIn(bytes)).toMatchObject({
      caption: 'Hồ chứa',
      creator: 'Vũ',
      alt: 'Mặt hồ xanh.',
      credit: 'Báo Cao Nguyên',
    });
  });

  it('has the time from EXIF', async () => {
    const exif = { IFD2: { DateTimeOriginal: '2026:11:20 07:30:05', OffsetTimeOriginal: '+07:00' } };
    expect(metadataIn(await sharp(plain).jpeg().withExif(exif).toBuffer()).taken).toBe('2026-11-20T07:30:05+07:00');
  });

  it('stays plain text, without hidden directions and of bounded length', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e\u0000\r\nhai';
    const found = metadataIn(withIptc(jpeg, { [CAPTION]: hostile, [CREDIT]: '👩‍🌾'.repeat(900) }));
    expect(found.caption).toBe('<img src=x onerror=alert(1)>\nhai');
    expect(found.credit?.length).toBeLessThanOrEqual(400);
    expect(found.credit).not.toMatch(/\p{Surrogate}/u);
  });

  it('never fails, whatever stands there', () => {
    const whole = withIptc(jpeg, { [CAPTION]: 'Hồ chứa', [CREDIT]: 'Báo' });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(30), fc.uint8Array({ maxLength: 30 }), (at, cut, put) => {
        const bytes = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)]);
        for (const text of Object.values(metadataIn(bytes))) expect(typeof text).toBe('string');
      }),
      { numRuns: 500 },
    );
    for (const broken of ['<', '<x:xmpmeta', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>']) {
      expect(metadataIn(new TextEncoder().encode(broken))).toEqual({});
    }
  });
});

describe('taking a picture in', () => {
  it('gives its record, its name by hash, and the three texts each from its own source', async () => {
    const bytes = withIptc(jpeg, { [CAPTION]: 'Hồ chứa\nđầu mùa khô.', [CREATOR]: 'Lê Đức Vũ' });
    const taken = must(await takeIn('C:\\ảnh\\hồ.JPG', bytes, pictures));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(taken.file).toBe(`${hash}.jpg`);
    expect(taken.photo).toMatchObject({ file: taken.file, width: 40, height: 30, name: 'hồ.JPG' });
    expect(taken.texts).toEqual({ caption: toText('Hồ chứa đầu mùa khô.'), credit: toText('Lê Đức Vũ'), alt: '' });
  });

  it('gives the size of the picture standing upright', async () => {
    const turned = await sharp(plain).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(must(await takeIn('a.jpg', turned, pictures)).photo).toMatchObject({ width: 30, height: 40 });
  });

  it.each([
    ['png', 'png'],
    ['webp', 'webp'],
    ['tiff', 'tif'],
  ] as const)('takes %s whatever the name says', async (format, extension) => {
    const bytes = await sharp(plain).toFormat(format).toBuffer();
    expect(must(await takeIn('tên.docx', bytes, pictures)).file.endsWith(`.${extension}`)).toBe(true);
  });

  it.each([
    ['nothing', 'photo-unreadable', () => new Uint8Array()],
    ['text', 'photo-unsupported', () => new TextEncoder().encode('<svg onload=alert(1)>')],
    ['an iPhone picture', 'photo-unsupported', () => Buffer.from('000000186674797068656963', 'hex')],
    ['half a head', 'photo-unreadable', () => jpeg.slice(0, 30)],
    ['a file past the limit', 'photo-too-large', () => new Uint8Array(PHOTO_BYTES_LIMIT + 1)],
  ])('refuses %s', async (_, kind, bytes) => {
    const taken = await takeIn('a.jpg', bytes(), pictures);
    expect(taken).toMatchObject({ ok: false, failure: { kind, name: 'a.jpg' } });
  });

  it.skipIf(!existsSync(NASA))('reads the Vietnamese texts of a real portrait (needs ../shared)', async () => {
    const { texts, photo } = must(await takeIn('portrait-nasa.jpg', await readFile(NASA), pictures));
    expect(texts.caption).toEqual(toText('Phi hành gia Eileen Collins trước chuyến bay.'));
    expect(texts.credit).toEqual(toText('NASA'));
    expect(texts.alt).toMatch(/^Chân dung một nữ phi hành gia/);
    expect(photo).toMatchObject({ width: 2000, height: 2000 });
  });
});

it('makes a preview once, no wider than asked', async () => {
  const bytes = await sharp({ create: { ...plain.create, width: 2400, height: 600 } })
    .jpeg()
    .toBuffer();
  const photo = path.join(folder, `${'a'.repeat(64)}.jpg`);
  await writeFile(photo, bytes);
  const preview = must(await previewOf(photo, folder, pictures));
  expect(path.relative(folder, preview)).toBe(path.join('previews', `${'a'.repeat(64)}.webp`));
  expect(await sharp(await readFile(preview)).metadata()).toMatchObject({
    format: 'webp',
    width: PREVIEW_WIDTHS.large,
  });
  const never = { render: () => Promise.reject(new Error('rendered again')) };
  expect(must(await previewOf(photo, folder, never))).toBe(preview);
  expect(await readdir(path.join(folder, 'previews'))).toHaveLength(1);
});

describe('a new desk', () => {
  it('has the sample with its picture, and gets it only once', async () => {
    const root = path.join(folder, 'Galley', 'Bàn biên tập');
    const desk = new FolderDesk(root);
    const parts = { picture: () => readFile(SAMPLE), pictures: () => pictures };
    const { sample } = must(await prepareDesk(root, desk, parts));
    if (sample === null) throw new Error('no sample');
    const interview = must(await desk.read(sample));
    const [photo] = interview.photos;
    expect(photo?.metadata).toMatchObject({
      caption: 'Hồ chứa Ea Sương đầu mùa khô, nhìn từ rẫy cà phê của hợp tác xã.',
      creator: 'Lê Đức Vũ',
    });
    expect(await desk.photoPath(sample, photo?.file ?? '')).not.toBeNull();
    expect(must(await prepareDesk(root, desk, parts)).sample).toBeNull();
    expect(must(await desk.list())).toHaveLength(1);
  });
});
