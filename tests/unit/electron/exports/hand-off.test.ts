import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { exportPiece } from '../../../../electron/exports/export-piece';
import type { ExportJob } from '../../../../electron/exports/export-piece';
import { createInlinePictures } from '../../../../electron/press/inline-pictures';
import { createInlinePress } from '../../../../electron/press/inline-press';
import type { Pictures } from '../../../../electron/press/press';
import { findPressResources } from '../../../../electron/press/resources';
import type { Crop } from '../../../../shared/interview/types';
import type { ExportFormat } from '../../../../shared/ipc/contract';
import { handOffOf, paragraphsOf, wordsOf } from '../../../../shared/writers/hand-off/story';
import { handOffPiece } from '../../../support/hand-off-piece';
import { hasTool, runTool } from '../../../support/outside-tools';
import { filesUnder, freshFolder } from './fakes';

const press = createInlinePress();
const pictures = createInlinePictures();
afterAll(async () => await Promise.all([press.close(), pictures.close()]));

let picture: Buffer;
beforeAll(async () => {
  picture = await sharp({ create: { width: 700, height: 467, channels: 3, background: '#3a7a5a' } })
    .jpeg()
    .toBuffer();
});

/** The piece with a photo of the size of the one below. */
function piece() {
  const full = handOffPiece();
  return { ...full, photos: full.photos.map((photo) => ({ ...photo, width: 700, height: 467 })) };
}

function job(formats: readonly ExportFormat[], change: Partial<ExportJob> = {}): ExportJob {
  const folder = freshFolder();
  const photo = path.join(folder, 'photo.jpg');
  writeFileSync(photo, picture);
  return {
    interview: piece(),
    photoPath: () => photo,
    formats,
    out: path.join(folder, 'out'),
    press: () => press,
    pictures: () => pictures,
    now: () => Date.parse('2026-11-20T07:08:00Z'),
    language: 'en',
    ...change,
  };
}

it('a photo is cut to its room round its focus, for screen and press alike', async () => {
  const cuts: (Crop | undefined)[] = [];
  const seen: Pictures = {
    ...pictures,
    render: async (wanted) => (cuts.push(wanted.crop), await pictures.render(wanted)),
    separate: async (wanted) => (cuts.push(wanted.crop), await pictures.separate(wanted)),
  };
  const full = piece();
  const crops = { print: { x: 0.4, y: 0, width: 0.05, height: 1 } };
  const photos = full.photos.map((photo) => ({ ...photo, crops, focus: { x: 0.5, y: 0.9 } }));
  await exported(job(['pdf', 'press-pdf'], { interview: { ...full, photos }, pictures: () => seen }));
  expect(cuts).toHaveLength(2);
  const [cut] = cuts;
  expect(cut).toMatchObject({ x: 0.4, width: 0.05 });
  expect((cut?.y ?? 0) + (cut?.height ?? 0)).toBeCloseTo(1);
  expect(cut?.height).toBeLessThan(0.95);
  expect(cuts[1]).toEqual(cut);
});

const STEM = 'giu-nuoc-giu-rung-ea-suong';

async function exported(asked: ExportJob) {
  const done = await exportPiece(asked);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

async function entries(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(file);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found.set(entry.fileName, Buffer.concat(parts));
  }
  return found;
}

