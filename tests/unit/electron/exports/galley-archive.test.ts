import { readFileSync, writeFileSync, createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { writeGalley } from '../../../../electron/exports/galley-archive';
import { openGalley } from '../../../../electron/exports/open-galley';
import { countingMint } from '../../../../shared/interview/build';
import { readInterviewFile } from '../../../../shared/readers/read-interview-file';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { fullPiece, piece } from '../../shared/writers/web/pieces';
import { filesUnder, freshFolder, storedPhoto } from './fakes';

const never = new AbortController().signal;

/** A zip with these entries; names may be as bad as a test wants, of the same length as `placeholder`s. */
async function zipOf(entries: { readonly [name: string]: Buffer | string }): Promise<string> {
  const file = path.join(freshFolder(), 'bai.galley');
  const zip = new ZipFile();
  for (const [name, contents] of Object.entries(entries)) zip.addBuffer(Buffer.from(contents), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/** The same file with some bytes replaced by others of the same length. */
function patched(file: string, from: string, to: string): string {
  writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll(from, to), 'latin1'));
  return file;
}

const sample = () => writeInterviewFile(fullPiece());

describe('a .galley file', () => {
  it('opens elsewhere with everything in it', async () => {
    const folder = freshFolder();
    const { at, photo } = storedPhoto(folder, 'rung');
    const interview = { ...fullPiece(), photos: [photo] };
    const file = path.join(folder, 'bai.galley');
    expect(await writeGalley(file, interview, new Map([[photo.file, at]]), never)).toBe(true);

    const into = freshFolder();
    const opened = await openGalley(file, into);
    if (!opened.ok) throw new Error(opened.failure.kind);
    expect(opened.value.remarks).toEqual([]);
    expect(readFileSync(opened.value.photos.get(photo.file) ?? '')).toEqual(readFileSync(at));
    const read = readInterviewFile(opened.value.source, { mint: countingMint() });
    expect(read.ok && writeInterviewFile(read.value.interview)).toBe(writeInterviewFile(interview));
  });

  it('starts with its kind, stored, and is the same for the same piece', async () => {
    const folder = freshFolder();
    const [one, two] = [path.join(folder, '1.galley'), path.join(folder, '2.galley')];
    await writeGalley(one, piece([]), new Map(), never);
    await writeGalley(two, piece([]), new Map(), never);
    expect(readFileSync(one).subarray(30, 60).toString('latin1')).toBe('mimetypeapplication/vnd.galley');
    expect(readFileSync(one)).toEqual(readFileSync(two));
  });

  it('leaves out a photo that is not what its name says, with a loss', async () => {
    const name = `photos/${'a'.repeat(64)}.jpg`;
    const into = freshFolder();
    const opened = await openGalley(await zipOf({ 'interview.json': sample(), [name]: 'other bytes' }), into);
    expect(opened).toMatchObject({
      ok: true,
      value: { remarks: [{ rule: 'galley-photo-damaged', severity: 'loss' }] },
    });
    expect(filesUnder(into)).toEqual([]);
  });

  it('passes over what it does not know, with a note', async () => {
    const opened = await openGalley(await zipOf({ 'interview.json': sample(), 'virus.exe': 'MZ' }), freshFolder());
    expect(opened).toMatchObject({
      ok: true,
      value: { remarks: [{ rule: 'galley-entry-skipped', values: { name: 'virus.exe' } }] },
    });
  });
});

describe('a hostile .galley file', () => {
  it('is refused when a name leads out of the folder', async () => {
    const folder = freshFolder();
    for (const evil of ['../a/evil.jpg', '/abs/evil.jpg', 'C:/ab/evil.jpg', '..\\a\\evil.jpg']) {
      const placeholder = 'x'.repeat(evil.length);
      const file = patched(await zipOf({ 'interview.json': sample(), [placeholder]: 'x' }), placeholder, evil);
      expect(await openGalley(file, path.join(folder, 'in'))).toMatchObject({
        ok: false,
        failure: { kind: 'damaged' },
      });
    }
    expect(filesUnder(folder)).toEqual([]);
  });

  it('is refused when it would swell', async () => {
    const bomb = await zipOf({ 'interview.json': Buffer.alloc(3_000_000, ' ') });
    const opened = await openGalley(bomb, freshFolder());
    expect(opened.ok ? 'opened' : opened.failure).toEqual({ kind: 'too-large', limit: 500 });
  });

  it('is refused with too many entries', async () => {
    const many = await zipOf({ 'interview.json': sample() });
    const bytes = readFileSync(many);
    const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    for (const count of [8, 10]) bytes.writeUInt16LE(10_001, end + count);
    writeFileSync(many, bytes);
    expect(await openGalley(many, freshFolder())).toEqual({ ok: false, failure: { kind: 'too-large', limit: 500 } });
  });

  it('is refused when a name comes twice, by letter case too', async () => {
    const file = patched(
      await zipOf({ 'interview.json': sample(), 'xnterview.json': '{}' }),
      'xnterview.json',
      'Interview.json',
    );
    expect(await openGalley(file, freshFolder())).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  });

  it('is refused when it is cut short, lies about a size, or holds no piece', async () => {
    const whole = await zipOf({ 'interview.json': sample() });
    const cut = path.join(freshFolder(), 'cut.galley');
    writeFileSync(cut, readFileSync(whole).subarray(0, -40));
    expect(await openGalley(cut, freshFolder())).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    const bytes = readFileSync(whole);
    const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    bytes.writeUInt32LE(7, directory + 24);
    writeFileSync(whole, bytes);
    expect(await openGalley(whole, freshFolder())).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    expect(await openGalley(await zipOf({ 'word/document.xml': '<w/>' }), freshFolder())).toEqual({
      ok: false,
      failure: { kind: 'not-ours' },
    });
    expect(existsSync(cut)).toBe(true);
  });
});
