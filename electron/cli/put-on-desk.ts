import { readFile } from 'node:fs/promises';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Desk, PhotoFile } from '../desk/desk';
import { deskFailure, guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { carryReview } from '../review/carry-review';
import type { OpenedSource } from './open-source';

/** Makes a new piece of it with the pictures and the review that are there; gives the piece's folder. */
export async function putOnDesk(
  { interview, photoPath, reviewed }: Pick<OpenedSource, 'interview' | 'photoPath' | 'reviewed'>,
  desk: Desk,
): Promise<Result<string, DeskFailure>> {
  const photos: PhotoFile[] = [];
  try {
    for (const photo of interview.photos) {
      const found = photoPath(photo);
      if (found !== null) photos.push({ file: photo.file, bytes: await readFile(found) });
    }
  } catch (error) {
    return failed(deskFailure(error));
  }
  const made = await desk.create(interview, photos);
  if (!made.ok) return failed(made.failure);
  const folder = desk.folderOf(made.value);
  return await guarded<string, never>(async () => {
    if (reviewed) await carryReview(diskFiles, reviewed, folder);
    return ok(folder);
  });
}
