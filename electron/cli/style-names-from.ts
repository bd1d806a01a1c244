import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { DEFAULT_STYLE_NAMES, readStyleNames } from '../../shared/writers/hand-off/styles';
import type { StyleNames } from '../../shared/writers/hand-off/styles';
import { deskFailure } from '../desk/failures';
import type { CommandFailure } from './failure';

/** The style names of a paper from its file; our own without one. */
export async function styleNamesFrom(
  file: string | undefined,
  cwd: string,
): Promise<Result<StyleNames, CommandFailure>> {
  if (file === undefined) return ok(DEFAULT_STYLE_NAMES);
  try {
    const read = readStyleNames(await readFile(path.resolve(cwd, file), 'utf8'));
    return read.ok ? read : failed({ about: file, failure: read.failure });
  } catch (error) {
    return failed({ about: file, failure: deskFailure(error) });
  }
}
