import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ZipFile } from 'yauzl';
import type { Remark } from '../../shared/checks/remark';
import { loss, note } from '../../shared/checks/remark';
import { readOrigin, type Origin } from '../../shared/desk/origin';
import { hashOfPhotoFile, PHOTO_FILE } from '../../shared/interview/photo-file';
import type { ReadFailure } from '../../shared/readers/reader';
import { INTERVIEW_FILE_LIMIT } from '../../shared/readers/limits';
import { REVIEW_FILE, VERSION_NAME } from '../../shared/review/review-file';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { bytesOfEntry, isBomb, readZip } from '../archive/bounded-zip';
import { sha256 } from '../sha256';
import { ENTRIES } from './galley-archive';

/** What an archive may hold: whole photos of a long piece fit many times over, a zip bomb does not. Sizes in bytes. */
export const ARCHIVE_LIMITS = {
  total: 500_000_000,
  entries: 10_000,
  interview: INTERVIEW_FILE_LIMIT * 4,
} as const;

const PHOTOS = 'photos/';

export interface OpenedGalley {
  /** The text of interview.json, unread. */
  readonly source: string;
  /** The paths of the unpacked photos by their file name. */
  readonly photos: ReadonlyMap<string, string>;
  /** What the piece is, wherever it is carried; null when the file does not say. */
  readonly origin: Origin | null;
  readonly remarks: readonly Remark[];
}

/**
 * Unpacks a .galley file: its photos into the folder `into`, under names that are checked to be hashes and nothing else.
 * An archive that lies about a size, leaves its folder or exceeds a limit is refused whole; a photo whose bytes are not
 * those of its name is left out with a loss. Errors of the file system are thrown.
 */
export async function openGalley(file: string, into: string): Promise<Result<OpenedGalley, ReadFailure>> {
  return await readZip(file, (zip) => unpack(zip, into));
}

async function unpack(zip: ZipFile, into: string): Promise<Result<OpenedGalley, ReadFailure>> {
  if (zip.entryCount > ARCHIVE_LIMITS.entries) return failed(tooLarge());
  const remarks: Remark[] = [];
  const photos = new Map<string, string>();
  const seen = new Set<string>();
  let source: string | undefined;
  let origin: Origin | null = null;
  let left: number = ARCHIVE_LIMITS.total;

  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.normalize('NFC');
    if (seen.has(name.toLowerCase())) return failed({ kind: 'damaged', detail: name });
    seen.add(name.toLowerCase());
    if (isBomb(entry) || entry.uncompressedSize > left) return failed(tooLarge());
    left -= entry.uncompressedSize;

    const photo = photoIn(name);
    if (name === ENTRIES.interview) {
      if (entry.uncompressedSize > ARCHIVE_LIMITS.interview) return failed(tooLarge());
      const text = decode(await bytesOfEntry(zip, entry));
      if (text === null) return failed({ kind: 'damaged', detail: 'UTF-8' });
      source = text;
    } else if (name === ENTRIES.origin) {
      if (entry.uncompressedSize > ARCHIVE_LIMITS.interview) return failed(tooLarge());
      origin = readOrigin(decode(await bytesOfEntry(zip, entry)) ?? '');
    } else if (photo) {
      const bytes = await bytesOfEntry(zip, entry);
      if (sha256(bytes) !== hashOfPhotoFile(photo)) {
        remarks.push(loss('galley-photo-damaged', { name: photo }));
        continue;
      }
      const target = path.join(into, photo);
      await mkdir(into, { recursive: true });
      await writeFile(target, bytes);
      photos.set(photo, target);
    } else if (name !== ENTRIES.mimetype && !name.endsWith('/') && !isOfReview(name)) {
      remarks.push(note('galley-entry-skipped', { name }));
    }
  }
  return source === undefined ? failed({ kind: 'not-ours' }) : ok({ source, photos, origin, remarks });
}

/** The file name of a photo's entry; null for every other entry. */
function photoIn(name: string): string | null {
  const file = name.startsWith(PHOTOS) ? name.slice(PHOTOS.length) : '';
  return PHOTO_FILE.test(file) ? file : null;
}

/** Read by readGalleyReview for those who ask; no part of the words. */
function isOfReview(name: string): boolean {
  return name === REVIEW_FILE || (name.startsWith('versions/') && VERSION_NAME.test(name.slice('versions/'.length)));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function tooLarge(): ReadFailure {
  return { kind: 'too-large', limit: ARCHIVE_LIMITS.total / 1_000_000 };
}
