import { readFile } from 'node:fs/promises';
import { note } from '../../shared/checks/remark';
import type { DeskFailure, ImportedPiece } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { openSource } from '../cli/open-source';
import type { PhotoFile } from '../desk/desk';
import { deskFailure } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { carryReview, hasReview } from '../review/carry-review';
import type { Parts } from './parts';

/** What may become of a file that holds a piece which is on the desk already. */
export type SamePiece = 'merge' | 'another' | 'cancel';

/**
 * Reads a file of any kind we know and puts the piece in it, with its pictures, onto the desk: as a new one, or into the piece
 * that it is a version of when `ask` says so. Null when nothing is wanted after all.
 */
export async function takeFile(
  file: string,
  { desks, mint, pictures, documents }: Pick<Parts, 'desks' | 'mint' | 'pictures' | 'documents'>,
  ask: () => Promise<SamePiece>,
): Promise<Result<ImportedPiece | null, DeskFailure | ReadFailure>> {
  const source = await openSource(file, { mint, pictures, documents });
  if (!source.ok) {
    const { failure } = source;
    return failed(failure.kind === 'no-interview' ? { kind: 'not-ours' } : failure);
  }
  const { interview, remarks, photoPath, reviewed, origin, dispose } = source.value;
  try {
    const photos: PhotoFile[] = [];
    for (const photo of interview.photos) {
      const path = photoPath(photo);
      // A picture that is not there stays named in the piece: the checks ask for it.
      if (path !== null) photos.push({ file: photo.file, bytes: await readFile(path) });
    }
    const desk = desks.current();
    const here = origin ? await desk.findOrigin(origin) : null;
    if (here && !here.ok) return here;
    const answer = here?.value ? await ask() : 'new';
    if (answer === 'cancel') return ok(null);
    if (answer === 'merge' && here?.value && origin) {
      const laid = await desk.layBeside(here.value, { interview, origin }, photos);
      if (!laid.ok) return laid;
      // Two logs of one piece cannot become one: each is a chain. The one that is here goes on.
      const told = reviewed && (await hasReview(diskFiles, reviewed)) ? [note('review-stays')] : [];
      return ok({ piece: here.value, remarks: [...remarks, ...told] });
    }
    // A second piece of one origin would be a riddle at the next import: it begins a life of its own.
    const created = await desk.create(interview, photos, answer === 'new' ? origin : undefined);
    if (created.ok && reviewed) await carryReview(diskFiles, reviewed, desk.folderOf(created.value));
    return created.ok ? ok({ piece: created.value, remarks }) : created;
  } catch (error) {
    return failed(deskFailure(error));
  } finally {
    await dispose();
  }
}
