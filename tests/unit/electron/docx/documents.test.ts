import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { documentsIn, inlineDocuments } from '../../../../electron/docx/documents';
import type { DocumentAsk } from '../../../../electron/docx/documents';
import { zipParts } from '../../../../electron/exports/zip-parts';
import { serve } from '../../../../electron/press/serve';
import type { Host, Wire } from '../../../../electron/press/wire';
import { countingMint } from '../../../../shared/interview/build';
import { a, byline, interview, p, q, title } from '../../../support/builders';
import { docxParts } from '../../../support/docx';

const folder = mkdtempSync(path.join(tmpdir(), 'galley-documents-'));

async function written(): Promise<string> {
  const file = path.join(folder, 'bai.docx');
  const piece = interview(title('Tít'), p('Dẫn.'), q('Hỏi?'), a('Đáp.'), byline('Trần Hạ Miên', 'thực hiện'));
  await zipParts(file, docxParts(piece));
  return file;
}

/** A far end in this process; everything that goes over is copied, as between processes. */
function nearHost(log: string[]): Host {
  const near: ((message: unknown) => void)[] = [];
  const far: ((message: unknown) => void)[] = [];
  const wire: Wire = {
    post: (message) => near.forEach((listen) => listen(structuredClone(message))),
    onMessage: (listen) => far.push(listen),
  };
  const inside = inlineDocuments(countingMint());
  log.push('started');
  serve<DocumentAsk>(wire, ({ kind, file }) => inside[kind](file));
  return {
    post: (message) => far.forEach((listen) => listen(structuredClone(message))),
    onMessage: (listen) => near.push(listen),
    onEnd: () => {},
    kill: () => log.push('ended'),
  };
}

it('a document read in another process is the one that is read here, and the process ends with it', async () => {
  const file = await written();
  const log: string[] = [];
  const there = documentsIn(() => nearHost(log));
  const here = inlineDocuments(countingMint());
  expect(await there.read(file)).toEqual(await here.read(file));
  expect(await there.manuscript(file)).toMatchObject({
    ok: true,
    value: { interview: { headline: [{ text: 'Tít' }] } },
  });
  expect(log).toEqual(['started', 'ended', 'started', 'ended']);
});

it('a damaged one and one that is not there are told as here', async () => {
  const broken = path.join(folder, 'hong.docx');
  writeFileSync(broken, 'PK\u0003\u0004 and no more');
  const there = documentsIn(() => nearHost([]));
  expect(await there.read(broken)).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  await expect(there.read(path.join(folder, 'khong-co.docx'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('a process that dies over a document leaves the program standing', async () => {
  const dying: Host = {
    post: () => {},
    onMessage: () => {},
    onEnd: (listen) => queueMicrotask(() => listen('out of memory')),
    kill: () => {},
  };
  expect(await documentsIn(() => dying).read(await written())).toEqual({
    ok: false,
    failure: { kind: 'damaged', detail: 'out of memory' },
  });
});
