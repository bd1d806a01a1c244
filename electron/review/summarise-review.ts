import type { Interview } from '../../shared/interview/types';
import type { ReviewMark } from '../../shared/review/piece-review';
import type { Files } from '../desk/files';
import { judgePiece, readReview } from './review-store';

/** How a piece of the desk stands, for the list; null while nobody has taken a step. Errors of the disk are thrown. */
export async function markOfReview(
  files: Files,
  folder: string,
  read: () => Promise<Interview | null>,
): Promise<ReviewMark | null> {
  const review = await readReview(files, folder);
  if (!review.ok) return { kind: 'doubtful' };
  if (review.value.log.length === 0 && !review.value.seal) return null;
  const interview = await read();
  if (!interview) return null;
  const judgement = await judgePiece(files, folder, interview, review.value);
  if (judgement.kind === 'forged') return { kind: 'doubtful' };
  const seal = { intact: 'whole', edited: 'broken', unsealed: 'none' } as const;
  return { kind: 'standing', state: review.value.state, seal: seal[judgement.kind] };
}
