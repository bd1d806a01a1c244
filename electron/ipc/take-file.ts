import { readFile } from 'node:fs/promises';
import type { DeskFailure, ImportedPiece } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { openSource } from '../cli/open-source';
import type { PhotoFile } from '../desk/desk';
import { deskFailure } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { carryReview } from '../review/carry-review';
import type { Parts } from './parts';

/** Reads a file of any kind we know and puts the piece in it, with its pictures, onto the desk as a new one. */
export async function takeFile(
  file: string,
  { desks, mint, pictures }: Pick<Parts, 'desks' | 'mint' | 'pictures'>,
): Promise<Result<ImportedPiece, DeskFailure | ReadFailure>> {
  const source = await openSource(file, { mint, pictures });
  if (!source.ok) {
    const { failure } = source;
    return failed(failure.kind === 'no-interview' ? { kind: 'not-ours' } : failure);
  }
  const { interview, remarks, photoPath, reviewed, dispose } = source.value;
  try {
    const photos: PhotoFile[] = [];
    for (const photo of interview.photos) {
      const path = photoPath(photo);
      // A picture that is not there stays named in the piece: the checks ask for it.
      if (path !== null) photos.push({ file: photo.file, bytes: await readFile(path) });
    }
    const created = await desks.current().create(interview, photos);
    if (created.ok && reviewed) await carryReview(diskFiles, reviewed, desks.current().folderOf(created.value));
    return created.ok ? ok({ piece: created.value, remarks }) : created;
  } catch (error) {
    return failed(deskFailure(error));
  } finally {
    await dispose();
  }
}
