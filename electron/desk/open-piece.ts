import { join } from 'node:path';
import { loss, note, type Remark } from '../../shared/checks/remark';
import { changeBetween, isEmptyChange } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, Recovered } from '../../shared/ipc/contract';
import type { ReadDocument, ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import type { Conflict } from '../../shared/review/merge/conflict';
import { mergeBranches } from '../../shared/review/merge/merge-branches';
import { branchFiles, sparesIn, VERSIONS_FOLDER, type BranchFiles } from './branch-files';
import type { Files } from './files';
import { decodeJournal, type JournalLine } from './journal';
import { stamp } from './piece-name';
import { applyLines, baseOf, hasChanges, linesOn, otherBranches, READ_LIMIT, readIfThere } from './read-branch';
import { recoveredTexts } from './recovered';
import { decodeSnapshot, hashOf, type SnapshotHash } from './snapshot';
import { versionName } from './version-name';

export { READ_LIMIT, readIfThere, VERSIONS_FOLDER };

/** The names within a piece's folder. */
export const SNAPSHOT_FILE = 'interview.json';
export const PHOTOS_FOLDER = 'photos';

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
  /** The bytes whose hash `base` is: what a merge goes out from. */
  readonly baseBytes: Uint8Array;
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
  /** Where a merge with what others wrote could not decide. */
  readonly conflicts: readonly Conflict[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads a piece: the snapshot, and this writer's journal over it; a snapshot that somebody else has written since is merged
 * with it. By contents alone, never by times: clocks of shared disks lie. Throws errors of the disk.
 */
export async function findPiece(
  files: Files,
  folder: string,
  now: number,
  own: BranchFiles = branchFiles(),
): Promise<Result<FoundPiece, DeskFailure | ReadFailure>> {
  const snapshotPath = join(folder, SNAPSHOT_FILE);
  const bytes = await readIfThere(files, snapshotPath);
  if (bytes === 'too-large') return failed({ kind: 'too-large', limit: READ_LIMIT / 1024 / 1024 });
  const journal = await readIfThere(files, join(folder, own.journal));
  // Opening without the journal would write it over.
  if (journal === 'too-large') return failed({ kind: 'too-large', limit: READ_LIMIT / 1024 / 1024 });
  const opened = bytes === null ? failed<ReadFailure>({ kind: 'empty' }) : decodeSnapshot(bytes);
  const by = { files, folder, now, own };
  if (opened.ok && bytes !== null) return ok(await replay(by, opened.value, bytes, journal));
  const spare = await soundSpare(files, folder, own);
  if (bytes === null && spare === null) return failed({ kind: 'not-found' });
  const failure = opened.ok ? { kind: 'empty' as const } : opened.failure;
  // A later version of Galley or a failed migration is no damage: falling back would write its work over.
  if (failure.kind === 'too-new' || failure.kind === 'migration-failed' || failure.kind === 'too-large')
    return failed(failure);
  if (spare === null) return failed(failure);
  const found = await replay(by, spare.document, spare.bytes, journal, 'spare');
  const name = `interview-damaged-${stamp(now)}.json`;
  return ok({
    ...found,
    repair: 'snapshot',
    setAside: bytes && bytes.length > 0 ? [...found.setAside, { name, bytes }] : found.setAside,
    remarks: [loss('snapshot-damaged', { file: bytes && bytes.length > 0 ? name : SNAPSHOT_FILE }), ...found.remarks],
  });
}

/**
 * The piece with all that anybody typed into it, for whoever only reads: also what lies in the journals of desks that have it
 * open or were cut off.
 */
export async function readWhole(
  files: Files,
  folder: string,
  now: number,
  own: BranchFiles = branchFiles(),
): Promise<Result<FoundPiece, DeskFailure | ReadFailure>> {
  const found = await findPiece(files, folder, now, own);
  if (!found.ok) return found;
  const base = decodeSnapshot(found.value.baseBytes);
  if (!base.ok) return found;
  const snapshot = { interview: base.value.interview, hash: found.value.base };
  let { interview, conflicts } = found.value;
  for (const branch of await otherBranches(files, folder, own.writer, snapshot, now)) {
    const merged = mergeBranches(branch.base, interview, branch.interview);
    interview = merged.interview;
    conflicts = [...conflicts, ...merged.conflicts];
  }
  return ok({ ...found.value, interview, conflicts });
}

/** The writer's own second copy of the snapshot, or else anybody's: when the first is damaged, any sound one is welcome. */
async function soundSpare(
  files: Files,
  folder: string,
  own: BranchFiles,
): Promise<{ readonly document: ReadDocument; readonly bytes: Uint8Array } | null> {
  const others = (await sparesIn(files, folder)).filter((writer) => writer !== own.writer).map(branchFiles);
  for (const { spare } of [own, ...others]) {
    const bytes = await readIfThere(files, join(folder, spare));
    if (bytes === null || bytes === 'too-large') continue;
    const read = decodeSnapshot(bytes);
    if (read.ok) return { document: read.value, bytes };
  }
  return null;
}

interface Reading {
  readonly files: Files;
  readonly folder: string;
  readonly now: number;
  readonly own: BranchFiles;
}

async function replay(
  by: Reading,
  document: ReadDocument,
  bytes: Uint8Array,
  journalBytes: Uint8Array | null,
  source: 'snapshot' | 'spare' = 'snapshot',
): Promise<FoundPiece> {
  const hash = hashOf(bytes);
  const { interview, remarks } = document;
  const start: FoundPiece = {
    interview,
    seq: 0,
    at: 0,
    base: hash,
    baseBytes: bytes,
    baseSeq: 0,
    lines: [],
    journal: [],
    hasJournal: false,
    setAside: [],
    repair: 'nothing',
    recovered: null,
    conflicts: [],
    remarks,
  };
  if (journalBytes === null) return start;

  const journal = decodeJournal(journalBytes);
  const head = journal.lines[0]?.kind === 'base' ? journal.lines[0] : null;
  // A journal without a sound first line names no snapshot: replaying loses nothing, setting it aside might.
  const told = linesOn(hash, journal.lines) ?? (source === 'spare' ? journal.lines.slice(head ? 1 : 0) : null);
  if (told === null) return await besideTheirs(by, start, journalBytes, journal.lines);

  const after = applyLines(interview, told);
  const at = lastTyped(told);
  const restName = `journal-rest-${stamp(by.now)}.ndjson`;
  const before = journal.lines.slice(0, journal.lines.length - told.length).at(-1);
  return {
    ...start,
    interview: after,
    seq: lastSeq(journal.lines),
    at,
    baseSeq: before && before.kind !== 'change' ? before.seq : 0,
    lines: told,
    journal: journal.lines,
    hasJournal: true,
    setAside: journal.rest ? [{ name: restName, bytes: journal.rest }] : [],
    repair: journal.rest || head?.hash !== hash ? 'journal' : 'nothing',
    recovered: hasChanges(told) ? recoveredTexts(interview, after, at) : null,
    remarks: journal.rest ? [...remarks, note('journal-rest', { file: restName })] : remarks,
  };
}

/** Somebody else wrote the snapshot since: what this journal holds is merged with it, over the version both knew last. */
async function besideTheirs(
  { files, folder, now, own }: Reading,
  start: FoundPiece,
  journalBytes: Uint8Array,
  journal: readonly JournalLine[],
): Promise<FoundPiece> {
  const found = { ...start, seq: lastSeq(journal), journal, hasJournal: true, repair: 'journal' as const };
  const spare = await readIfThere(files, join(folder, own.spare));
  // What this desk saw last stays among the versions: a program that copies files may have put an old one back.
  const seen = spare === null || spare === 'too-large' ? [] : [{ name: versionName(spare, now), bytes: spare }];
  // An orderly close leaves a journal without changes: then nothing of ours is left out.
  if (!hasChanges(journal)) return { ...found, setAside: seen };
  const base = await baseOf(files, folder, own, journal);
  const merged = mergeBranches(base, applyLines(base ?? start.interview, journal), start.interview);
  const change = changeBetween(start.interview, merged.interview);
  const at = lastTyped(journal);
  const undecided = base === null || merged.conflicts.length > 0;
  const theirs = { name: versionName(start.baseBytes, now), bytes: start.baseBytes };
  const ours = { name: `journal-${stamp(now)}.ndjson`, bytes: journalBytes };
  return {
    ...found,
    interview: merged.interview,
    at,
    lines: isEmptyChange(change) ? [] : [{ kind: 'change', seq: found.seq, at, change }],
    setAside: undecided ? [...seen, theirs, ours] : seen,
    recovered: recoveredTexts(start.interview, merged.interview, at),
    conflicts: merged.conflicts,
    remarks: [...start.remarks, ...merged.remarks, note(base ? 'merged-at-opening' : 'merged-without-base')],
  };
}

function lastSeq(lines: readonly JournalLine[]): number {
  return Math.max(0, ...lines.map(({ seq }) => seq));
}

function lastTyped(lines: readonly JournalLine[]): number {
  const last = lines.findLast((line) => line.kind === 'change');
  return last?.kind === 'change' ? last.at : 0;
}
