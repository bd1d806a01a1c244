import { inflateSync } from 'node:zlib';
import { sniffFormat } from '../press/picture-format';
import { numbersOf, tiffDirectories } from './tiff-tags';

/** The parts of a picture file that hold words about it, as they stand in the file. */
export interface MetadataBlocks {
  /** A TIFF structure: the EXIF block, or a TIFF file as a whole. */
  readonly exif?: Uint8Array;
  readonly iptc?: Uint8Array;
  readonly xmp?: Uint8Array;
  /** Whether content credentials (C2PA) are embedded. */
  readonly credentials: boolean;
  /** Something was larger than any honest file needs, and was not read. */
  readonly oversized: boolean;
}

/** Bytes of XMP that are read: the parser needs about a second for so much. */
export const XMP_LIMIT = 2 * 1024 * 1024;
const IPTC_LIMIT = 1024 * 1024;

const NONE: MetadataBlocks = { credentials: false, oversized: false };

/** Finds the blocks of a JPEG, PNG, WebP or TIFF by walking its structure: no pixel is read. Never throws at damaged data. */
export function metadataBlocks(bytes: Uint8Array): MetadataBlocks {
  switch (sniffFormat(bytes)) {
    case 'jpg':
      return ofJpeg(bytes);
    case 'png':
      return ofPng(bytes);
    case 'webp':
      return ofWebp(bytes);
    case 'tif':
      return ofTiff(bytes);
    case null:
      return NONE;
  }
}

interface Found {
  exif?: Uint8Array | undefined;
  iptc?: Uint8Array | undefined;
  xmp?: Uint8Array | undefined;
  credentials: boolean;
  oversized: boolean;
}

function blocks({ exif, iptc, xmp, credentials, oversized }: Found): MetadataBlocks {
  const tooMuch = (iptc?.byteLength ?? 0) > IPTC_LIMIT || (xmp?.byteLength ?? 0) > XMP_LIMIT;
  return {
    credentials,
    oversized: oversized || tooMuch,
    ...(exif ? { exif } : {}),
    ...(iptc && iptc.byteLength <= IPTC_LIMIT ? { iptc } : {}),
    ...(xmp && xmp.byteLength <= XMP_LIMIT ? { xmp } : {}),
  };
}

const EXIF_HEAD = Buffer.from('Exif\0\0', 'latin1');
const XMP_HEAD = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const MORE_XMP_HEAD = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
const PHOTOSHOP_HEAD = Buffer.from('Photoshop 3.0\0', 'latin1');

function ofJpeg(bytes: Uint8Array): MetadataBlocks {
  const found: Found = { credentials: false, oversized: false };
  const resources: Uint8Array[] = [];
  const more: Uint8Array[] = [];
  for (const { marker, body } of jpegSegments(bytes)) {
    if (marker === 0xe1 && startsWith(body, EXIF_HEAD)) found.exif ??= body.subarray(EXIF_HEAD.length);
    else if (marker === 0xe1 && startsWith(body, XMP_HEAD)) found.xmp ??= body.subarray(XMP_HEAD.length);
    else if (marker === 0xe1 && startsWith(body, MORE_XMP_HEAD)) more.push(body.subarray(MORE_XMP_HEAD.length + 40));
    else if (marker === 0xed && startsWith(body, PHOTOSHOP_HEAD)) resources.push(body.subarray(PHOTOSHOP_HEAD.length));
    else if (marker === 0xeb && body[0] === 0x4a && body[1] === 0x50) found.credentials ||= namesC2pa(body);
  }
  // The extension holds what a program found no room for in the first packet: thumbnails, edit histories. Words stand in the first.
  if (more.reduce((sum, part) => sum + part.byteLength, 0) > XMP_LIMIT) found.oversized = true;
  const iptc = iptcResource(resources.length === 1 ? resources[0] : Buffer.concat(resources));
  return blocks({ ...found, ...(iptc ? { iptc } : {}) });
}

