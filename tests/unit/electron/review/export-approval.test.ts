import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../../../electron/desk/files';
import { markOfReview } from '../../../../electron/review/summarise-review';
import type { Interview } from '../../../../shared/interview/types';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { withText } from '../../shared/review/builders';
import { call } from '../cli/call';
import { filesUnder } from '../exports/fakes';
import { makePiece, storedPiece } from './piece-folder';

const MARK = 'PROOF · NOT APPROVED';

const approve = (root: string) => call(root, ['approve', 'bai', '--as', 'Trần Thu Hà']);
const edit = (root: string, piece: Interview = withText(storedPiece(), 'a2', 'Là chia nước cho kịp.')) =>
  writeFileSync(path.join(root, 'bai', 'interview.json'), writeInterviewFile(piece));
const out = (root: string, to: string, ...more: readonly string[]) =>
  call(root, ['export', 'bai', '--to', to, '--out', 'ra', ...more]);
const read = (root: string, ending: string, encoding: BufferEncoding = 'utf8') => {
  const file = filesUnder(path.join(root, 'ra')).find((name) => name.endsWith(ending)) ?? '';
  return readFileSync(path.join(root, 'ra', file), encoding);
};

describe('an approved piece', () => {
  it('carries one seal into every format that can hold one, and all of them verify', async () => {
    const root = makePiece();
    await approve(root);
    const { exit, stderr } = await out(root, 'web,pdf,press-pdf,page-svg,idml,icml,docx,package,galley');
    expect([exit, stderr]).toEqual([0, expect.not.stringContaining('approved')]);
    const verified = await call(root, ['verify', 'ra', '--piece', 'bai', '--json']);
    expect(verified.exit).toBe(0);
    const all = JSON.parse(verified.stdout) as { what: string; verdict: { kind: string; seal: { hash: string } } }[];
    expect(all.map(({ what }) => what).toSorted()).toEqual([
      'archive',
      'docx',
      'folder',
      'folder',
      'folder',
      'folder',
      'folder',
      'pdf',
      'pdf',
    ]);
    expect(new Set(all.map(({ verdict }) => verdict.kind))).toEqual(new Set(['intact']));
    expect(new Set(all.map(({ verdict }) => verdict.seal.hash)).size).toBe(1);
    const inside = path.join('ra', 'giu-nuoc-cho-mua-kho-package');
    for (const name of ['giu-nuoc-cho-mua-kho.pdf', 'giu-nuoc-cho-mua-kho-press.pdf'])
      expect(await call(root, ['verify', path.join(inside, name)])).toMatchObject({ exit: 0 });
    expect(read(root, 'checks.txt')).toContain('Approved by Trần Thu Hà (editor)');
  });

  it('is a marked proof again after an edit, in every format', async () => {
    const root = makePiece();
    await approve(root);
    edit(root);
    const { exit, stderr } = await out(root, 'web,pdf,idml,icml,tagged,plain,galley');
    expect([exit, stderr]).toEqual([0, expect.stringContaining('edited after approval')]);
    expect(read(root, 'index.html')).toContain(MARK);
    expect(read(root, 'giu-nuoc-cho-mua-kho.txt')).toContain(`[Tít] [${MARK}] Giữ nước`);
    expect(read(root, '-tagged.txt', 'utf16le')).toContain(`[${MARK}]`);
    expect(read(root, '.icml')).toContain(MARK);
    const { exit: code, stdout } = await call(root, ['verify', 'ra']);
    expect(code).toBe(1);
    expect(stdout.match(/a proof, not approved/g)).toHaveLength(4);
    expect(stdout).toContain('.galley: EDITED after Trần Thu Hà approved');
    // The sealed words travel with it, so that it is told what differs.
    expect(stdout).toMatch(/\[-[^\]]*-\]/);
  });

  it('goes out from the sealed version when that is asked for', async () => {
    const root = makePiece();
    await approve(root);
    edit(root);
    await out(root, 'web,plain', '--sealed');
    expect(read(root, '.txt')).toContain('chia nước cho công bằng');
    expect(read(root, '.txt')).not.toContain(MARK);
    expect(await call(root, ['verify', 'ra', '--piece', 'bai'])).toMatchObject({ exit: 0 });
  });
});

describe('a piece without approval', () => {
  it('is a proof, and unmarked only on purpose', async () => {
    const root = makePiece();
    await out(root, 'web,pdf,plain');
    expect(read(root, 'index.html')).toContain(MARK);
    const { stderr } = await out(root, 'web,pdf,plain', '--unapproved');
    expect(stderr).toContain('does not say so, as asked');
    expect(read(root, 'index.html')).not.toContain(MARK);
    expect(read(root, '.txt')).not.toContain(MARK);
    expect(await call(root, ['verify', 'ra'])).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('not sealed'),
    });
  });

  it('may not ask for both at once', async () => {
    expect(await out(makePiece(), 'web', '--unapproved', '--sealed')).toMatchObject({ exit: 2 });
  });
});

it('a review changed by hand exports nothing', async () => {
  const root = makePiece();
  await approve(root);
  const file = path.join(root, 'bai', 'review.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Trần Thu Hà', 'Ai đó'));
  expect(await out(root, 'web')).toMatchObject({ exit: 1, stderr: expect.stringContaining('changed by hand') });
  expect(filesUnder(root).some((name) => name.startsWith('ra'))).toBe(false);
});

it('the review travels in a .galley, or from a folder, to another desk', async () => {
  const root = makePiece();
  await approve(root);
  await out(root, 'galley');
  const archive = filesUnder(path.join(root, 'ra')).find((name) => name.endsWith('.galley')) ?? '';
  for (const from of [path.join('ra', archive), 'bai']) {
    const desk = path.join(root, `ban-${from.length}`);
    mkdirSync(desk);
    expect(await call(root, ['import', from, '--desk', desk])).toMatchObject({ exit: 0 });
    const [piece = ''] = readdirSync(desk);
    expect(await call(desk, ['verify', piece])).toMatchObject({ exit: 0 });
    const mark = await markOfReview(diskFiles, path.join(desk, piece), async () => storedPiece());
    expect(mark).toEqual({ kind: 'standing', state: 'approved', seal: 'whole' });
  }
});

it('the list of the desk tells an edited, an untouched and a doubtful piece apart', async () => {
  const root = makePiece();
  const folder = path.join(root, 'bai');
  const mark = (words: string) => markOfReview(diskFiles, folder, async () => withText(storedPiece(), 'a2', words));
  expect(await mark('x')).toBeNull();
  await approve(root);
  expect(await mark('Khác.')).toEqual({ kind: 'standing', state: 'approved', seal: 'broken' });
  const review = path.join(folder, 'review.json');
  writeFileSync(review, readFileSync(review, 'utf8').replace('"approved"', '"published"'));
  expect(await mark('Khác.')).toEqual({ kind: 'doubtful' });
  writeFileSync(review, '{');
  expect(await mark('Khác.')).toEqual({ kind: 'doubtful' });
});
