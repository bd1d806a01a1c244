import type { PhotoField } from '../../shared/photos/fields';
import { EXIF_POINTER, GPS_POINTER, pointedDirectory, tiffDirectories } from './tiff-tags';
import type { TiffDirectory } from './tiff-tags';

/** What EXIF holds of the words about a picture, and whether it tells more than a reader of the web should know. */
export interface ExifFacts {
  /** The bytes as they stand: the standard says ASCII, programs write what they please. */
  readonly texts: { readonly [field in PhotoField]?: Uint8Array };
  /** ISO 8601 to the second, with offset when the camera knew it. */
  readonly taken?: string;
  /** When the file was made, which for a camera is when the picture was taken: to be used when nothing better is known. */
  readonly digitised?: string;
  readonly gps: boolean;
  readonly serial: boolean;
  readonly owner: boolean;
}

const DESCRIPTION = 270;
const ARTIST = 315;
const COPYRIGHT = 33432;
const TAKEN = { date: 0x9003, offset: 0x9011 };
const DIGITISED = { date: 0x9004, offset: 0x9012 };
const OWNER = 0xa430;
const SERIALS = [0xa431, 0xa435];

export function readExif(block: Uint8Array | undefined): ExifFacts {
  if (block === undefined) return { texts: {}, gps: false, serial: false, owner: false };
  const [first] = tiffDirectories(block);
  const camera = pointedDirectory(block, first, EXIF_POINTER);
  const gps = pointedDirectory(block, first, GPS_POINTER);
  const caption = textBytes(first, DESCRIPTION);
  const creator = textBytes(first, ARTIST);
  const copyright = textBytes(first, COPYRIGHT);
  const taken = timeAt(camera, TAKEN);
  const digitised = timeAt(camera, DIGITISED);
  return {
    texts: { ...(caption ? { caption } : {}), ...(creator ? { creator } : {}), ...(copyright ? { copyright } : {}) },
    ...(taken ? { taken } : {}),
    ...(digitised ? { digitised } : {}),
    // A version alone (tag 0) says nothing of a place.
    gps: [...gps.keys()].some((tag) => tag !== 0),
    serial: SERIALS.some((tag) => textBytes(camera, tag) !== undefined),
    owner: textBytes(camera, OWNER) !== undefined,
  };
}

/** Up to the NUL at its end: EXIF of "photographer NUL editor" copyright keeps the photographer. */
function textBytes(directory: TiffDirectory | undefined, tag: number): Uint8Array | undefined {
  const value = directory?.get(tag)?.bytes;
  if (value === undefined) return undefined;
  const end = value.indexOf(0);
  const text = end < 0 ? value : value.subarray(0, end);
  return text.some((byte) => byte !== 0x20) ? text : undefined;
}

/** EXIF's "2026:11:20 07:30:00" and its offset. */
function timeAt(camera: TiffDirectory, tags: typeof TAKEN): string | undefined {
  const [, year, month, day, time] =
    /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(ascii(camera, tags.date)) ?? [];
  if (!year || !month || !day || !time || year === '0000' || Number(month) < 1 || Number(month) > 12) return undefined;
  const offset = /^[+-]\d{2}:\d{2}$/.exec(ascii(camera, tags.offset).trim())?.[0] ?? '';
  return `${year}-${month}-${day}T${time}${offset}`;
}

function ascii(directory: TiffDirectory, tag: number): string {
  return Buffer.from(textBytes(directory, tag) ?? []).toString('latin1');
}
