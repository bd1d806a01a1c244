import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { takeIn } from '../photos/take-in';
import type { TakenIn } from '../photos/take-in';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import type { Pictures } from '../press/press';
import type { CommandFailure } from './failure';

/** A picture given on the command line: as a photo of a piece, and where its file is. */
export interface GivenPhoto extends TakenIn {
  readonly path: string;
}

/** Takes pictures in as they are; the first that cannot be used refuses them all. `names` are paths as written. */
export async function takePhotos(
  names: readonly string[],
  tools: { readonly cwd: string; readonly pictures: () => Pictures },
): Promise<Result<readonly GivenPhoto[], CommandFailure>> {
  const given: GivenPhoto[] = [];
  for (const about of names) {
    const file = path.resolve(tools.cwd, about);
    const bytes = await readPicture(file);
    if (!bytes.ok) return failed({ about, failure: bytes.failure });
    const taken = await takeIn(path.basename(file), bytes.value, tools.pictures());
    if (!taken.ok) return failed({ about, failure: taken.failure });
    given.push({ ...taken.value, path: file });
  }
  return ok(given);
}

async function readPicture(file: string): Promise<Result<Uint8Array, CommandFailure['failure']>> {
  try {
    const facts = await stat(file);
    const name = path.basename(file);
    if (!facts.isFile()) return failed({ kind: 'photo-unsupported', name });
    // By its size before it is read: takeIn would refuse it too, with all of it in memory.
    if (facts.size > PHOTO_BYTES_LIMIT) return failed({ kind: 'photo-too-large', name, limit: PHOTO_BYTES_LIMIT });
    return ok(await readFile(file));
  } catch (error) {
    return failed(deskFailure(error));
  }
}
