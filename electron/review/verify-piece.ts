import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countingMint } from '../../shared/interview/build';
import { shownPictures } from '../../shared/interview/shown-pictures';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure } from '../../shared/ipc/contract';
import { readInterviewFile } from '../../shared/readers/read-interview-file';
import type { ReadFailure } from '../../shared/readers/reader';
import { ok, type Result } from '../../shared/result';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { judge } from '../../shared/review/judge';
import { NEW_REVIEW, type Review, type ReviewFileFailure } from '../../shared/review/review-file';
import { hasCode, type Files } from '../desk/files';
import { readWhole, PHOTOS_FOLDER } from '../desk/open-piece';
import { decodeSnapshot } from '../desk/snapshot';
import { openGalley } from '../exports/open-galley';
import { readGalleyReview } from './read-galley-review';
import { decodeReview, readReview } from './review-store';
import { sha256 } from '../sha256';
import type { FileFault, Verdict } from './verdict';
import { readVersion } from './versions';

type VerifyFailure = ReadFailure | DeskFailure | ReviewFileFailure;

/** A piece folder against its review: words, fields and the bytes of its photos. */
export async function verifyPiece(files: Files, folder: string, now: number): Promise<Result<Verdict, VerifyFailure>> {
  const found = await readWhole(files, folder, now);
  if (!found.ok) return found;
  const review = await readReview(files, folder);
  if (!review.ok) return review;
  const { interview } = found.value;
  const { seal } = review.value;
  const sealed = seal ? await readVersion(files, folder, seal.version) : null;
  const faults = seal ? await photoFaults(interview, (file) => path.join(folder, PHOTOS_FOLDER, file)) : [];
  return ok(verdictOf(interview, review.value, sealed, faults));
}

/** A .galley file against the review that is packed in it. Its photos are checked while it is unpacked. */
export async function verifyArchive(file: string): Promise<Result<Verdict, VerifyFailure>> {
  const into = await mkdtemp(path.join(tmpdir(), 'galley-'));
  try {
    const opened = await openGalley(file, into);
    if (!opened.ok) return opened;
    const { source, photos } = opened.value;
    const read = readInterviewFile(source, { mint: countingMint() });
    if (!read.ok) return read;
    const packed = await readGalleyReview(file);
    const review = packed.review ? decodeReview(packed.review) : ok(NEW_REVIEW);
    if (!review.ok) return review;
    const bytes = review.value.seal && packed.versions.get(review.value.seal.version);
    const version = bytes ? decodeSnapshot(bytes) : null;
    const { interview } = read.value;
    const faults = review.value.seal ? await photoFaults(interview, (name) => photos.get(name) ?? null) : [];
    return ok(verdictOf(interview, review.value, version?.ok ? version.value.interview : null, faults));
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

function verdictOf(
  interview: Interview,
  review: Review,
  sealed: Interview | null,
  photos: readonly FileFault[],
): Verdict {
  const judgement = judge(interview, review, sealed, sha256);
  switch (judgement.kind) {
    case 'intact':
      if (photos.length > 0) return { kind: 'edited', seal: judgement.seal, files: photos, comparison: null };
      return { ...judgement, extra: [] };
    case 'edited':
      return {
        kind: 'edited',
        seal: judgement.seal,
        files: photos,
        comparison: sealed && compareInterviews(sealed, interview),
      };
    case 'unsealed':
      return { kind: 'unsealed', proof: false };
    case 'forged':
      return judgement;
  }
}

/** Photos of the page whose file is gone or holds other bytes than its name says. */
async function photoFaults(
  { body, photos }: Interview,
  pathOf: (file: string) => string | null,
): Promise<readonly FileFault[]> {
  const used = new Set(shownPictures({ body }).flatMap(({ photoId }) => photoId ?? []));
  const faults: FileFault[] = [];
  for (const { id, file } of photos) {
    if (!used.has(id)) continue;
    const found = pathOf(file);
    const bytes = found === null ? null : await readOrNull(found);
    if (bytes === null) faults.push({ file: `${PHOTOS_FOLDER}/${file}`, how: 'missing' });
    else if (!file.startsWith(sha256(bytes))) faults.push({ file: `${PHOTOS_FOLDER}/${file}`, how: 'changed' });
  }
  return faults;
}

async function readOrNull(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
