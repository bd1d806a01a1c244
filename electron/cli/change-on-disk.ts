import path from 'node:path';
import { changeBetween, isEmptyChange } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { ok, type Result } from '../../shared/result';
import type { Desk } from '../desk/desk';

/** Puts `next` in the place of the piece in this folder, as one change of its journal. */
export async function changeOnDisk(
  folder: string,
  next: Interview,
  deskOn: (root: string) => Desk,
): Promise<Result<null, DeskFailure | ReadFailure>> {
  const desk = deskOn(path.dirname(folder));
  const piece = path.basename(folder);
  const opened = await desk.open(piece);
  if (!opened.ok) return opened;
  const change = changeBetween(opened.value.interview, next);
  if (!isEmptyChange(change)) {
    const written = await desk.append(piece, opened.value.seq + 1, change);
    if (!written.ok) return written;
  }
  const closed = await desk.close(piece);
  return closed.ok ? ok(null) : closed;
}
