import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { replaceFile } from './atomic-file';
import type { PhotoFile } from './desk';
import type { Files } from './files';
import { PHOTOS_FOLDER } from './open-piece';

/** A photo file is named after the SHA-256 of its bytes. */
const PHOTO_NAME = /^[0-9a-f]{64}\.(jpg|png|webp|tif)$/;

/**
 * Puts pictures into the folder of a piece. Those that are there already with the same bytes are left. Throws errors of the
 * disk, and a RangeError for a name that is not the hash of the bytes.
 */
export async function writePhotos(files: Files, piece: string, photos: readonly PhotoFile[]): Promise<void> {
  const folder = join(piece, PHOTOS_FOLDER);
  await files.makeFolder(folder);
  for (const { file, bytes } of photos) {
    if (!PHOTO_NAME.test(file) || !file.startsWith(sha256(bytes)))
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
  if (!PHOTO_NAME.test(file)) return null;
  const path = join(piece, PHOTOS_FOLDER, file);
  const facts = await files.look(path).catch(() => null);
  return facts?.kind === 'file' ? path : null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
