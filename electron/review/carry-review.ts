import { join } from 'node:path';
import { REVIEW_FILE, VERSION_NAME } from '../../shared/review/review-file';
import { replaceFile } from '../desk/atomic-file';
import type { Files } from '../desk/files';
import { readIfThere, VERSIONS_FOLDER } from '../desk/open-piece';
import { readGalleyReview } from './read-galley-review';

/** Where the review of a piece lies that is taken onto the desk: beside its interview.json, or in a .galley file. */
export interface ReviewPlace {
  readonly kind: 'folder' | 'archive';
  readonly path: string;
}

/**
 * Brings the review of a piece along to its new folder: the log with its seal, and the versions. What is in them is judged
 * where they are read. The versions go first, so that no log names one that is not there yet. Errors of the disk are thrown.
 */
export async function carryReview(files: Files, from: ReviewPlace, folder: string): Promise<void> {
  const { review, versions } = await reviewAt(files, from);
  if (!review) return;
  const target = join(folder, VERSIONS_FOLDER);
  if (versions.size > 0) await files.makeFolder(target);
  for (const [name, bytes] of versions) await replaceFile(files, join(target, name), bytes);
  await replaceFile(files, join(folder, REVIEW_FILE), review);
}

/** Whether anybody has taken a step of review there. */
export async function hasReview(files: Files, from: ReviewPlace): Promise<boolean> {
  return (await reviewAt(files, from)).review !== null;
}

async function reviewAt(files: Files, from: ReviewPlace) {
  return from.kind === 'archive' ? await readGalleyReview(from.path) : await beside(files, from.path);
}

async function beside(files: Files, folder: string) {
  const bytes = await readIfThere(files, join(folder, REVIEW_FILE));
  const versions = new Map<string, Uint8Array>();
  const kept = join(folder, VERSIONS_FOLDER);
  for (const { name } of (await files.look(kept)) ? await files.list(kept) : []) {
    const version = VERSION_NAME.test(name) ? await readIfThere(files, join(kept, name)) : null;
    if (version !== null && version !== 'too-large') versions.set(name, version);
  }
  return { review: bytes === 'too-large' ? null : bytes, versions };
}
