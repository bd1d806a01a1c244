import { REVIEW_FILE, REVIEW_FILE_LIMIT, VERSION_NAME } from '../../shared/review/review-file';
import { INTERVIEW_FILE_LIMIT } from '../../shared/readers/limits';
import { bytesOfEntry, openZip } from '../archive/bounded-zip';

/** Where a .galley file carries versions, as in the folder of a piece. */
const VERSIONS = 'versions/';

/** What of the review is in a .galley file, as bytes; null for a file that has none. */
export interface PackedReview {
  readonly review: Uint8Array | null;
  /** By name, without the folder. */
  readonly versions: ReadonlyMap<string, Uint8Array>;
}

/** More versions than a piece is sealed times are not read. */
const VERSIONS_LIMIT = 200;

/**
 * Reads review.json and the versions out of an archive that openGalley has accepted: its sizes and ratios are checked there.
 * Errors of the file system and of the archive are thrown.
 */
export async function readGalleyReview(file: string): Promise<PackedReview> {
  const zip = await openZip(file);
  const versions = new Map<string, Uint8Array>();
  let review: Uint8Array | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.normalize('NFC');
      const version = name.startsWith(VERSIONS) ? name.slice(VERSIONS.length) : '';
      if (name === REVIEW_FILE && entry.uncompressedSize <= REVIEW_FILE_LIMIT * 4)
        review = await bytesOfEntry(zip, entry);
      else if (
        VERSION_NAME.test(version) &&
        versions.size < VERSIONS_LIMIT &&
        entry.uncompressedSize <= INTERVIEW_FILE_LIMIT * 4
      )
        versions.set(version, await bytesOfEntry(zip, entry));
    }
  } finally {
    zip.close();
  }
  return { review, versions };
}
