import { PHOTO_FILE } from '../interview/photo-file';
import type { PieceId } from './contract';

/** Where the window and everything in it lives. */
export const APP_ORIGIN = 'app://galley';

/** True for an address of our own window; the only sender that main listens to. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(`${APP_ORIGIN}/`);
}

/** What follows the address of a picture when it stands among many. */
export const SHEET = '?sheet';

/** Where the window shows a picture of a piece from; `sheet` for a small one. `file` is `<sha256>.<ext>`. */
export function photoAddress(piece: PieceId, file: string, size: 'large' | 'sheet' = 'large'): string {
  const address = `${APP_ORIGIN}/photo/${encodeURIComponent(piece)}/${encodeURIComponent(file)}`;
  return size === 'sheet' ? address + SHEET : address;
}

/** The piece and file that such an address's path names, or null when it is not one. */
export function parsePhotoPath(pathname: string): { readonly piece: PieceId; readonly file: string } | null {
  const [, first, ...parts] = pathname.split('/');
  if (first !== 'photo' || parts.length !== 2) return null;
  try {
    const [piece = '', file = ''] = parts.map(decodeURIComponent);
    return isPieceId(piece) && PHOTO_FILE.test(file) ? { piece, file } : null;
  } catch {
    // decodeURIComponent throws at a broken escape: then it names no picture.
    return null;
  }
}

/** True for a bare folder name: no path, no hidden name, no control characters, at most 200 UTF-16 units. */
export function isPieceId(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- a NUL ends a path on its way to the system
  return name.length > 0 && name.length <= 200 && !name.startsWith('.') && !/[/\\:\u0000-\u001f\u007f]/.test(name);
}
