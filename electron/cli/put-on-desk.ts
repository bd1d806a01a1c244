import { readFile } from 'node:fs/promises';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Desk, PhotoFile } from '../desk/desk';
import { deskFailure } from '../desk/failures';
import type { OpenedSource } from './open-source';

/** Makes a new piece of it with the pictures that are there; gives the piece's folder. */
export async function putOnDesk(
  { interview, photoPath }: Pick<OpenedSource, 'interview' | 'photoPath'>,
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
  return made.ok ? ok(desk.folderOf(made.value)) : failed(made.failure);
}
