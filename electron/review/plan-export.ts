import { join } from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { Interview } from '../../shared/interview/types';
import { failed, ok, type Result } from '../../shared/result';
import { judge } from '../../shared/review/judge';
import type { Stamp } from '../../shared/review/manifest';
import type { ExportWish, ForgedFailure } from '../../shared/review/piece-review';
import { REVIEW_FILE, type Review, type ReviewFileFailure } from '../../shared/review/review-file';
import type { Files } from '../desk/files';
import { readIfThere, VERSIONS_FOLDER } from '../desk/open-piece';
import { decodeSnapshot } from '../desk/snapshot';
import { readGalleyReview } from './read-galley-review';
import { decodeReview, judgePiece, readReview } from './review-store';
import { sha256 } from '../sha256';

/** From which words an export is made, and what it says of its approval. */
export interface ExportPlan {
  readonly interview: Interview;
  readonly stamp: Stamp;
  readonly remarks: readonly Remark[];
  /** What a .galley carries of the review, by the name of the entry: review.json and the sealed version. */
  readonly packed: ReadonlyMap<string, Uint8Array>;
}

type Planned = Result<ExportPlan, ReviewFileFailure | ForgedFailure>;

/**
 * What an export of a piece folder is made from. A whole seal: from the sealed version, with the seal. A broken one or none:
 * a proof that says so, unless the wish says otherwise. A review that was tampered with gives a failure, never a seal.
 */
export async function planExport(
  files: Files,
  folder: string,
  interview: Interview,
  wish: ExportWish = 'now',
): Promise<Planned> {
  const review = await readReview(files, folder);
  if (!review.ok) return review;
  const { sealed } = await judgePiece(files, folder, interview, review.value);
  const names = [REVIEW_FILE, ...(review.value.seal ? [`${VERSIONS_FOLDER}/${review.value.seal.version}`] : [])];
  const packed = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = await readIfThere(files, join(folder, name));
    if (bytes !== null && bytes !== 'too-large') packed.set(name, bytes);
  }
  return plan(interview, review.value, sealed, wish, packed);
}

/** The same for a .galley file that openGalley has accepted. */
export async function planArchiveExport(
  file: string,
  interview: Interview,
  wish: ExportWish = 'now',
): Promise<Planned> {
  const { review: bytes, versions } = await readGalleyReview(file);
  if (!bytes) return ok(planUnreviewed(interview, wish));
  const review = decodeReview(bytes);
  if (!review.ok) return review;
  const { seal } = review.value;
  const version = seal && versions.get(seal.version);
  const sealed = version ? decodeSnapshot(version) : null;
  const packed = new Map([[REVIEW_FILE, bytes]]);
  if (seal && version) packed.set(`${VERSIONS_FOLDER}/${seal.version}`, version);
  return plan(interview, review.value, sealed?.ok ? sealed.value.interview : null, wish, packed);
}

/** The same for words that no review goes with: plain text, an interview file alone. */
export function planUnreviewed(interview: Interview, wish: ExportWish): ExportPlan {
  const stamp: Stamp = { kind: wish === 'unapproved' ? 'plain' : 'proof' };
  return { interview, stamp, remarks: [unsealedRemark('export-unapproved', stamp)], packed: new Map() };
}

function plan(
  interview: Interview,
  review: Review,
  sealed: Interview | null,
  wish: ExportWish,
  packed: ExportPlan['packed'],
): Planned {
  const judgement = judge(interview, review, sealed, sha256);
  if (judgement.kind === 'forged') return failed({ kind: 'review-forged' });
  if (judgement.kind !== 'unsealed' && sealed && (judgement.kind === 'intact' || wish === 'sealed'))
    return ok({ interview: sealed, stamp: { kind: 'sealed', seal: judgement.seal }, remarks: [], packed });
  // The version is gone, but the text has its hash: these are the sealed words.
  if (judgement.kind === 'intact')
    return ok({ interview, stamp: { kind: 'sealed', seal: judgement.seal }, remarks: [], packed });
  const stamp: Stamp = { kind: wish === 'unapproved' ? 'plain' : 'proof' };
  const rule = judgement.kind === 'edited' ? 'export-seal-broken' : 'export-unapproved';
  return ok({ interview, stamp, remarks: [unsealedRemark(rule, stamp)], packed });
}

function unsealedRemark(rule: 'export-seal-broken' | 'export-unapproved', stamp: Stamp): Remark {
  return warning(stamp.kind === 'plain' ? 'export-unmarked' : rule);
}
