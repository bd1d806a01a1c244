import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createExifToolWriter } from '../../../../electron/photos/exiftool-writer';
import { readPhotoReport } from '../../../../electron/photos/photo-report';
import { takeIn } from '../../../../electron/photos/take-in';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { asText } from '../../../../shared/interview/build';
import type { Photo } from '../../../../shared/interview/types';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { must } from '../desk/desk-story';
import { freshFolder, picture, pixelsOf, save } from '../photos/pictures';
import { answer, photoBlock, piece, question } from '../../shared/writers/web/pieces';
import { call as plainCall } from './call';
import { hasTool } from '../../../support/outside-tools';

const pictures = createInlinePictures();
const metadata = createExifToolWriter();
const folder = freshFolder();
// exiftool, which writes into pictures, is a Perl program.
const perl = hasTool('perl');
beforeEach(({ skip }) => skip(!perl, 'perl is not installed'));
afterAll(async () => {
  await Promise.all([pictures.close(), metadata.close()]);
  rmSync(folder, { recursive: true, force: true });
});
const call = (argv: readonly string[]) =>
  plainCall(folder, argv, { pictures: () => pictures, metadata: () => metadata });

describe('galley photo', () => {
  it.each([
    [['photo'], ''],
    [['photo', 'fly', 'a.jpg'], 'fly'],
    [['photo', 'info'], 'file'],
    [['photo', 'info', 'a.jpg', '--in-place'], '--in-place'],
    [['photo', 'caption', 'a.jpg', '--in-place'], '--caption'],
    [['photo', 'caption', 'a.jpg', '--caption', 'x'], '--out'],
    [['photo', 'caption', 'a.jpg', '--caption', 'x', '--in-place', '--out', 'b'], '--out'],
    [['photo', 'caption', 'a.jpg', '--date', 'hôm qua', '--in-place'], 'hôm qua'],
    [['photo', 'codes', 'a.tsv'], 'code list'],
    [['photo', 'export', 'a', '--out', 'b'], '--use'],
    [['photo', 'export', 'a', '--use', 'film', '--out', 'b'], '--use'],
    [['photo', 'export', 'a', '--use', 'web'], '--out'],
  ])('answers %j with 2 and one sentence', async (argv, about) => {
    const { exit, stdout, stderr } = await call(argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(about);
    const [, ...calls] = stderr.trimEnd().split('\n');
    expect(calls.length).toBeGreaterThan(0);
    for (const each of calls) expect(each).toMatch(/^  galley photo /);
  });

  it('captions a copy, then the file itself, and tells both by info', async () => {
    save(folder, 'hồ.jpg', await picture());
    const copy = await call([
      'photo',
      'caption',
      'hồ.jpg',
      '--caption',
      'Hồ chứa',
      '--credit',
      'Báo',
      '--alt',
      'Mặt hồ',
      '--person',
      'Lê A',
      '--person',
      'Trần B',
      '--out',
      'b.jpg',
    ]);
    expect([copy.exit, copy.stdout]).toEqual([0, `${path.join(folder, 'b.jpg')}\n`]);
    const place = await call([
      'photo',
      'caption',
      'b.jpg',
      '--caption',
      '',
      '--date',
      '2026-11-20',
      '--in-place',
      '--json',
    ]);
    expect(JSON.parse(place.stdout)).toMatchObject({
      file: path.join(folder, 'b.jpg'),
      backup: path.join(folder, 'b.original.jpg'),
    });
    expect(place.stderr).toContain('b.original.jpg');

    const told = await call(['photo', 'info', 'b.jpg', 'gone.jpg', '--json']);
    expect(told.exit).toBe(1);
    expect(JSON.parse(told.stdout)).toMatchObject([
      {
        file: 'b.jpg',
        width: 120,
        height: 80,
        fields: { credit: 'Báo', alt: 'Mặt hồ', persons: ['Lê A', 'Trần B'], taken: '2026-11-20' },
        ai: null,
        credentials: false,
      },
      { file: 'gone.jpg', failure: { kind: 'not-found' } },
    ]);
    expect((await call(['photo', 'info', 'b.original.jpg'])).stdout).toContain('Caption: Hồ chứa');
  });

  it('expands codes, with those of a piece and its variables', async () => {
    writeFileSync(path.join(folder, 'codes.tsv'), '\ufefflnh\tLê Ngọc Hảo\tGiám đốc\n');
    const { exit, stdout, stderr } = await call(['photo', 'codes', 'codes.tsv', String.raw`\lnh#2\ \lnh\, \xyz\ `]);
    expect([exit, stdout]).toEqual([0, 'Giám đốc Lê Ngọc Hảo, \\xyz\\ \n']);
    expect(stderr).toContain('xyz');
    const people = [{ id: 'p', name: 'Bùi Văn Cường', part: 'interviewee' as const }];
    writeFileSync(
      path.join(folder, 'bai.json'),
      writeInterviewFile({ ...piece([question('A?')]), people, published: '2026-11-20T07:00+07:00' }),
    );
    expect(
      (await call(['photo', 'codes', 'codes.tsv', String.raw`\bvc\, ngày {date}`, '--piece', 'bai.json'])).stdout,
    ).toBe('Bùi Văn Cường, ngày 20-11-2026\n');
  });
});

describe('galley photo export', () => {
  async function withPiece(change: Partial<Photo>): Promise<string> {
    const own = freshFolder();
    const bytes = await sharp(await picture('jpg', 1200, 800))
      .withExif({ IFD2: { BodySerialNumber: '77' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 0/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { photo, file } = must(await takeIn('a.jpg', bytes, pictures));
    cpSync(save(own, 'x.jpg', bytes), path.join(own, 'photos', file), { recursive: true });
    const block = photoBlock({
      photoId: photo.id,
      caption: asText('Hồ chứa'),
      credit: asText('Lê Đức Vũ'),
      alt: 'Mặt hồ',
    });
    const metadataOf = { copyright: '© Báo', creator: 'Lê Đức Vũ' };
    writeFileSync(
      path.join(own, 'interview.json'),
      writeInterviewFile({
        ...piece([question('A?'), answer('B'), block]),
        photos: [{ ...photo, metadata: metadataOf, ...change }],
      }),
    );
    return own;
  }
  const print = { x: 0, y: 0, width: 0.5, height: 1 };

  it('to the web: four shapes, rights, nothing private', async () => {
    const own = await withPiece({ crops: { print } });
    const { exit, stdout, stderr } = await call(['photo', 'export', own, '--use', 'web', '--out', 'web']);
    expect([exit, stderr]).toEqual([0, '']);
    const sizes = await Promise.all(
      stdout
        .trim()
        .split('\n')
        .map(async (file) => {
          const bytes = readFileSync(file);
          expect(readPhotoReport(bytes)).toMatchObject({
            fields: { caption: 'Hồ chứa', credit: 'Lê Đức Vũ', copyright: '© Báo', alt: 'Mặt hồ' },
            private: [],
          });
          const { width, height } = await sharp(bytes).metadata();
          return `${path.basename(file)} ${width}x${height}`;
        }),
    );
    expect(sizes.toSorted()).toEqual([
      '01-web-16x9.jpg 1200x675',
      '01-web-1x1.jpg 800x800',
      '01-web-3x4.jpg 600x800',
      '01-web.jpg 600x800',
    ]);
    expect((await call(['photo', 'export', own, '--use', 'web', '--out', 'web'])).exit).toBe(0);
    save(path.dirname(stdout.split('\n')[0] ?? ''), 'của-tôi.jpg', Buffer.from('x'));
    expect((await call(['photo', 'export', own, '--use', 'web', '--out', 'web'])).exit).toBe(1);
  });

  it('to print: an uncut photo with its own pixels, a cut one cut, both with their words', async () => {
    for (const crops of [{}, { print }]) {
      const own = await withPiece({ crops });
      const out = freshFolder();
      const { exit, stdout } = await call(['photo', 'export', own, '--use', 'print', '--out', out]);
      expect(exit).toBe(0);
      const bytes = readFileSync(stdout.trim());
      expect(readPhotoReport(bytes).fields).toMatchObject({
        caption: 'Hồ chứa',
        credit: 'Lê Đức Vũ',
        copyright: '© Báo',
      });
      const source = path.join(own, 'photos', readdirSync(path.join(own, 'photos'))[0] ?? '');
      expect((await pixelsOf(bytes)) === (await pixelsOf(readFileSync(source)))).toBe(!('print' in crops));
      expect((await sharp(bytes).metadata()).width).toBe('print' in crops ? 600 : 1200);
    }
  });
});
