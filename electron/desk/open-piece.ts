import { join } from 'node:path';
import { loss, note, type Remark } from '../../shared/checks/remark';
import { applyChange } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, Recovered } from '../../shared/ipc/contract';
import type { ReadDocument, ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { hasCode, type Files } from './files';
import { decodeJournal, type JournalLine } from './journal';
import { stamp } from './piece-name';
import { recoveredTexts } from './recovered';
import { decodeSnapshot, hashOf, type SnapshotHash } from './snapshot';

/** The names within a piece's folder. */
export const SNAPSHOT_FILE = 'interview.json';
export const JOURNAL_FILE = 'journal.ndjson';
export const VERSIONS_FOLDER = 'versions';
export const PHOTOS_FOLDER = 'photos';
/** A second copy of the snapshot, for when something damages the first. Relative to the piece's folder. */
export const SPARE_FILE = join(VERSIONS_FOLDER, 'last-saved.json');

/** Larger than this no snapshot or journal is read, in bytes. */
export const READ_LIMIT = 256 * 1024 * 1024;

/** Bytes that must be kept under this name in the piece's folder before the file they stand in is written over. */
export interface SetAside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A piece as its files tell it. Nothing was written: what has to be put right waits in `setAside` and `repair`. */
export interface FoundPiece {
  readonly interview: Interview;
  readonly seq: number;
  /** When the last change was typed, milliseconds since 1970; 0 when the journal has none. */
  readonly at: number;
  readonly base: SnapshotHash;
  readonly baseSeq: number;
  /** The sound lines after the journal's first, with which the interview is made from the base. */
  readonly lines: readonly JournalLine[];
  /** Every sound line of the journal as it was found: what is in it later and not here was written by somebody else. */
  readonly journal: readonly JournalLine[];
  readonly hasJournal: boolean;
  readonly setAside: readonly SetAside[];
  /** What must be written anew before the next append. */
  readonly repair: 'nothing' | 'journal' | 'snapshot';
  readonly recovered: Recovered | null;
  readonly remarks: readonly Remark[];
}

/**
 * Reads a piece: the snapshot, and the journal over it as far as it belongs to it. By contents alone, never by times:
 * clocks of shared disks lie. Throws errors of the disk.
 */
export async function findPiece(
  files: Files,
  folder: string,
  now: number,
): Promise<Result<FoundPiece, DeskFailure | ReadFailure>> {
  const snapshotPath = join(folder, SNAPSHOT_FILE);
  const bytes = await readIfThere(files, snapshotPath);
  if (bytes === 'too-large') return failed({ kind: 'too-large', limit: READ_LIMIT / 1024 / 1024 });
  const journal = await readIfThere(files, join(folder, JOURNAL_FILE));
  // Opening without the journal would write it over.
  if (journal === 'too-large') return failed({ kind: 'too-large', limit: READ_LIMIT / 1024 / 1024 });
  const spare = bytes === null || !decodable(bytes) ? await readIfThere(files, join(folder, SPARE_FILE)) : null;
  if (bytes === null && spare === null) return failed({ kind: 'not-found' });

  const opened = bytes === null ? failed<ReadFailure>({ kind: 'empty' }) : decodeSnapshot(bytes);
  if (opened.ok && bytes !== null) return ok(await replay(files, folder, now, opened.value, bytes, journal));
  const failure = opened.ok ? { kind: 'empty' as const } : opened.failure;
  // A later version of Galley or a failed migration is no damage: falling back would write its work over.
  if (failure.kind === 'too-new' || failure.kind === 'migration-failed' || failure.kind === 'too-large')
    return failed(failure);
  if (spare === null || spare === 'too-large') return failed(failure);
  const second = decodeSnapshot(spare);
  if (!second.ok) return failed(failure);
  const found = await replay(files, folder, now, second.value, spare, journal, 'spare');
  const name = `interview-damaged-${stamp(now)}.json`;
  return ok({
    ...found,
    repair: 'snapshot',
    setAside: bytes && bytes.length > 0 ? [...found.setAside, { name, bytes }] : found.setAside,
    remarks: [loss('snapshot-damaged', { file: bytes && bytes.length > 0 ? name : SNAPSHOT_FILE }), ...found.remarks],
  });
}

function decodable(bytes: Uint8Array | 'too-large'): boolean {
  return bytes !== 'too-large' && decodeSnapshot(bytes).ok;
}

async function replay(
  files: Files,
  folder: string,
  now: number,
  document: ReadDocument,
  bytes: Uint8Array,
  journalBytes: Uint8Array | null,
  source: 'snapshot' | 'spare' = 'snapshot',
): Promise<FoundPiece> {
  const hash = hashOf(bytes);
  const { interview, remarks } = document;
  const start = {
    interview,
    seq: 0,
    at: 0,
    base: hash,
    baseSeq: 0,
    lines: [],
    journal: [],
    setAside: [],
    recovered: null,
    remarks,
  };
  if (journalBytes === null) return { ...start, hasJournal: false, repair: 'nothing' };

  const journal = decodeJournal(journalBytes);
  const [head, ...others] = journal.lines;
  const base = head?.kind === 'base' ? head : null;
  const lines = base ? others : journal.lines;
  const marker = lines.findLastIndex((line) => line.kind === 'next' && line.hash === hash);
  // A journal without a sound first line names no snapshot: replaying loses nothing, setting it aside might.
  const belongs = base === null || base.hash === hash || marker >= 0 || source === 'spare';
  if (!belongs) return foreign(start, journalBytes, lines, await readIfThere(files, join(folder, SPARE_FILE)), now);

  const from = base?.hash === hash ? 0 : marker + 1;
  const told = lines.slice(from);
  const changes = told.filter((line) => line.kind === 'change');
  const after = changes.reduce((state, line) => applyChange(state, line.change), interview);
  const at = changes.at(-1)?.at ?? 0;
  const restName = `journal-rest-${stamp(now)}.ndjson`;
  return {
    interview: after,
    seq: Math.max(base?.seq ?? 0, ...journal.lines.map((line) => line.seq)),
    at,
    base: hash,
    baseSeq: from === 0 ? (base?.seq ?? 0) : (lines[marker]?.seq ?? 0),
    lines: told,
    journal: journal.lines,
    hasJournal: true,
    setAside: journal.rest ? [{ name: restName, bytes: journal.rest }] : [],
    repair: journal.rest || base?.hash !== hash ? 'journal' : 'nothing',
    recovered: changes.length ? recoveredTexts(interview, after, at) : null,
    remarks: journal.rest ? [...remarks, note('journal-rest', { file: restName })] : remarks,
  };
}

/** Somebody else wrote the snapshot since: their file stands, our journal and the snapshot it belongs to are kept beside it. */
function foreign(
  start: Omit<FoundPiece, 'hasJournal' | 'repair'>,
  journalBytes: Uint8Array,
  lines: readonly JournalLine[],
  spare: Uint8Array | 'too-large' | null,
  now: number,
): FoundPiece {
  // An orderly close leaves a journal without changes: then nothing of ours is left out.
  if (!lines.some((line) => line.kind === 'change')) {
    const kept =
      spare !== null && spare !== 'too-large' ? [{ name: `interview-before-${stamp(now)}.json`, bytes: spare }] : [];
    return { ...start, journal: lines, setAside: kept, hasJournal: true, repair: 'journal' };
  }
  const name = `journal-${stamp(now)}.ndjson`;
  const setAside = [{ name, bytes: journalBytes }];
  if (spare !== null && spare !== 'too-large')
    setAside.push({ name: `interview-before-${stamp(now)}.json`, bytes: spare });
  return {
    ...start,
    journal: lines,
    setAside,
    hasJournal: true,
    repair: 'journal',
    remarks: [...start.remarks, loss('changed-outside', { file: name })],
  };
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
