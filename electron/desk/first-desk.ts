import { mkdir, readdir } from 'node:fs/promises';
import type { DeskFailure, PieceId } from '../../shared/ipc/contract';
import { failed, ok, type Result } from '../../shared/result';
import { sampleInterview } from '../../shared/templates/sample';
import { takeIn } from '../photos/take-in';
import type { Pictures } from '../press/press';
import type { Desk } from './desk';
import { deskFailure } from './failures';

/** What stood up a new desk: the sample's piece, or null when the desk was there before. */
export interface PreparedDesk {
  readonly sample: PieceId | null;
}

/** What the sample needs: its picture's bytes, and somebody to look at them. */
export interface SampleParts {
  readonly picture: () => Promise<Uint8Array>;
  readonly pictures: () => Pick<Pictures, 'inspect'>;
}

/**
 * Makes the folder of a desk and, when there is nothing in it, puts the sample interview there. A folder with anything in
 * it is somebody's desk already: a sample that was thrown away does not come back while other pieces are there.
 */
export async function prepareDesk(
  folder: string,
  desk: Desk,
  parts: SampleParts,
): Promise<Result<PreparedDesk, DeskFailure>> {
  let bytes: Uint8Array;
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    if (names.some((name) => !name.startsWith('.'))) return ok({ sample: null });
    bytes = await parts.picture();
  } catch (error) {
    return failed(deskFailure(error));
  }
  const taken = await takeIn('ho-ea-suong.jpg', bytes, parts.pictures());
  if (!taken.ok) return failed({ kind: 'disk-error', detail: taken.failure.kind });
  const { file, photo } = taken.value;
  const created = await desk.create(sampleInterview(photo), [{ file, bytes }]);
  return created.ok ? ok({ sample: created.value }) : created;
}
