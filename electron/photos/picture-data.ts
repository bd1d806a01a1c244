import { createHash } from 'node:crypto';
import { sniffFormat } from '../press/picture-format';
import { jpegSegments, pngChunks, webpChunks } from './metadata-blocks';
import { numbersOf, tiffDirectories } from './tiff-tags';
import type { TiffDirectory } from './tiff-tags';

/**
 * The SHA-256 of what a decoder draws from: scan and tables of a JPEG, data and colour chunks of a PNG or WebP, the strips
 * of a TIFF. Words about the picture do not count. Equal hashes decode to equal pixels without decoding any. Null when the
 * file is none of the four or is cut off before its data.
 */
export function pictureDataHash(bytes: Uint8Array): string | null {
  const hash = createHash('sha256');
  let parts = 0;
  const add = (part: Uint8Array) => {
    hash.update(part);
    parts++;
  };
  switch (sniffFormat(bytes)) {
    case 'jpg':
      addJpeg(bytes, add);
      break;
    case 'png':
      for (const { kind, at, end } of pngChunks(bytes)) if (PNG_PIXELS.has(kind)) add(bytes.subarray(at, end));
      break;
    case 'webp':
      for (const { kind, body } of webpChunks(bytes)) if (WEBP_PIXELS.has(kind)) add(body);
      break;
    case 'tif':
      for (const directory of tiffDirectories(bytes)) addStrips(bytes, directory, add);
      break;
    case null:
      return null;
  }
  return parts > 0 ? hash.digest('hex') : null;
}

const PNG_PIXELS = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'acTL', 'fcTL', 'fdAT']);
const WEBP_PIXELS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

/** Compression, colours and the tables that decoding needs. */
const TIFF_DRAWING = [256, 257, 258, 259, 262, 277, 278, 284, 317, 320, 338, 339, 347];
const TIFF_STRIPS = [
  [273, 279],
  [324, 325],
] as const;

function addJpeg(bytes: Uint8Array, add: (part: Uint8Array) => void): void {
  let end = 2;
  for (const { marker, at, body } of jpegSegments(bytes)) {
    end = at + 4 + body.byteLength;
    // APP2 holds the colour profile and APP14 Adobe's word on how colours are meant; the other APPs and comments are words.
    const colour = (marker === 0xe2 && isProfile(body)) || marker === 0xee;
    if (colour || (marker < 0xe0 && marker !== 0xfe)) add(bytes.subarray(at, end));
  }
  while (bytes[end] === 0xff && bytes[end + 1] === 0xff) end++;
  if (bytes[end] === 0xff && bytes[end + 1] === 0xda) add(bytes.subarray(end, endOfScan(bytes, end)));
}

/** After the end marker cameras append further pictures, which are none of the drawn one. */
function endOfScan(bytes: Uint8Array, from: number): number {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.indexOf(Buffer.from([0xff, 0xd9]), from);
  return end < 0 ? bytes.byteLength : end + 2;
}

function isProfile(body: Uint8Array): boolean {
  return Buffer.from(body.subarray(0, 11)).toString('latin1') === 'ICC_PROFILE';
}

function addStrips(bytes: Uint8Array, directory: TiffDirectory, add: (part: Uint8Array) => void): void {
  for (const tag of TIFF_DRAWING) {
    const value = directory.get(tag);
    if (value)
      add(Uint8Array.from(numbersOf(value).flatMap((number) => [tag & 255, number & 255, (number >> 8) & 255])));
  }
  for (const [offsets, lengths] of TIFF_STRIPS) {
    const starts = directory.get(offsets);
    const sizes = directory.get(lengths);
    if (!starts || !sizes) continue;
    const long = numbersOf(sizes);
    numbersOf(starts).forEach((start, index) => add(bytes.subarray(start, start + (long[index] ?? 0))));
  }
}
