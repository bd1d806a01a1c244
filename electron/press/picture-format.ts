import type { PictureFacts } from './press';

/** What the first bytes say the file is; null when it is none of the four that a newspaper takes. The name never counts. */
export function sniffFormat(bytes: Uint8Array): PictureFacts['format'] | null {
  const starts = (at: number, ...expected: readonly number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0, ...ascii('RIFF')) && starts(8, ...ascii('WEBP'))) return 'webp';
  if (isTiff(starts) && !isRaw(bytes, starts)) return 'tif';
  return null;
}

type Starts = (at: number, ...expected: readonly number[]) => boolean;

function ascii(text: string): readonly number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

function isTiff(starts: Starts): boolean {
  return starts(0, 0x49, 0x49, 0x2a, 0x00) || starts(0, 0x4d, 0x4d, 0x00, 0x2a);
}

// Raw files of several makers are TIFF outside: CR2 says so at byte 8, the others by the maker's name near the head.
function isRaw(bytes: Uint8Array, starts: Starts): boolean {
  if (starts(8, ...ascii('CR'))) return true;
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  return /NIKON|SONY DSC|SONY\0|PENTAX|DNG|Hasselblad/.test(head);
}
