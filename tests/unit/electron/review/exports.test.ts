import { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../../../electron/desk/files';
import { planExport } from '../../../../electron/review/plan-export';
import { readPdfStamp, stampPdf } from '../../../../electron/review/stamp-pdf';
import { stampWeb } from '../../../../electron/review/stamp-web';
import type { Stamp } from '../../../../shared/review/manifest';
import { markPrintProof } from '../../../../shared/review/mark-print-proof';
import { sealOfPage } from '../../../../shared/review/stamp-web-page';
import { writeWebPage } from '../../../../shared/writers/web/write-web-page';
import { withText } from '../../shared/review/builders';
import { call } from '../cli/call';
import { makePiece, storedPiece } from './piece-folder';

async function approved(): Promise<string> {
  const root = makePiece();
  await call(root, ['approve', 'bai', '--as', 'Trần Thu Hà']);
  return root;
}

const plan = async (root: string, wish: 'now' | 'sealed' | 'unapproved' = 'now', words?: string) => {
  const now = words === undefined ? storedPiece() : withText(storedPiece(), 'a2', words);
  const planned = await planExport(diskFiles, path.join(root, 'bai'), now, wish);
  if (!planned.ok) throw new Error(planned.failure.kind);
  return planned.value;
};

async function web(root: string, stamp: Stamp): Promise<string> {
  const folder = path.join(root, 'web');
  mkdirSync(path.join(folder, 'pictures'), { recursive: true });
  writeFileSync(path.join(folder, 'pictures', 'ho.jpg'), 'picture');
  for (const { file, contents } of writeWebPage(storedPiece(), { pictures: new Map() }).files)
    writeFileSync(path.join(folder, file), contents);
  await stampWeb(folder, stamp, 'BẢN XEM THỬ');
  return folder;
}

let page: Uint8Array;
beforeAll(async () => {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText('A page', { x: 50, y: 300 });
  document.setTitle('Giữ nước cho mùa khô');
  page = await document.save();
});

describe('what an export is made from', () => {
  it('is the sealed version, with its seal', async () => {
    const { interview, stamp, remarks } = await plan(await approved());
    expect(interview.body).toEqual(storedPiece().body);
    expect([stamp.kind, remarks]).toEqual(['sealed', []]);
  });

  it('is a proof after an edit, unless the sealed version is asked for', async () => {
    const root = await approved();
    const later = await plan(root, 'now', 'Khác.');
    expect([later.stamp.kind, later.remarks[0]?.rule]).toEqual(['proof', 'export-seal-broken']);
    const sealed = await plan(root, 'sealed', 'Khác.');
    expect(sealed.stamp.kind).toBe('sealed');
    expect(sealed.interview.body).toEqual(storedPiece().body);
  });

  it('is a proof without approval, and unmarked only on purpose', async () => {
    const root = makePiece();
    expect((await plan(root)).stamp).toEqual({ kind: 'proof' });
    expect((await plan(root, 'unapproved')).stamp).toEqual({ kind: 'plain' });
  });
});

describe('a web page', () => {
  it('carries the seal in head, data and manifest, and verifies', async () => {
    const root = await approved();
    const { stamp } = await plan(root);
    const folder = await web(root, stamp);
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const hash = stamp.kind === 'sealed' ? stamp.seal.hash : '';
    expect(sealOfPage(html)).toBe(hash);
    expect(html).toContain(`"value": "${hash}"`);
    expect(html).not.toContain('galley-proof');
    for (const name of ['web', 'web/index.html', '.'])
      expect(await call(root, ['verify', name, '--piece', 'bai'])).toMatchObject({
        exit: 0,
        stdout: expect.stringContaining('sealed and intact'),
      });
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ['a changed word', (f) => change(path.join(f, 'index.html'), 'công bằng', 'hợp lý'), /not as it was: index\.html/],
    [
      'a changed picture',
      (f) => appendFileSync(path.join(f, 'pictures', 'ho.jpg'), '.'),
      /not as it was: pictures\/ho\.jpg/,
    ],
    ['a missing file', (f) => rmSync(path.join(f, 'style.css')), /missing: style\.css/],
    [
      'another name in the seal',
      (f) => change(path.join(f, 'galley-seal.json'), 'Trần Thu Hà', 'Ai đó'),
      /FORGED: the seal in the export/,
    ],
    ['a seal from elsewhere', (f) => swapSeal(f), /FORGED/],
    ['a page that tells another seal, with its sum made anew', (f) => tellAnother(f), /FORGED: the seal in the export/],
  ])('shows %s', async (_, tamper, says) => {
    const root = await approved();
    const folder = await web(root, (await plan(root)).stamp);
    tamper(folder);
    const { exit, stdout } = await call(root, ['verify', 'web']);
    expect([exit, stdout]).toEqual([1, expect.stringMatching(says)]);
  });

  it('names files that lie beside it, and stays intact', async () => {
    const root = await approved();
    const folder = await web(root, (await plan(root)).stamp);
    writeFileSync(path.join(folder, 'ghi-chu.txt'), 'của tôi');
    expect(await call(root, ['verify', 'web'])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('ghi-chu.txt'),
    });
  });

  it('is refused when its manifest is broken or leads out', async () => {
    const root = await approved();
    const folder = await web(root, (await plan(root)).stamp);
    change(path.join(folder, 'galley-seal.json'), '"file": "index.html"', '"file": "../bai/interview.json"');
    expect(await call(root, ['verify', 'web'])).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: expect.stringMatching(/damaged \(galley-seal\.json\)/),
    });
  });

  it('of another piece is not this one’s', async () => {
    const root = await approved();
    await web(root, (await plan(root)).stamp);
    const other = makePiece();
    await call(other, ['approve', 'bai', '--as', 'Trần Thu Hà', '--role', 'admin']);
    const { exit, stdout } = await call(root, ['verify', 'web', '--piece', path.join(other, 'bai')]);
    expect([exit, stdout]).toEqual([1, expect.stringContaining('that piece never made this seal')]);
  });

  it('says that it is a proof', async () => {
    const root = makePiece();
    const folder = await web(root, { kind: 'proof' });
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(html).toMatch(/<p class="galley-proof" role="note">BẢN XEM THỬ<\/p>/);
    expect(html).toContain('noindex');
    expect(readFileSync(path.join(folder, 'style.css'), 'utf8')).toContain('.galley-proof');
    expect(await call(root, ['verify', 'web'])).toMatchObject({ exit: 1, stdout: 'web: a proof, not approved.\n' });
  });
});

