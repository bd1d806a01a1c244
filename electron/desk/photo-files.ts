import { dirname, join } from 'node:path';
import { PHOTO_FILE } from '../../shared/interview/photo-file';
import { sha256 } from '../sha256';
import { replaceFile } from './atomic-file';
import type { PhotoFile } from './desk';
import type { Files } from './files';
import { PHOTOS_FOLDER } from './open-piece';

/**
 * Puts pictures into the folder of a piece. Those that are there already with the same bytes are left. Throws errors of the
 * disk, and a RangeError for a name that is not the hash of the bytes.
 */
export async function writePhotos(files: Files, piece: string, photos: readonly PhotoFile[]): Promise<void> {
  const folder = join(piece, PHOTOS_FOLDER);
  await files.makeFolder(folder);
  for (const { file, bytes } of photos) {
    if (!PHOTO_FILE.test(file) || !file.startsWith(sha256(bytes)))
      throw new RangeError('a photo file is named after its hash');
    const path = join(folder, file);
    const there = await files.look(path);
    if (there?.size === bytes.length && file.startsWith(sha256(await files.read(path)))) continue;
    await replaceFile(files, path, bytes);
  }
  await files.syncFolder(dirname(folder));
}

/** The path of a picture of the piece in this folder; null when it is not there, or when this is not the name of one. */
export async function findPhoto(files: Files, piece: string, file: string): Promise<string | null> {
  if (!PHOTO_FILE.test(file)) return null;
  const path = join(piece, PHOTOS_FOLDER, file);
  const facts = await files.look(path).catch(() => null);
  return facts?.kind === 'file' ? path : null;
}
