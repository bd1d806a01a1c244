import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { salvageText } from '../../shared/readers/salvage-text';
import { deskFailure } from '../desk/failures';
import { SNAPSHOT_FILE } from '../desk/open-piece';
import { INTERVIEW_FILE_LIMIT } from '../../shared/readers/limits';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';

/** The paragraphs that can still be read of an interview file or a piece folder, damaged or not; the empty list when there are none. */
export async function readWordsOf(file: string): Promise<Result<readonly string[], DeskFailure>> {
  try {
    const facts = await stat(file);
    const source = facts.isDirectory() ? path.join(file, SNAPSHOT_FILE) : file;
    if ((await stat(source)).size > INTERVIEW_FILE_LIMIT * 4) return ok([]);
    return ok(salvageText(await readFile(source, 'utf8')));
  } catch (error) {
    return failed(deskFailure(error));
  }
}
