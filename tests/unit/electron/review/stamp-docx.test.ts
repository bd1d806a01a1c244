import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocx } from '../../../../electron/docx/open-docx';
import { zipParts } from '../../../../electron/exports/zip-parts';
import { verify } from '../../../../electron/review/verify';
import type { PackagePart } from '../../../../shared/writers/package-part';
import { hasLibreOffice, startLibreOffice } from '../../../support/libre-office';
import { call } from '../cli/call';
import { filesUnder } from '../exports/fakes';
import { makePiece } from './piece-folder';

const MARK = 'PROOF · NOT APPROVED';

/** The document of a piece, exported by the command line. */
async function exported(approved: boolean, ...more: readonly string[]): Promise<{ root: string; file: string }> {
  const root = makePiece();
  if (approved) await call(root, ['approve', 'bai', '--as', 'Trần Thu Hà']);
  const { exit } = await call(root, ['export', 'bai', '--to', 'docx', '--out', 'ra', ...more]);
  expect(exit).toBe(0);
  const name = filesUnder(path.join(root, 'ra')).find((each) => each.endsWith('.docx')) ?? '';
  return { root, file: path.join(root, 'ra', name) };
}

async function partsOf(file: string): Promise<readonly PackagePart[]> {
  const opened = await openDocx(file);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { docx, bytes, close } = opened.value;
  const parts: PackagePart[] = [];
  for (const name of docx.paths) parts.push({ path: name, contents: (await bytes(name)) ?? '' });
  close();
  return parts;
}

/** What is said of the document with the words of some of its parts changed. */
async function saidAfter(file: string, edit: (xml: string) => string, inside = 'word/document.xml'): Promise<string> {
  const parts = (await partsOf(file)).map((part) =>
    part.path === inside ? { ...part, contents: edit(Buffer.from(part.contents).toString()) } : part,
  );
  await zipParts(file, parts);
  const verified = await verify(file, 0);
  if (!verified.ok) throw new Error(verified.failure.kind);
  return verified.value[0]?.verdict.kind ?? 'nothing';
}

const PROPERTIES = 'docProps/custom.xml';

describe('a Word document of an approved piece', () => {
  it('carries the seal in its properties and verifies', async () => {
    const { root, file } = await exported(true);
    const verified = await call(root, ['verify', file, '--piece', 'bai']);
    expect([verified.exit, verified.stdout]).toEqual([0, expect.stringContaining('Trần Thu Hà')]);
    const properties = (await partsOf(file)).find((part) => part.path === PROPERTIES);
    expect(Buffer.from(properties?.contents ?? '').toString()).toMatch(/name="GalleySeal"><vt:lpwstr>[0-9a-f]{64}</);
    expect((await partsOf(file)).map((part) => part.path)).not.toContain('word/header1.xml');
  });

  it('is edited after any change, forged after one of the seal', async () => {
    const fresh = async () => (await exported(true)).file;
    expect(await saidAfter(await fresh(), (xml) => xml)).toBe('intact');
    expect(await saidAfter(await fresh(), (xml) => xml.replace('</w:body>', '<w:p/></w:body>'))).toBe('edited');
    const more = await fresh();
    await zipParts(more, [...(await partsOf(more)), { path: 'word/more.xml', contents: '<x/>' }]);
    expect(await saidAfter(more, (xml) => xml)).toBe('edited');
    expect(await saidAfter(await fresh(), (xml) => xml.replace('Trần Thu Hà', 'Ai Đó'), PROPERTIES)).toBe('forged');
    expect(await saidAfter(await fresh(), (xml) => xml.replace('GalleyStamp', 'Stamp'), PROPERTIES)).toBe('forged');
    expect(await saidAfter(await fresh(), (xml) => xml.replace('manuscript', 'review'), PROPERTIES)).toBe('edited');
  });

  it.skipIf(!hasLibreOffice)('saved again by LibreOffice is not as it was exported', { timeout: 60_000 }, async () => {
    const { file } = await exported(true);
    const office = startLibreOffice();
    try {
      office.edit(file, '', `${file.slice(0, -5)}-back.docx`);
    } finally {
      office.close();
    }
    expect(await saidAfter(`${file.slice(0, -5)}-back.docx`, (xml) => xml)).toBe('edited');
  });
});

describe('a Word document of a piece that nobody approved', () => {
  it('says so at the head of every page, and verify knows the proof', async () => {
    const { root, file } = await exported(false);
    const header = (await partsOf(file)).find((part) => part.path === 'word/header1.xml');
    expect(Buffer.from(header?.contents ?? '').toString()).toContain(MARK);
    const verified = await call(root, ['verify', file]);
    expect([verified.exit, verified.stdout]).toEqual([1, expect.stringContaining('proof')]);
  });

  it('has no mark when that is asked for on purpose', async () => {
    const { root, file } = await exported(false, '--unapproved');
    expect((await partsOf(file)).map((part) => part.path)).not.toContain('word/header1.xml');
    expect(await call(root, ['verify', file])).toMatchObject({ exit: 1 });
  });

  it('made a sealed one by hand is told', async () => {
    const { file } = await exported(false);
    const seal = (xml: string) => xml.replace('>proof<', '>plain<');
    expect(await saidAfter(file, seal, PROPERTIES)).toBe('edited');
  });
});
