/** What a stored photo may be called (Photo.file): names are used to open files, so nothing but a hash and a known ending may pass. */
export const PHOTO_FILE = /^[0-9a-f]{64}\.(jpg|png|webp|tif)$/;

/** The SHA-256 of the photo's bytes, in its name. */
export function hashOfPhotoFile(file: string): string {
  return file.slice(0, 64);
}
