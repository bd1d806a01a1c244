import { mkdirSync, readFileSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { exportPiece } from '../../../../electron/exports/export-piece';
import type { ExportJob } from '../../../../electron/exports/export-piece';
import { asText } from '../../../../shared/interview/build';
import { answer, photoBlock, piece, question } from '../../shared/writers/web/pieces';
import { fakePictures, fakePress, filesUnder, freshFolder, storedPhoto } from './fakes';

const PAGE = ['index.html', 'style.css'].map((file) => `giu-rung-tu-goc/${file}`);
const PICTURES = ['jpg', 'webp'].flatMap((format) =>
  ['1200', '1600', '480', '800'].map((width) => `giu-rung-tu-goc/pictures/rung-${width}.${format}`),
);

function job(change: Partial<ExportJob> = {}): ExportJob & { out: string } {
  const folder = freshFolder();
  const { at, photo } = storedPhoto(folder, 'rung');
  return {
    interview: piece([question('Một?'), answer('A'), photoBlock({ photoId: 'rung', caption: asText('Rừng') })], {
      photos: [photo],
    }),
    photoPath: () => at,
    formats: ['web'],
    out: path.join(freshFolder(), 'out'),
    press: () => fakePress().press,
    pictures: () => fakePictures(),
    ...change,
  };
}

describe('an export', () => {
  it('writes the page with its pictures, the PDF and the packed piece, and names the files', async () => {
    const asked = job({ formats: ['web', 'pdf', 'galley'] });
    const done = await exportPiece(asked);
    const files = [...PAGE, ...PICTURES, 'giu-rung-tu-goc.pdf', 'giu-rung-tu-goc.galley'].toSorted();
    expect(done).toMatchObject({ ok: true, value: { folder: asked.out, remarks: [] } });
    expect(done.ok && done.value.files.toSorted()).toEqual(files);
    expect(filesUnder(asked.out)).toEqual(files);
    expect(readFileSync(path.join(asked.out, 'giu-rung-tu-goc/pictures/rung-800.webp'), 'utf8')).toBe('webp 800 q78');
  });

  it('tells of proposals that nobody has decided, except in the piece itself', async () => {
    const mark = { id: 'm', by: 'Hà', at: 0 };
    const open = { text: 'A', look: '', ins: mark };
    const end = { end: { id: 'x', kind: 'answer', base: 'x' } };
    const given = job();
    const body = given.interview.body.map((block) =>
      block.kind === 'answer' ? { ...block, suggestions: { text: [open, end] } } : block,
    );
    const interview = { ...given.interview, body };
    const rulesOf = async (format: 'web' | 'galley') => {
      const done = await exportPiece({ ...given, interview, formats: [format], out: path.join(freshFolder(), 'out') });
      return done.ok ? done.value.remarks.map(({ rule, values }) => [rule, values]) : [];
    };
    expect(await rulesOf('web')).toEqual([['export-open-proposals', { count: 1 }]]);
    expect(await rulesOf('galley')).toEqual([]);
  });

  it('tells how far it is', async () => {
    const progress = vi.fn();
    await exportPiece(job({ formats: ['web', 'pdf'], progress }));
    const told = progress.mock.calls.map(([{ format, done }]) => `${format} ${done.toFixed(1)}`);
    expect(told[0]).toBe('web 0.0');
    expect(told).toContain('web 1.0');
    expect(told.at(-1)).toBe('pdf 1.0');
  });

  it('replaces what an earlier export wrote and leaves everything else', async () => {
    const asked = job();
    await exportPiece(asked);
    writeFileSync(path.join(asked.out, 'ghi-chu.txt'), 'của tôi');
    writeFileSync(path.join(asked.out, 'giu-rung-tu-goc', 'robots.txt'), 'của tôi');
    const again = await exportPiece({ ...asked, interview: { ...asked.interview, body: [question('Hai?')] } });
    expect(again.ok).toBe(true);
    expect(filesUnder(asked.out)).toEqual(['ghi-chu.txt', ...PAGE, 'giu-rung-tu-goc/robots.txt'].toSorted());
    expect(readFileSync(path.join(asked.out, 'giu-rung-tu-goc/index.html'), 'utf8')).toContain('Hai?');
  });

  it('works without its pictures, and says so', async () => {
    const missing = await exportPiece(job({ photoPath: () => null, formats: ['web', 'galley'] }));
    expect(missing).toMatchObject({ ok: true });
    expect(missing.ok && missing.value.remarks.map(({ rule }) => rule)).toEqual([
      'export-photo-missing',
      'galley-photo-missing',
    ]);
    const broken = job({ pictures: () => fakePictures('unreadable'), formats: ['web', 'pdf'] });
    const done = await exportPiece(broken);
    expect(done.ok && done.value.remarks.filter(({ rule }) => rule === 'export-picture-unreadable')).toHaveLength(1);
    expect(filesUnder(broken.out)).toEqual(['giu-rung-tu-goc.pdf', ...PAGE].toSorted());
  });

  it('gives the press the renditions that the page asks for', async () => {
    const { press, jobs } = fakePress();
    await exportPiece(job({ formats: ['pdf'], press: () => press }));
    const printed = jobs.at(-1);
    const files = Object.entries(printed?.files ?? {});
    expect(files).toHaveLength(1);
    expect(printed?.source).toContain(files[0]?.[0]);
    expect(Buffer.from(files[0]?.[1] as Uint8Array).toString()).toMatch(/^jpg \d+ q88$/);
  });
});

describe('page drawings', () => {
  it('are one file a page with a list, and an export to the same folder replaces them', async () => {
    const asked = job({ formats: ['page-svg'] });
    const long = {
      ...asked.interview,
      body: Array.from({ length: 400 }, (_, at) => answer(`Dòng ${at}. `.repeat(30))),
    };
    const first = await exportPiece({ ...asked, interview: long });
    expect(first.ok && first.value.files.length).toBeGreaterThan(3);
    expect(readFileSync(path.join(asked.out, 'giu-rung-tu-goc-svg/page-2.svg'), 'utf8')).toBe('<svg id="p2"/>');
    await exportPiece(asked);
    expect(filesUnder(asked.out)).toEqual(['giu-rung-tu-goc-svg/manifest.json', 'giu-rung-tu-goc-svg/page-1.svg']);
  });
});

describe('a page', () => {
  it('stands on the page that the desk has assigned to the piece', async () => {
    const { press, jobs } = fakePress();
    const asked = job({ formats: ['pdf'], press: () => press });
    const assigned = { template: 'a4-proof' };
    await exportPiece({ ...asked, interview: { ...asked.interview, assigned } });
    expect(jobs.at(-1)?.source).toContain('width: 595.276pt');
  });
});

describe('an export that fails', () => {
  it('leaves nothing behind and does not touch what was there', async () => {
    const { press } = fakePress('timed-out');
    const fresh = job({ formats: ['web', 'pdf'], press: () => press });
    expect(await exportPiece(fresh)).toEqual({ ok: false, failure: { kind: 'press-failed', detail: 'fake' } });
    expect(existsSync(fresh.out)).toBe(false);

    const again = job();
    await exportPiece(again);
    const before = readFileSync(path.join(again.out, PAGE[0] ?? ''), 'utf8');
    await exportPiece({
      ...again,
      interview: { ...again.interview, body: [] },
      formats: ['web', 'pdf'],
      press: () => press,
    });
    expect(readFileSync(path.join(again.out, PAGE[0] ?? ''), 'utf8')).toBe(before);
    expect(filesUnder(again.out)).toEqual([...PAGE, ...PICTURES].toSorted());
  });

  it('stops when asked, between and inside the formats', async () => {
    const stop = new AbortController();
    const asked = job({ signal: stop.signal, progress: ({ done }) => done > 0.4 && stop.abort() });
    expect(await exportPiece(asked)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(existsSync(asked.out)).toBe(false);
    const died = job({ pictures: () => fakePictures('cancelled') });
    expect(await exportPiece(died)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('refuses a file in the place of the folder', async () => {
    const asked = job();
    writeFileSync(asked.out, 'một tệp');
    expect(await exportPiece(asked)).toEqual({ ok: false, failure: { kind: 'not-a-folder' } });
    expect(await exportPiece({ ...asked, out: path.join(asked.out, 'sâu') })).toEqual({
      ok: false,
      failure: { kind: 'not-a-folder' },
    });
    expect(readFileSync(asked.out, 'utf8')).toBe('một tệp');
  });

  it('refuses to write over what it did not write', async () => {
    const asked = job({ formats: ['web', 'pdf'] });
    const foreign = path.join(asked.out, 'giu-rung-tu-goc');
    mkdirSync(foreign, { recursive: true });
    writeFileSync(path.join(foreign, 'index.html'), '<p>trang khác</p>');
    expect(await exportPiece(asked)).toEqual({ ok: false, failure: { kind: 'target-exists', path: foreign } });
    mkdirSync(path.join(asked.out, 'giu-rung-tu-goc.pdf'));
    expect(await exportPiece({ ...asked, formats: ['pdf'] })).toEqual({
      ok: false,
      failure: { kind: 'target-exists', path: `${foreign}.pdf` },
    });
    expect(filesUnder(asked.out)).toEqual(['giu-rung-tu-goc/index.html']);
  });

  it('says when it may not write', async () => {
    // No folder can be made under /proc, whoever asks.
    const done = await exportPiece(job({ out: '/proc/galley-out' }));
    expect(done).toMatchObject({ ok: false });
    expect(done.ok || ['no-permission', 'not-found', 'read-only']).toContain(done.ok || done.failure.kind);
  });

  it('clears away what a killed export left, once it is old', async () => {
    const asked = job();
    const old = path.join(asked.out, '.galley-export-old');
    const young = path.join(asked.out, '.galley-export-young');
    for (const folder of [old, young]) mkdirSync(folder, { recursive: true });
    utimesSync(old, new Date(0), new Date(0));
    await exportPiece(asked);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
