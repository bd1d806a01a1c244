import { join } from 'node:path';
import { applyChange } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import { branchFiles, writersIn, type BranchFiles } from './branch-files';
import { hasCode, type Files } from './files';
import { decodeJournal, type JournalLine } from './journal';
import { decodeSnapshot, hashOf, type SnapshotHash } from './snapshot';

/** Larger than this no snapshot or journal is read, in bytes. */
export const READ_LIMIT = 256 * 1024 * 1024;

/** The snapshot as it lies in the piece's folder. */
export interface Snapshot {
  readonly interview: Interview;
  readonly hash: SnapshotHash;
}

/** What another writer typed and no snapshot holds yet. */
export interface Branch {
  readonly files: BranchFiles;
  /** SHA-256 of the journal: as long as it stays, its writer has added nothing. */
  readonly mark: string;
  /** How old the journal is by the disk's time, in milliseconds. */
  readonly age: number;
  /** The version that it went out from; null when that is not known any more. */
  readonly base: Interview | null;
  readonly interview: Interview;
}

/** The lines of a journal that the snapshot does not hold, or null when the journal does not stand on this snapshot. */
export function linesOn(hash: SnapshotHash, all: readonly JournalLine[]): readonly JournalLine[] | null {
  const [head, ...others] = all;
  const base = head?.kind === 'base' ? head : null;
  const lines = base ? others : all;
  const marker = lines.findLastIndex((line) => line.kind === 'next' && line.hash === hash);
  if (base === null || base.hash === hash || marker >= 0) return lines.slice(base?.hash === hash ? 0 : marker + 1);
  return null;
}

export function applyLines(start: Interview, lines: readonly JournalLine[]): Interview {
  return lines.reduce((state, line) => (line.kind === 'change' ? applyChange(state, line.change) : state), start);
}

export function hasChanges(lines: readonly JournalLine[]): boolean {
  return lines.some((line) => line.kind === 'change');
}

/** The version that a journal stands on, from the spare that its writer keeps for that; null when it has gone. */
export async function baseOf(
  files: Files,
  folder: string,
  { spare }: BranchFiles,
  lines: readonly JournalLine[],
): Promise<Interview | null> {
  const [head] = lines;
  const bytes = await readIfThere(files, join(folder, spare));
  if (bytes === null || bytes === 'too-large' || head?.kind !== 'base' || head.hash !== hashOf(bytes)) return null;
  const read = decodeSnapshot(bytes);
  return read.ok ? read.value.interview : null;
}

/** Every writer but this one whose journal holds something that the snapshot does not. */
export async function otherBranches(
  files: Files,
  folder: string,
  own: string,
  snapshot: Snapshot,
  now: number,
): Promise<readonly Branch[]> {
  const writers = (await writersIn(files, folder)).filter((writer) => writer !== own);
  const branches = await Promise.all(writers.map((writer) => readBranch(files, folder, writer, snapshot, now)));
  return branches.filter((branch) => branch !== null);
}

async function readBranch(
  files: Files,
  folder: string,
  writer: string,
  snapshot: Snapshot,
  now: number,
): Promise<Branch | null> {
  const branch = branchFiles(writer);
  const path = join(folder, branch.journal);
  const bytes = await readIfThere(files, path);
  if (bytes === null || bytes === 'too-large') return null;
  const { lines: all } = decodeJournal(bytes);
  const facts = await files.look(path);
  const about = { files: branch, mark: hashOf(bytes), age: now - (facts?.modified ?? now) };
  const lines = linesOn(snapshot.hash, all);
  if (lines) {
    const { interview } = snapshot;
    return hasChanges(lines) ? { ...about, base: interview, interview: applyLines(interview, lines) } : null;
  }
  if (!hasChanges(all)) return null;
  const base = await baseOf(files, folder, branch, all);
  return { ...about, base, interview: applyLines(base ?? snapshot.interview, all) };
}

/** Null when it is not there. */
export async function readIfThere(files: Files, path: string): Promise<Uint8Array | 'too-large' | null> {
  const facts = await files.look(path);
  if (facts === null) return null;
  if (facts.size > READ_LIMIT) return 'too-large';
  try {
    return await files.read(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
