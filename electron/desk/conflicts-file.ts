import { join } from 'node:path';
import { equalData } from '../../shared/interview/equal';
import type { Conflict } from '../../shared/review/merge/conflict';
import { readConflicts, writeConflicts } from '../../shared/review/merge/conflict-file';
import { removeIfThere, replaceLazily } from './atomic-file';
import type { Files } from './files';
import { readIfThere } from './read-branch';

/** What a merge could not show in the text itself, until somebody has looked at it. Beside the piece, for whoever opens it next. */
export const CONFLICTS_FILE = 'conflicts.json';

export async function listConflicts(files: Files, folder: string): Promise<readonly Conflict[]> {
  const bytes = await readIfThere(files, join(folder, CONFLICTS_FILE));
  return bytes === null || bytes === 'too-large' ? [] : readConflicts(new TextDecoder().decode(bytes));
}

/** Adds what is not there yet. Two wordings stand in the text itself and are not listed here. */
export async function addConflicts(files: Files, folder: string, found: readonly Conflict[]): Promise<void> {
  const told = found.filter(({ kind }) => kind !== 'text');
  if (told.length === 0) return;
  const known = await listConflicts(files, folder);
  const fresh = told.filter((conflict) => !known.some((other) => equalData(other, conflict)));
  if (fresh.length > 0) await keepConflicts(files, folder, [...known, ...fresh]);
}

/** These are left and no others. */
export async function keepConflicts(files: Files, folder: string, left: readonly Conflict[]): Promise<void> {
  const path = join(folder, CONFLICTS_FILE);
  if (left.length === 0) await removeIfThere(files, path);
  else await replaceLazily(files, path, new TextEncoder().encode(writeConflicts(left)));
}
