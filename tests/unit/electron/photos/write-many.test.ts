import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { findOriginals } from '../../../../electron/photos/find-originals';
import type { PhotoFiles } from '../../../../electron/photos/remote-writer';
import { writeMany } from '../../../../electron/photos/write-many';
import type { Interview, Photo } from '../../../../shared/interview/types';
import { failed, ok } from '../../../../shared/result';
import { interview, photo, photoFile, title } from '../../../support/builders';
import { freshFolder, save } from './pictures';

const root = freshFolder();
let folder: string;
let number = 0;
beforeEach(() => {
  folder = path.join(root, String(++number));
  mkdirSync(path.join(folder, 'stored'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A stored picture of these bytes, as the piece has it. */
function stored(id: string, bytes: string, name: string): Photo {
  const hash = createHash('sha256').update(bytes).digest('hex');
  save(path.join(folder, 'stored'), `${hash}.jpg`, Buffer.from(bytes));
  return { id, file: `${hash}.jpg`, width: 10, height: 10, name };
}

function piece(...photos: readonly Photo[]): Interview {
  return interview(
    title('Giữ nước'),
    ...photos.map(photoFile),
    ...photos.map(({ id }) => photo({ photoId: id, caption: `Ảnh ${id}` })),
  );
}

/** Stands for the writer: writes the caption behind the bytes, and remembers what it was asked. */
function fakeFiles(refuse: { readonly kind: 'disk-full' } | null = null, at = -1) {
  const asked: { readonly file: string; readonly caption: unknown; readonly kind: string }[] = [];
  const files: Pick<PhotoFiles, 'writeFields' | 'findOriginals'> = {
    findOriginals,
    async writeFields(file, change, target) {
      asked.push({ file: path.basename(file), caption: change.caption, kind: target.kind });
      if (refuse && asked.length - 1 === at) return failed(refuse);
      if (target.kind === 'in-place') return ok({ file, backup: `${file}.original`, remarks: [] });
      writeFileSync(target.to, readFileSync(file));
      return ok({ file: target.to, remarks: [] });
    },
  };
  return { files, asked };
}

function write(given: Interview, into: 'copies' | 'originals', files: ReturnType<typeof fakeFiles>['files']) {
  const progress: string[] = [];
  const result = writeMany({
    interview: given,
    photoPath: ({ file }) => path.join(folder, 'stored', file),
    folder,
    into,
    files,
    progress: ({ done, total, name }) => progress.push(`${done}/${total} ${name}`),
    signal: new AbortController().signal,
  });
  return { result, progress };
}

test('copies come into a fresh folder under the names that the files had', async () => {
  const given = piece(stored('a', 'A', 'DSC_1.JPG'), stored('b', 'B', 'dsc_1.jpg'), stored('c', 'C', '../x:y?.jpeg'));
  const { files, asked } = fakeFiles();
  const { result, progress } = write(given, 'copies', files);
  expect(await result).toMatchObject({ ok: true, value: { refused: [], stopped: 0 } });
  expect(readdirSync(path.join(folder, 'giu-nuoc-anh-kem-chu')).sort()).toEqual([
    'DSC_1.jpg',
    'dsc_1-2.jpg',
    'x-y-.jpg',
  ]);
  expect(asked.map(({ caption }) => caption)).toEqual(['Ảnh a', 'Ảnh b', 'Ảnh c']);
  expect(progress).toEqual(['1/3 DSC_1.JPG', '2/3 dsc_1.jpg', '3/3 ../x:y?.jpeg']);
  // Again: nothing that stands there is touched.
  await write(given, 'copies', fakeFiles().files).result;
  expect(readdirSync(folder).filter((name) => name.startsWith('giu-nuoc'))).toHaveLength(2);
});

test('a disk that fills is told for its file; the others are written', async () => {
  const given = piece(stored('a', 'A', 'a.jpg'), stored('b', 'B', 'b.jpg'), stored('c', 'C', 'c.jpg'));
  const { result } = write(given, 'copies', fakeFiles({ kind: 'disk-full' }, 1).files);
  expect(await result).toMatchObject({
    value: { files: ['a.jpg', 'c.jpg'], refused: [{ name: 'b.jpg', failure: { kind: 'disk-full' } }] },
  });
});

test('originals are found by their bytes, whatever they are called; one that is not there is told', async () => {
  const given = piece(stored('a', 'A', 'a.jpg'), stored('b', 'B', 'b.jpg'));
  const originals = path.join(folder, 'card');
  mkdirSync(originals);
  save(originals, 'renamed.jpg', Buffer.from('A'));
  save(originals, 'b.jpg', Buffer.from('X'));
  const { files, asked } = fakeFiles();
  const result = await writeMany({
    interview: given,
    photoPath: ({ file }) => path.join(folder, 'stored', file),
    folder: originals,
    into: 'originals',
    files,
    signal: new AbortController().signal,
  });
  expect(asked).toEqual([{ file: 'renamed.jpg', caption: 'Ảnh a', kind: 'in-place' }]);
  expect(result).toMatchObject({
    value: {
      files: ['renamed.jpg'],
      backups: ['renamed.jpg.original'],
      refused: [{ name: 'b.jpg', failure: { kind: 'photo-original-missing' } }],
    },
  });
});

test('stops between two files when asked', async () => {
  const given = piece(stored('a', 'A', 'a.jpg'), stored('b', 'B', 'b.jpg'), stored('c', 'C', 'c.jpg'));
  const stop = new AbortController();
  const result = await writeMany({
    interview: given,
    photoPath: ({ file }) => path.join(folder, 'stored', file),
    folder,
    into: 'copies',
    files: fakeFiles().files,
    progress: () => stop.abort(),
    signal: stop.signal,
  });
  expect(result).toMatchObject({ value: { files: ['a.jpg'], stopped: 2 } });
});