describe('an InDesign layout on the disk', () => {
  it('is a zip that starts with its stored mimetype, with well-formed parts and links that exist', async () => {
    const { folder, files, remarks } = await exported(job(['idml']));
    expect(files).toEqual(
      [`Links/${STEM}-1.jpg`, `${STEM}.idml`, 'manifest.json'].map((file) => `${STEM}-idml/${file}`),
    );
    const zip = readFileSync(path.join(folder, `${STEM}-idml`, `${STEM}.idml`));
    expect(zip.toString('latin1', 30, 38)).toBe('mimetype');
    expect(zip.toString('latin1', 38, 80)).toContain('application/vnd.adobe.indesign-idml');
    const parts = await entries(path.join(folder, `${STEM}-idml`, `${STEM}.idml`));
    for (const [name, bytes] of parts) {
      if (name !== 'mimetype')
        new DOMParser({ onError: onErrorStopParsing }).parseFromString(bytes.toString(), 'text/xml');
    }
    const [, link = ''] = /LinkResourceURI="file:([^"]+)"/.exec(String(parts.get('Spreads/Spread_gs1.xml'))) ?? [];
    const linked = path.join(folder, `${STEM}-idml`, decodeURI(link));
    expect(existsSync(linked)).toBe(true);
    expect((await sharp(linked).metadata()).space).toBe('cmyk');
    expect(remarks.map(({ rule }) => rule)).toEqual(['press-photo-coarse']);
  });

  it('is replaced by the next export, and a foreign folder of its name is not', async () => {
    const asked = job(['idml', 'tagged']);
    await exported(asked);
    await exported(asked);
    expect(filesUnder(asked.out)).toHaveLength(4);
    const foreign = job(['icml']);
    mkdirSync(path.join(foreign.out, `${STEM}-icml`), { recursive: true });
    writeFileSync(path.join(foreign.out, `${STEM}-icml`, 'manifest.json'), '{}');
    expect(await exportPiece(foreign)).toMatchObject({ ok: false, failure: { kind: 'target-exists' } });
  });

  it('keeps empty frames when the photo is missing or broken, and says so', async () => {
    const missing = await exported(job(['idml', 'icml'], { photoPath: () => null }));
    expect(missing.remarks.map(({ rule }) => rule)).toEqual(['export-photo-missing']);
    const broken = job(['idml']);
    const file = path.join(path.dirname(broken.out), 'broken.jpg');
    writeFileSync(file, 'ÿØÿ nothing');
    const done = await exported({ ...broken, photoPath: () => file });
    expect(done.remarks.map(({ rule }) => rule)).toEqual(['export-picture-unreadable']);
  });

  const scribus = hasTool('scribus');
  it.skipIf(!scribus)('opens in Scribus with the same paragraphs, frames and pictures', async () => {
    const asked = job(['idml']);
    const { folder } = await exported(asked);
    const layout = path.join(folder, `${STEM}-idml`);
    // Without the faces Scribus asks in a window that nobody sees.
    const home = freshFolder();
    mkdirSync(path.join(home, 'fonts'));
    for (const font of (await findPressResources()).fonts)
      copyFileSync(font, path.join(home, 'fonts', path.basename(font)));
    const out = path.join(home, 'seen.json');
    const script = path.resolve(import.meta.dirname, '../../../support/check-idml.py');
    runTool('scribus', ['-g', '-ns', '-py', script, path.join(layout, `${STEM}.idml`), out], {
      ...process.env,
      HOME: home,
      XDG_DATA_HOME: home,
      QT_QPA_PLATFORM: 'offscreen',
    });
    const seen = JSON.parse(readFileSync(out, 'utf8')) as {
      readonly frames: readonly { readonly text?: string; readonly image?: string }[];
      readonly styles: readonly string[];
    };
    const stories = new Set(seen.frames.flatMap(({ text }) => (text ? [text.replaceAll('\r', '\n')] : [])));
    const read = [...stories].flatMap((text) => text.split('\n')).filter((line) => line !== '');
    expect(read.toSorted()).toEqual(paragraphsOf(handOffOf(asked.interview)).map(wordsOf).toSorted());
    expect(seen.frames.flatMap(({ image }) => (image ? [image] : []))).toEqual([
      path.join(layout, 'Links', `${STEM}-1.jpg`),
    ]);
    expect(seen.styles).toEqual(
      expect.arrayContaining(['headline', 'question', 'answer first', 'pull quote', 'byline']),
    );
  });
});

describe('a hand-off package', () => {
  it('holds everything with its sums, captions that no spreadsheet runs, and a report', async () => {
    const asked = job(['package']);
    const formula = {
      ...asked.interview,
      body: asked.interview.body.map((block) =>
        block.kind === 'photo' ? { ...block, credit: [{ text: '=HYPERLINK("http://example.org","x")' }] } : block,
      ),
    };
    const { folder } = await exported({ ...asked, interview: formula });
    const root = path.join(folder, `${STEM}-package`);
    const files = [
      `Links/${STEM}-1.jpg`,
      'checks.txt',
      `${STEM}-press.pdf`,
      `${STEM}-tagged.txt`,
      `${STEM}.docx`,
      `${STEM}.icml`,
      `${STEM}.idml`,
      `${STEM}.pdf`,
      `${STEM}.txt`,
      'manifest.json',
      `originals/${STEM}-1.jpg`,
      'photos.csv',
    ];
    expect(filesUnder(root)).toEqual(files.toSorted());
    const manifest = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly file: string; readonly sha256: string }[];
    };
    expect(manifest.files.map(({ file }) => file).toSorted()).toEqual(
      files.filter((file) => file !== 'manifest.json').toSorted(),
    );
    for (const { file, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(root, file)))
          .digest('hex'),
      ).toBe(sha256);
    }
    expect(readFileSync(path.join(root, `originals/${STEM}-1.jpg`)).equals(picture)).toBe(true);
    const table = readFileSync(path.join(root, 'photos.csv'), 'utf8');
    expect(table).toContain(`"'=HYPERLINK(""http://example.org"",""x"")"`);
    const report = readFileSync(path.join(root, 'checks.txt'), 'utf8');
    expect(report).toContain('NOT APPROVED');
    expect(report).toContain('hồ nước.jpg');
    expect(readdirSync(folder)).toEqual([`${STEM}-package`]);
  });

  it('refuses a profile that cannot serve and writes nothing', async () => {
    const asked = job(['package', 'press-pdf'], { condition: { kind: 'profile', path: '/nowhere/x.icc' } });
    expect(await exportPiece(asked)).toEqual({ ok: false, failure: { kind: 'profile-missing', name: 'x.icc' } });
    expect(existsSync(asked.out)).toBe(false);
  });
});
