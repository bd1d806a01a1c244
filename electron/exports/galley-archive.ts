import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ORIGIN_FILE, writeOrigin, type Origin } from '../../shared/desk/origin';
import type { Interview } from '../../shared/interview/types';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';

/** The first entry, stored: file managers and `file` know the kind of archive by it. */
export const GALLEY_MIMETYPE = 'application/vnd.galley';

/** The names that a .galley file is made of; a photo is `photos/<its file>`. */
export const ENTRIES = {
  mimetype: 'mimetype',
  interview: 'interview.json',
  origin: ORIGIN_FILE,
  photos: 'photos/',
} as const;

// Nothing in the file tells when or by whom it was zipped: the same piece gives the same bytes.
const ENTRY = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true };

/**
 * Zips a piece: interview.json packed, photos stored, as they are compressed already. `photos` gives the path of each
 * photo file on this machine, `packed` what else goes along by the name of its entry; `origin` lets another desk know the piece
 * again. False when `signal` ended it; errors of the file system are thrown.
 */
export async function writeGalley(
  target: string,
  interview: Interview,
  photos: ReadonlyMap<string, string>,
  signal: AbortSignal,
  packed: ReadonlyMap<string, Uint8Array> = new Map(),
  origin: Origin | null = null,
): Promise<boolean> {
  const zip = new ZipFile();
  const failure = new Promise<never>((_resolve, reject) => zip.once('error', reject));
  zip.addBuffer(Buffer.from(GALLEY_MIMETYPE), ENTRIES.mimetype, { ...ENTRY, compress: false });
  zip.addBuffer(Buffer.from(writeInterviewFile(interview)), ENTRIES.interview, { ...ENTRY, compress: true });
  for (const [name, bytes] of packed) zip.addBuffer(Buffer.from(bytes), name, { ...ENTRY, compress: true });
  if (origin) zip.addBuffer(Buffer.from(writeOrigin(origin)), ENTRIES.origin, { ...ENTRY, compress: true });
  for (const [file, path] of photos) zip.addFile(path, ENTRIES.photos + file, { ...ENTRY, compress: false });
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, createWriteStream(target), { signal }), failure]);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