describe('a PDF', () => {
  it('carries the seal behind an untouched page, and verifies', async () => {
    const root = await approved();
    const { stamp } = await plan(root);
    const stamped = await stampPdf(page, stamp);
    expect(Buffer.compare(stamped.subarray(0, page.length), page)).toBe(0);
    expect(await readPdfStamp(stamped)).toEqual({ ok: true, value: stamp });
    writeFileSync(path.join(root, 'bai.pdf'), stamped);
    expect(await call(root, ['verify', 'bai.pdf', '--piece', 'bai'])).toMatchObject({ exit: 0 });
    const read = await PDFDocument.load(stamped, { updateMetadata: false });
    expect(read.getTitle()).toBe('Giữ nước cho mùa khô');
    expect(read.getKeywords()).toBe(`galley-seal:${stamp.kind === 'sealed' ? stamp.seal.hash : ''}`);
  });

  it('shows every changed byte of the page, and whatever is put behind the stamp', async () => {
    const { stamp } = await plan(await approved());
    const stamped = await stampPdf(page, stamp);
    const bytes = Buffer.from(stamped);
    const at = bytes.indexOf('stream') + 12;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await readPdfStamp(bytes)).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/changed|unreadable/),
    });
    const painted = await PDFDocument.load(stamped, { forIncrementalUpdate: true, updateMetadata: false });
    painted.addPage([300, 400]);
    expect(await readPdfStamp(await painted.save())).toEqual({ ok: false, failure: 'changed' });
    expect(await readPdfStamp(page)).toEqual({ ok: false, failure: 'unstamped' });
    expect(await readPdfStamp(stamped.subarray(0, 400))).toMatchObject({ ok: false });
  });

  it('says that it is a proof', async () => {
    expect(await readPdfStamp(await stampPdf(page, { kind: 'proof' }))).toEqual({ ok: true, value: { kind: 'proof' } });
    expect(markPrintProof('#context all-pages()', 'BẢN "THỬ"')).toMatch(
      /foreground[^]*BẢN \\"THỬ\\"[^]*#context all-pages\(\)$/,
    );
  });
});

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** The page names another seal, and the manifest was made to fit the page. */
/** The page says the hash of other words, and the manifest has the sum of the page as it is now. */
function tellAnother(folder: string): void {
  const page = path.join(folder, 'index.html');
  const before = createHash('sha256').update(readFileSync(page)).digest('hex');
  change(page, `content="${sealOfPage(readFileSync(page, 'utf8'))}"`, `content="${'0'.repeat(64)}"`);
  const after = createHash('sha256').update(readFileSync(page)).digest('hex');
  change(path.join(folder, 'galley-seal.json'), before, after);
}

function swapSeal(folder: string): void {
  const file = path.join(folder, 'galley-seal.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { stamp: { seal: { hash: string } } };
  manifest.stamp.seal.hash = 'd'.repeat(64);
  writeFileSync(file, JSON.stringify(manifest));
}
