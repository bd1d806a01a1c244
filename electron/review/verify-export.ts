import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { failed, ok, type Result } from '../../shared/result';
import type { ReadFailure } from '../../shared/readers/reader';
import { MANIFEST_FILE, readManifest, type Stamp } from '../../shared/review/manifest';
import { sealOfPage, UNAPPROVED } from '../../shared/review/stamp-web-page';
import { hasCode } from '../desk/files';
import { openDocx } from '../docx/open-docx';
import { readDocxStamp } from './stamp-docx';
import { readPdfStamp } from './stamp-pdf';
import { sha256 } from '../sha256';
import type { FileFault, Verdict } from './verdict';

/** Larger files than this are no export of ours; in bytes. */
const EXPORT_FILE_LIMIT = 512 * 1024 * 1024;

/** A web page or package with a manifest: every file in it as it was, and the page naming the same seal. */
export async function verifyFolder(folder: string): Promise<Result<Verdict, ReadFailure>> {
  const manifest = readManifest(await readFile(path.join(folder, MANIFEST_FILE), 'utf8'), sha256);
  if (!manifest.ok)
    return manifest.failure === 'forged'
      ? ok({ kind: 'forged', why: { what: 'stamp' } })
      : failed({ kind: 'damaged', detail: MANIFEST_FILE });
  const { stamp, files } = manifest.value;
  const faults: FileFault[] = [];
  for (const { file, sha256: sum } of files) {
    const bytes = await readInside(folder, file);
    if (bytes === null) faults.push({ file, how: 'missing' });
    else if (sha256(bytes) !== sum) faults.push({ file, how: 'changed' });
  }
  if (faults.length > 0) return ok({ kind: 'edited', seal: sealOf(stamp), files: faults, comparison: null });
  const page = await readInside(folder, 'index.html');
  const told = page && sealOfPage(page.toString('utf8'));
  if (page && told !== (sealOf(stamp)?.hash ?? UNAPPROVED)) return ok({ kind: 'forged', why: { what: 'stamp' } });
  return ok(verdictOfStamp(stamp, await extraFiles(folder, new Set(files.map(({ file }) => file)))));
}

export async function verifyPdf(file: string): Promise<Result<Verdict, ReadFailure>> {
  if ((await stat(file)).size > EXPORT_FILE_LIMIT)
    return failed({ kind: 'too-large', limit: EXPORT_FILE_LIMIT / 1024 / 1024 });
  const stamp = await readPdfStamp(await readFile(file));
  if (stamp.ok) return ok(verdictOfStamp(stamp.value, []));
  return stamp.failure === 'unreadable'
    ? failed({ kind: 'damaged', detail: 'PDF' })
    : ok(verdictOfFault(stamp.failure, file));
}

/** A Word document: every part of it as it was, and the seal in its properties. */
export async function verifyDocx(file: string): Promise<Result<Verdict, ReadFailure>> {
  const opened = await openDocx(file);
  if (!opened.ok) return opened;
  try {
    const stamp = await readDocxStamp(opened.value);
    if (stamp.ok) return ok(verdictOfStamp(stamp.value, []));
    return typeof stamp.failure === 'string' ? ok(verdictOfFault(stamp.failure, file)) : failed(stamp.failure);
  } finally {
    opened.value.close();
  }
}

function verdictOfFault(fault: 'unstamped' | 'changed' | 'forged', file: string): Verdict {
  switch (fault) {
    case 'unstamped':
      return { kind: 'unsealed', proof: false };
    case 'changed':
      return { kind: 'edited', seal: null, files: [{ file: path.basename(file), how: 'changed' }], comparison: null };
    case 'forged':
      return { kind: 'forged', why: { what: 'stamp' } };
  }
}

function verdictOfStamp(stamp: Stamp, extra: readonly string[]): Verdict {
  if (stamp.kind === 'sealed') return { kind: 'intact', seal: stamp.seal, extra };
  return { kind: 'unsealed', proof: stamp.kind === 'proof' };
}

function sealOf(stamp: Stamp) {
  return stamp.kind === 'sealed' ? stamp.seal : null;
}

/** The names in a manifest are checked to stay inside; a link in the folder could still lead out, and shows as changed bytes. */
async function readInside(folder: string, file: string): Promise<Buffer | null> {
  try {
    const full = path.join(folder, file);
    const facts = await stat(full);
    return facts.isFile() && facts.size <= EXPORT_FILE_LIMIT ? await readFile(full) : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

/** Files that somebody laid beside the export: worth telling, the export itself is as it was. */
async function extraFiles(folder: string, known: ReadonlySet<string>): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== MANIFEST_FILE && !known.has(file))
    .toSorted();
}
