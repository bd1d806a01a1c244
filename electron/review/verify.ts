import { existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { MANIFEST_FILE } from '../../shared/review/manifest';
import { checkLog } from '../../shared/review/log';
import type { Review, ReviewFileFailure } from '../../shared/review/review-file';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { SNAPSHOT_FILE } from '../desk/open-piece';
import { sha256 } from '../sha256';
import type { Verdict, Verified } from './verdict';
import { verifyDocx, verifyFolder, verifyPdf } from './verify-export';
import { verifyArchive, verifyPiece } from './verify-piece';

export type VerifyFailure = ReadFailure | DeskFailure | ReviewFileFailure | { readonly kind: 'not-an-export' };

/**
 * Looks at whatever the path leads to: a piece, a .galley, a web page or package, a PDF, a Word document, or a folder that holds
 * some of them, as a desk does.
 * With the review of a piece (`of`), an export is intact only if that piece's log made its seal. Nothing is written.
 */
export function verify(
  file: string,
  now: number,
  of: Review | null = null,
): Promise<Result<readonly Verified[], VerifyFailure>> {
  return guarded(async () => {
    const facts = await stat(file);
    const found = facts.isDirectory() ? await inFolder(file) : [await asFile(file)];
    if (found.length === 0) return failed({ kind: 'not-an-export' as const });
    const verified: Verified[] = [];
    for (const { path: each, what } of found) {
      if (what === null) return failed({ kind: 'not-ours' as const });
      const verdict = await look(each, what, now);
      if (!verdict.ok) return verdict;
      const name = path.relative(path.dirname(file), each) || path.basename(each);
      verified.push({ name, what, verdict: of && what !== 'piece' ? ofPiece(verdict.value, of) : verdict.value });
    }
    return ok(verified);
  });
}

type What = Verified['what'];

function look(file: string, what: What, now: number): Promise<Result<Verdict, VerifyFailure>> {
  switch (what) {
    case 'piece':
      return verifyPiece(diskFiles, file, now);
    case 'archive':
      return verifyArchive(file);
    case 'folder':
      return verifyFolder(file);
    case 'pdf':
      return verifyPdf(file);
    case 'docx':
      return verifyDocx(file);
  }
}

async function inFolder(folder: string): Promise<readonly { readonly path: string; readonly what: What | null }[]> {
  const self = folderKind(folder);
  if (self) return [{ path: folder, what: self }];
  const found: { path: string; what: What }[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const each = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    const what = entry.isDirectory() ? folderKind(each) : entry.isFile() ? byEnding(entry.name) : null;
    if (what) found.push({ path: each, what });
  }
  return found;
}

function folderKind(folder: string): What | null {
  if (existsSync(path.join(folder, SNAPSHOT_FILE))) return 'piece';
  return existsSync(path.join(folder, MANIFEST_FILE)) ? 'folder' : null;
}

function byEnding(name: string): What | null {
  const ending = path.extname(name).toLowerCase();
  return ({ '.pdf': 'pdf', '.galley': 'archive', '.docx': 'docx' } as const)[ending] ?? null;
}

/** The main file of a piece or of a web page stands for its folder. */
async function asFile(file: string): Promise<{ readonly path: string; readonly what: What | null }> {
  const folder = path.dirname(file);
  const of = { [SNAPSHOT_FILE]: 'piece', [MANIFEST_FILE]: 'folder', 'index.html': 'folder' }[path.basename(file)];
  return of !== undefined && folderKind(folder) === of
    ? { path: folder, what: folderKind(folder) }
    : { path: file, what: await kindOf(file) };
}

/** By what is in it. An interview file that is not in its folder has no review, and is none of the kinds. */
async function kindOf(file: string): Promise<What | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (start.startsWith('PK\u0003\u0004')) return byEnding(file) === 'docx' ? 'docx' : 'archive';
    return start.includes('%PDF-') ? 'pdf' : null;
  } finally {
    await handle.close();
  }
}

/** An export that carries a whole seal, but one that this piece's log never made, is somebody else's. */
function ofPiece(verdict: Verdict, { log }: Review): Verdict {
  if (verdict.kind !== 'intact') return verdict;
  const fault = checkLog(log, sha256);
  if (fault) return { kind: 'forged', why: { what: 'log', ...fault } };
  const made = log.some(({ sum, content }) => sum === verdict.seal.entry && content === verdict.seal.hash);
  return made ? verdict : { kind: 'forged', why: { what: 'not-of-piece' } };
}
