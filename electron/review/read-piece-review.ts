import type { Interview } from '../../shared/interview/types';
import { ok, type Result } from '../../shared/result';
import type { PieceReview } from '../../shared/review/piece-review';
import type { ReviewFileFailure } from '../../shared/review/review-file';
import type { Files } from '../desk/files';
import { judgePiece, readReview } from './review-store';

/** The review of a piece as the window shows it. Errors of the disk are thrown. */
export async function readPieceReview(
  files: Files,
  folder: string,
  interview: Interview,
): Promise<Result<PieceReview, ReviewFileFailure>> {
  const review = await readReview(files, folder);
  if (!review.ok) return review;
  const { sealed, ...judgement } = await judgePiece(files, folder, interview, review.value);
  return ok({ review: review.value, forged: judgement.kind === 'forged' ? judgement.why : null, sealed });
}
