/** One entry of a TIFF directory: its bytes as they stand in the file. */
export interface TiffValue {
  readonly type: number;
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
}

export type TiffDirectory = ReadonlyMap<number, TiffValue>;

/** More directories or entries than any camera writes: the rest of such a file is passed over. */
const DIRECTORIES_LIMIT = 32;
const ENTRIES_LIMIT = 2000;

const SIZES: { readonly [type: number]: number } = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  13: 4,
};

export const EXIF_POINTER = 0x8769;
export const GPS_POINTER = 0x8825;

/**
 * The directories of a TIFF file or an EXIF block, in the order of their chain; each is read once, so that a chain
 * that bites its own tail ends. Entries whose bytes lie outside are left out. Empty for anything that is no TIFF.
 */
export function tiffDirectories(bytes: Uint8Array): readonly TiffDirectory[] {
  const littleEndian = bytes[0] === 0x49 && bytes[1] === 0x49;
  if (!littleEndian && !(bytes[0] === 0x4d && bytes[1] === 0x4d)) return [];
  if (bytes.byteLength < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: TiffDirectory[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, littleEndian);
  while (at >= 8 && at + 2 <= bytes.byteLength && !seen.has(at) && found.length < DIRECTORIES_LIMIT) {
    seen.add(at);
    const { directory, next } = readDirectory(bytes, view, at, littleEndian);
    found.push(directory);
    at = next;
  }
  return found;
}

/** The directory that an entry of another one points to; empty when there is none. */
export function pointedDirectory(bytes: Uint8Array, from: TiffDirectory | undefined, pointer: number): TiffDirectory {
  const value = from?.get(pointer);
  const [at] = value ? numbersOf(value) : [];
  if (value === undefined || at === undefined || at < 8 || at + 2 > bytes.byteLength) return new Map();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readDirectory(bytes, view, at, value.littleEndian).directory;
}

function readDirectory(bytes: Uint8Array, view: DataView, start: number, littleEndian: boolean) {
  const directory = new Map<number, TiffValue>();
  const count = Math.min(view.getUint16(start, littleEndian), ENTRIES_LIMIT);
  for (let index = 0; index < count; index++) {
    const entry = start + 2 + index * 12;
    if (entry + 12 > bytes.byteLength) return { directory, next: 0 };
    const type = view.getUint16(entry + 2, littleEndian);
    const length = view.getUint32(entry + 4, littleEndian) * (SIZES[type] ?? 0);
    if (length === 0) continue;
    const at = length <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian);
    if (at + length > bytes.byteLength) continue;
    directory.set(view.getUint16(entry, littleEndian), { type, littleEndian, bytes: bytes.subarray(at, at + length) });
  }
  const end = start + 2 + count * 12;
  return { directory, next: end + 4 <= bytes.byteLength ? view.getUint32(end, littleEndian) : 0 };
}

/** The whole numbers of a value: bytes, shorts and longs. */
export function numbersOf({ type, bytes, littleEndian }: TiffValue): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = SIZES[type] ?? 0;
  if (size !== 1 && size !== 2 && size !== 4) return [];
  return Array.from({ length: Math.floor(bytes.byteLength / size) }, (_, index) => {
    const at = index * size;
    if (size === 1) return view.getUint8(at);
    return size === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  });
}
