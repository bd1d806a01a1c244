import { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { PictureFacts, PictureFailure, Pictures, Press, PressFailure } from '../../../../electron/press/press';
import { composePages } from '../../../../shared/print/compose-pages';
import { WidthTable } from '../../../../shared/print/metrics';
import { markPrintProof } from '../../../../shared/review/mark-print-proof';
import { failed, ok } from '../../../../shared/result';
import { pageSource } from '../../../../shared/writers/print/page-source';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-test-'));
  folders.push(folder);
  return folder;
}

/** A picture for the fake below: it starts as a JPEG does, and its size is written in it. */
export function fakePicture(width: number, height: number): Buffer {
  return Buffer.from(`\u00ff\u00d8\u00ff picture ${width} ${height}`, 'latin1');
}

/** Writes a fake picture and gives its path and the photo that stands for it. */
export function storedPhoto(folder: string, id: string, width = 1800, height = 1200) {
  const bytes = fakePicture(width, height);
  const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
  const at = path.join(folder, file);
  writeFileSync(at, bytes);
  return { at, photo: { id, file, width, height } };
}

/** Understands only fake pictures; a rendition says what it was asked for. */
export function fakePictures(failure?: PictureFailure['kind']): Pictures {
  const facts = (bytes: Uint8Array): PictureFacts | null => {
    const [, width, height] = / picture (\d+) (\d+)/.exec(Buffer.from(bytes).toString('latin1')) ?? [];
    return width && height ? { format: 'jpg', width: Number(width), height: Number(height) } : null;
  };
  return {
    inspect: async (bytes) => {
      const found = facts(bytes);
      return found ? ok(found) : failed({ kind: 'unreadable', detail: 'fake' });
    },
    render: async ({ path: file, width, format, quality }) => {
      const found = facts(await readFile(file));
      if (failure || !found) return failed({ kind: failure ?? 'unreadable', detail: 'fake' });
      const bytes = Buffer.from(`${format} ${Math.min(width, found.width)} q${quality}`);
      return ok({ bytes, width, height: Math.round((width * found.height) / found.width) });
    },
    separate: async ({ path: file, width }) => {
      const found = facts(await readFile(file));
      if (failure || !found) return failed({ kind: failure ?? 'unreadable', detail: 'fake' });
      const bytes = Buffer.from(`\u00ff\u00d8\u00ff cmyk ${Math.min(width, found.width)}`, 'latin1');
      const height = Math.round((width * found.height) / found.width);
      return ok({ bytes, width, height, inks: 'cmyk', ink: { most: 200, mean: 100 } });
    },
    attend: async ({ shapes }) => ok(shapes.map(() => ({ x: 0, y: 0, width: 1, height: 1 }))),
    close: async () => {},
  };
}

/** A PDF that parsers take. */
async function fakePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 400]).drawText('page');
  return await document.save();
}

/** Prints every job as a PDF of one empty page; remembers the jobs. */
export function fakePress(failure?: PressFailure['kind']) {
  const jobs: Parameters<Press['pdf']>[0][] = [];
  const press: Press = {
    pdf: async (job) => {
      jobs.push(job);
      if (failure) return failed({ kind: failure, detail: 'fake' });
      return ok({ pdf: await fakePdf(), warnings: [], missing: [] });
    },
    pages: async (job) => {
      const { plan, ...composed } = composePages(job.interview, job.template, new WidthTable());
      const source = pageSource(plan, Object.keys(job.files));
      jobs.push({ source: job.mark === undefined ? source : markPrintProof(source, job.mark), files: job.files });
      if (failure) return failed({ kind: failure, detail: 'fake' });
      const took = { measure: 0, compose: 0, paint: 0 };
      const pdf = await fakePdf();
      const svgs = plan.pages.map(({ number }) => ({
        width: 1,
        height: 1,
        svg: Buffer.from(`<svg id="p${number}"/>`),
      }));
      return ok({
        composed: { plan, ...composed },
        places: [],
        offPlan: 0,
        pdf,
        svgs,
        warnings: [],
        missing: [],
        took,
      });
    },
    proof: async () => failed({ kind: 'failed', detail: 'fake' }),
    close: async () => {},
  };
  return { press, jobs };
}

/** Every file under the folder, hidden ones too, relative and in order. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
