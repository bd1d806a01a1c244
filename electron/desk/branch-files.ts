import { join } from 'node:path';
import type { Files } from './files';

/**
 * What each writer of a piece writes by itself: no two programs ever append to one file. A desk that nobody shares has no
 * name, and its files have none either.
 */
export interface BranchFiles {
  readonly writer: string;
  /** What was typed since the snapshot. Relative to the piece's folder, as is the spare. */
  readonly journal: string;
  /** A second copy of the snapshot that the journal stands on: for damage, and as the common base of a merge. */
  readonly spare: string;
}

export const VERSIONS_FOLDER = 'versions';

export function branchFiles(writer = ''): BranchFiles {
  const journal = writer === '' ? 'journal.ndjson' : `journal.${writer}.ndjson`;
  const spare = writer === '' ? 'last-saved.json' : `last-saved.${writer}.json`;
  return { writer, journal, spare: join(VERSIONS_FOLDER, spare) };
}

/** How the names of writers begin that are no desk but a file that was taken in. A desk's name is eight hexadecimal digits. */
export const IMPORTED = 'in';

// A dot before the name: journals that were set aside are called journal-<time>.ndjson.
const JOURNAL = /^journal(?:\.([0-9a-z]{1,16}))?\.ndjson$/;
const SPARE = /^last-saved(?:\.([0-9a-z]{1,16}))?\.json$/;

/** The writers that have a journal in the piece's folder. */
export async function writersIn(files: Files, folder: string): Promise<readonly string[]> {
  return await namesOf(files, folder, JOURNAL);
}

/** The writers that have a second copy of the snapshot there. */
export async function sparesIn(files: Files, folder: string): Promise<readonly string[]> {
  const versions = join(folder, VERSIONS_FOLDER);
  return (await files.look(versions)) ? await namesOf(files, versions, SPARE) : [];
}

async function namesOf(files: Files, folder: string, pattern: RegExp): Promise<readonly string[]> {
  return (await files.list(folder)).flatMap(({ name }) => {
    const found = pattern.exec(name);
    return found ? [found[1] ?? ''] : [];
  });
}
