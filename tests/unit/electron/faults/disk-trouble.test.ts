import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles, type Files } from '../../../../electron/desk/files';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { PATIENCE } from '../../../../electron/desk/failures';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { Clock, must, START, typed } from '../desk/desk-story';
import { MemoryDisk, systemError } from './memory-disk';

let root: string;
const mounts: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'galley-trouble-'));
});
afterEach(async () => {
  for (const mount of mounts.splice(0)) execFileSync('umount', [mount]);
  await rm(root, { recursive: true, force: true });
});

function answerOf(interview: Interview): string {
  const block = interview.body.find(({ id }) => id === 'b2');
  return block?.kind === 'answer' ? plainText(block.text) : '';
}

/** A small disk of its own, or false where this user may not mount one. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  mounts.push(folder);
  return true;
}

it('says that a real disk is full, keeps the text, and goes on when there is room again', async (test) => {
  const small = path.join(root, 'small');
  await mkdir(small);
  if (!mountSmallDisk(small)) test.skip('only root may mount a small disk');
  const desk = new FolderDesk(small, new Clock().tools);
  const piece = must(await desk.create(START));
  must(await desk.append(piece, 1, typed('một')));
  const ballast = path.join(small, 'ballast');
  await writeFile(ballast, Buffer.alloc(1024 * 1024)).catch(() => undefined);
  const long = 'giữ nước '.repeat(2000);
  expect(await desk.append(piece, 2, typed(long))).toEqual({ ok: false, failure: { kind: 'disk-full' } });
  expect(await desk.append(piece, 3, typed(`${long}hai`))).toEqual({ ok: false, failure: { kind: 'disk-full' } });
  expect(answerOf(must(await desk.read(piece)))).toBe(`${long}hai`);
  expect(answerOf(must(await new FolderDesk(small).read(piece)))).toBe('một');
  await rm(ballast);
  must(await desk.append(piece, 3, typed(`${long}hai`)));
  expect(answerOf(must(await new FolderDesk(small).read(piece)))).toBe(`${long}hai`);
  expect((await readdir(path.join(small, piece))).filter((name) => name.includes('.tmp'))).toEqual([]);
  must(await desk.close(piece));
});

it('makes a folder anew that was taken away while it was open, with all of the text', async () => {
  const desk = new FolderDesk(root, new Clock().tools);
  const piece = must(await desk.create(START));
  must(await desk.append(piece, 1, { fields: { slug: 'mot' } }));
  await rename(path.join(root, piece), path.join(root, 'moved-away'));
  expect(await desk.append(piece, 2, typed('hai'))).toEqual({ ok: false, failure: { kind: 'not-found' } });
  must(await desk.append(piece, 2, typed('hai')));
  const again = must(await new FolderDesk(root).read(piece));
  expect([again.slug, answerOf(again)]).toEqual(['mot', 'hai']);
  must(await desk.close(piece));
});

it('does not make a desk anew that is gone: it may be a disk that was pulled out', async () => {
  const folder = path.join(root, 'stick');
  const desk = new FolderDesk(folder, new Clock().tools);
  const piece = must(await desk.create(START));
  must(await desk.append(piece, 1, typed('một')));
  await rename(folder, path.join(root, 'pulled'));
  for (let seq = 2; seq < 4; seq++) {
    expect(await desk.append(piece, seq, typed(`lần ${seq}`))).toEqual({ ok: false, failure: { kind: 'not-found' } });
  }
  expect(await readdir(root)).toEqual(['pulled']);
  await rename(path.join(root, 'pulled'), folder);
  must(await desk.append(piece, 3, typed('lần 3')));
  expect(answerOf(must(await new FolderDesk(folder).read(piece)))).toBe('lần 3');
  must(await desk.close(piece));
});

describe('whatever call fails', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EIO', 'disk-error'],
  ])('%s at each step of append and snapshot loses nothing', async (code, kind) => {
    for (let failing = 0; ; failing++) {
      const disk = new MemoryDisk();
      const clock = new Clock();
      const desk = new FolderDesk('/desk', { ...clock.tools, files: disk.files });
      const piece = must(await desk.create(START));
      must(await desk.open(piece));
      must(await desk.append(piece, 1, typed('một')));
      let step = 0;
      let met = false;
      disk.before = (what) => {
        if (step++ < failing) return;
        // A lock that cannot be taken away is no failure: it is this writer's own, who takes it again.
        met ||= !what.startsWith('remove');
        throw systemError(code);
      };
      const results = [await desk.append(piece, 2, typed('hai')), await desk.snapshot(piece)];
      disk.before = () => {};
      for (const result of results) if (!result.ok) expect(result.failure.kind).toBe(kind);
      if (met) expect(results.some((result) => !result.ok)).toBe(true);
      const there = must(await new FolderDesk('/desk', { files: disk.files }).read(piece));
      expect(answerOf(there)).toMatch(results[0]?.ok ? /^hai$/ : /^(một|hai)$/);
      must(await desk.append(piece, 3, { fields: { slug: 'ba' } }));
      const after = must(await new FolderDesk('/desk', { files: disk.files }).open(piece));
      expect([answerOf(after.interview), after.interview.slug]).toEqual(['hai', 'ba']);
      expect(after.remarks).toEqual([]);
      if (!met) break;
    }
  });
});

it('answers in time when the disk hangs, and the change is there when it comes back', async () => {
  let letGo = () => {};
  const hang = new Promise<void>((resolve) => (letGo = resolve));
  const files: Files = {
    ...diskFiles,
    append: async (file) => {
      await hang;
      return diskFiles.append(file);
    },
  };
  const clock = new Clock();
  const desk = new FolderDesk(root, { ...clock.tools, files });
  const piece = must(await desk.create(START));
  must(await desk.open(piece));
  const waiting = desk.append(piece, 1, typed('một'));
  clock.ring(PATIENCE);
  expect(await waiting).toEqual({ ok: false, failure: { kind: 'disk-error', detail: 'ETIMEDOUT' } });
  letGo();
  must(await desk.append(piece, 1, typed('một')));
  expect(answerOf(must(await new FolderDesk(root).read(piece)))).toBe('một');
  must(await desk.close(piece));
});
