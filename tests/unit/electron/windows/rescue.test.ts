import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { putAside, takeRescued } from '../../../../electron/windows/rescue';
import { emptyInterview, idMint } from '../../../../shared/interview/build';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const mint = idMint(Math.random);
const interview = { ...emptyInterview(), headline: [{ text: 'Mưa về trên buôn' }] };
let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'rescue-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was put aside lies on the desk at the next start, once, and is not deleted', async () => {
  const aside = path.join(folder, 'rescue');
  expect(await putAside(aside, { piece: '2026-11-23 mưa', interview }, 5, silent)).not.toBeNull();
  const desk = new FolderDesk(path.join(folder, 'desk'));
  const back = await takeRescued(aside, desk, mint, silent);
  expect(back.remarks.map(({ rule }) => rule)).toEqual(['rescued-taken']);
  const [piece = ''] = back.pieces;
  expect(await desk.read(piece)).toMatchObject({ ok: true, value: { headline: interview.headline } });
  expect(readdirSync(path.join(aside, 'taken'))).toEqual(['2026-11-23 mưa.5.json']);
  expect(await takeRescued(aside, desk, mint, silent)).toEqual({ pieces: [], remarks: [] });
});

test('what the desk does not take waits where it is, and is told with its path', async () => {
  const aside = path.join(folder, 'rescue');
  await putAside(aside, { piece: 'a', interview }, 5, silent);
  const desk = new FolderDesk(path.join(aside, 'a.5.json', 'desk'));
  const back = await takeRescued(aside, desk, mint, silent);
  const file = path.join(aside, 'a.5.json');
  expect(back.remarks).toEqual([{ rule: 'rescued-waits', severity: 'warning', values: { file } }]);
  expect(existsSync(file)).toBe(true);
});

test('a place that cannot be written is an answer, not an exception', async () => {
  await putAside(folder, { piece: 'a', interview }, 1, silent);
  expect(await putAside(path.join(folder, 'a.1.json', 'x'), { piece: 'a', interview }, 2, silent)).toBeNull();
});

test('what was put aside can be taken back', async () => {
  const takeBack = await putAside(folder, { piece: 'a', interview }, 1, silent);
  expect(readdirSync(folder)).toHaveLength(1);
  await takeBack?.();
  expect(readdirSync(folder)).toEqual([]);
});
