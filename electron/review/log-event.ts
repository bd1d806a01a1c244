import type { Interview } from '../../shared/interview/types';
import { failed, ok, type Result } from '../../shared/result';
import type { Event } from '../../shared/review/log';
import type { ForgedFailure } from '../../shared/review/piece-review';
import type { Profile } from '../../shared/review/profile';
import type { ReviewFileFailure } from '../../shared/review/review-file';
import { contentHash } from '../../shared/review/seal';
import { logEvent } from '../../shared/review/take-step';
import type { Files } from '../desk/files';
import { judgePiece, readReview, writeReview } from './review-store';
import { sha256 } from '../sha256';

/** What happened, over which words, and what it was about. */
export interface Happening {
  readonly what: Event;
  readonly about?: string;
  readonly version?: string;
  readonly reason?: string;
}

/** Writes an event into the log of a piece; state and seal stay. A log that cannot be trusted is not written on. */
export async function writeEvent(
  files: Files,
  folder: string,
  interview: Interview,
  { what, about = '', version, reason = '' }: Happening,
  { name, role }: Pick<Profile, 'name' | 'role'>,
  now: number,
): Promise<Result<null, ReviewFileFailure | ForgedFailure>> {
  const review = await readReview(files, folder);
  if (!review.ok) return review;
  const judgement = await judgePiece(files, folder, interview, review.value);
  if (judgement.kind === 'forged') return failed({ kind: 'review-forged' });
  const words = about.normalize('NFC').trim();
  const why = reason.normalize('NFC').trim();
  const act = {
    by: name,
    role,
    at: new Date(now).toISOString(),
    content: contentHash(interview, sha256),
    ...(words === '' ? {} : { about: words }),
    ...(version === undefined ? {} : { version }),
    ...(why === '' ? {} : { reason: why }),
  };
  await writeReview(files, folder, logEvent(what, review.value, act, sha256));
  return ok(null);
}
