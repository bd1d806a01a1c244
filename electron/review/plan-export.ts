import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { Interview } from '../../shared/interview/types';
import { failed, ok, type Result } from '../../shared/result';
import type { Stamp } from '../../shared/review/manifest';
import type { ReviewFileFailure } from '../../shared/review/review-file';
import type { Files } from '../desk/files';
import type { ExportWish, ForgedFailure } from '../../shared/review/piece-review';
import { judgePiece, readReview } from './review-store';

/** From which words an export is made, and what it says of its approval. */
export interface ExportPlan {
  readonly interview: Interview;
  readonly stamp: Stamp;
  readonly remarks: readonly Remark[];
}

/**
 * What an export of a piece folder is made from. A whole seal: from the sealed version, with the seal. A broken one or none:
 * a proof that says so, unless the wish says otherwise. A review that was tampered with gives a failure, never a seal.
 */
export async function planExport(
  files: Files,
  folder: string,
  interview: Interview,
  wish: ExportWish = 'now',
): Promise<Result<ExportPlan, ReviewFileFailure | ForgedFailure>> {
  const review = await readReview(files, folder);
  if (!review.ok) return review;
  const { sealed, ...judgement } = await judgePiece(files, folder, interview, review.value);
  if (judgement.kind === 'forged') return failed({ kind: 'review-forged' });
  if (judgement.kind !== 'unsealed' && sealed && (judgement.kind === 'intact' || wish === 'sealed'))
    return ok({ interview: sealed, stamp: { kind: 'sealed', seal: judgement.seal }, remarks: [] });
  // The version is gone, but the text has its hash: these are the sealed words.
  if (judgement.kind === 'intact')
    return ok({ interview, stamp: { kind: 'sealed', seal: judgement.seal }, remarks: [] });
  const rule = judgement.kind === 'edited' ? 'export-seal-broken' : 'export-unapproved';
  const stamp: Stamp = { kind: wish === 'unapproved' ? 'plain' : 'proof' };
  return ok({ interview, stamp, remarks: [warning(rule)] });
}