/** The segments of a JPEG before its scan; `at` is where the marker stands. */
export function* jpegSegments(bytes: Uint8Array) {
  let at = 2;
  while (at + 4 <= bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.byteLength) return;
    yield { marker, at, body: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}

/** The IPTC block (0x0404) among Photoshop's image resources. */
function iptcResource(resources: Uint8Array | undefined): Uint8Array | undefined {
  if (resources === undefined) return undefined;
  const view = new DataView(resources.buffer, resources.byteOffset, resources.byteLength);
  let at = 0;
  while (at + 12 <= resources.byteLength && view.getUint32(at) === 0x3842494d) {
    const id = view.getUint16(at + 4);
    const name = 1 + (resources[at + 6] ?? 0);
    const head = at + 6 + name + (name % 2);
    if (head + 4 > resources.byteLength) return undefined;
    const length = view.getUint32(head);
    if (head + 4 + length > resources.byteLength) return undefined;
    if (id === 0x0404) return resources.subarray(head + 4, head + 4 + length);
    at = head + 4 + length + (length % 2);
  }
  return undefined;
}

function ofPng(bytes: Uint8Array): MetadataBlocks {
  const found: Found = { credentials: false, oversized: false };
  for (const { kind, body } of pngChunks(bytes)) {
    if (kind === 'eXIf') found.exif ??= body;
    else if (kind === 'caBX') found.credentials = true;
    else if (kind === 'iTXt' || kind === 'zTXt' || kind === 'tEXt') readPngText(kind, body, found);
  }
  return blocks(found);
}

/** The chunks of a PNG; `at` is where the chunk's length stands. */
export function* pngChunks(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.byteLength) {
    const length = view.getUint32(at);
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.byteLength) return;
    yield { kind, at, end: at + 12 + length, body: bytes.subarray(at + 8, at + 8 + length) };
    if (kind === 'IEND') return;
    at += 12 + length;
  }
}

function readPngText(kind: 'iTXt' | 'zTXt' | 'tEXt', body: Uint8Array, found: Found): void {
  const end = body.indexOf(0);
  if (end < 0 || end > 79) return;
  const keyword = latin1(body.subarray(0, end));
  if (kind === 'iTXt' && keyword === 'XML:com.adobe.xmp') {
    const language = body.indexOf(0, end + 3);
    const translated = language < 0 ? -1 : body.indexOf(0, language + 1);
    if (translated < 0) return;
    const packed = body[end + 1] === 1;
    found.xmp ??= packed ? inflated(body.subarray(translated + 1), XMP_LIMIT, found) : body.subarray(translated + 1);
  } else if (keyword === 'XML:com.adobe.xmp') {
    // Not where the standard puts it, but where libvips does.
    found.xmp ??= kind === 'zTXt' ? inflated(body.subarray(end + 2), XMP_LIMIT, found) : body.subarray(end + 1);
  } else if (kind !== 'iTXt' && keyword === 'Raw profile type iptc') {
    const text = kind === 'zTXt' ? inflated(body.subarray(end + 2), IPTC_LIMIT * 3, found) : body.subarray(end + 1);
    // "\niptc\n   <length>\n<hex>": the way ImageMagick has put foreign profiles into PNG for decades.
    const hex = text && /^\s*\w+\s+\d+\s+([0-9a-f\s]+)$/i.exec(latin1(text))?.[1]?.replace(/\s+/g, '');
    if (!hex) return;
    const profile = Buffer.from(hex, 'hex');
    found.iptc ??= profile.subarray(0, 4).toString('latin1') === '8BIM' ? iptcResource(profile) : profile;
  }
}

function inflated(packed: Uint8Array, limit: number, found: Found): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) found.oversized = true;
    return undefined;
  }
}

function ofWebp(bytes: Uint8Array): MetadataBlocks {
  const found: Found = { credentials: false, oversized: false };
  for (const { kind, body } of webpChunks(bytes)) {
    if (kind === 'EXIF') found.exif ??= startsWith(body, EXIF_HEAD) ? body.subarray(EXIF_HEAD.length) : body;
    else if (kind === 'XMP ') found.xmp ??= body;
    else if (kind === 'C2PA') found.credentials = true;
  }
  return blocks(found);
}

/** The chunks of a WebP file. */
export function* webpChunks(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 12;
  while (at + 8 <= bytes.byteLength) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.byteLength) return;
    yield { kind: latin1(bytes.subarray(at, at + 4)), body: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

function ofTiff(bytes: Uint8Array): MetadataBlocks {
  const [first] = tiffDirectories(bytes);
  const iptc = first?.get(33723);
  const xmp = first?.get(700)?.bytes;
  const photoshop = first?.get(34377)?.bytes;
  const fromPhotoshop = iptc === undefined ? iptcResource(photoshop) : undefined;
  return blocks({
    exif: bytes,
    credentials: first?.has(0xcd41) === true,
    oversized: false,
    ...(iptc ? { iptc: inOrder(iptc) } : fromPhotoshop ? { iptc: fromPhotoshop } : {}),
    ...(xmp ? { xmp } : {}),
  });
}

/** Some programs store IPTC as longs, and so swapped in a little-endian file. */
function inOrder(value: {
  readonly type: number;
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
}): Uint8Array {
  if (value.type !== 4 || value.bytes[0] === 0x1c) return value.bytes;
  const turned = Buffer.alloc(value.bytes.byteLength);
  numbersOf(value).forEach((number, index) => turned.writeUInt32BE(number, index * 4));
  return turned;
}

function namesC2pa(body: Uint8Array): boolean {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 4096)).includes('c2pa');
}

function startsWith(bytes: Uint8Array, head: Uint8Array): boolean {
  return bytes.byteLength >= head.byteLength && head.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
