import { equalData } from '../interview/equal';
import type { Interview } from '../interview/types';
import { checkLog, sealOfLog, type LogFault } from './log';
import type { Review } from './review-file';
import { contentHash, type Hash, type Seal } from './seal';
import type { SealCondition } from './workflow';

/** What is to be said of a piece and its review. */
export type Judgement =
  | { readonly kind: 'intact'; readonly seal: Seal }
  | { readonly kind: 'edited'; readonly seal: Seal; readonly now: string }
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'forged'; readonly why: Forgery };

/** log: an entry is not as it was written; seal, state: they are not what the log says; version: the sealed file is another. */
export type Forgery = ({ readonly what: 'log' } & LogFault) | { readonly what: 'seal' | 'state' | 'version' };

/**
 * Compares a piece with its review. `sealed` is the version that the seal names; null when the file is gone, which is told
 * elsewhere: a lost version is no forgery.
 */
export function judge(interview: Interview, review: Review, sealed: Interview | null, hash: Hash): Judgement {
  const { seal, log, state } = review;
  const fault = checkLog(log, hash);
  if (fault) return { kind: 'forged', why: { what: 'log', ...fault } };
  if (state !== (log.at(-1)?.state ?? 'draft')) return { kind: 'forged', why: { what: 'state' } };
  if (!equalData(seal, sealOfLog(log))) return { kind: 'forged', why: { what: 'seal' } };
  if (!seal) return { kind: 'unsealed' };
  if (sealed && contentHash(sealed, hash) !== seal.hash) return { kind: 'forged', why: { what: 'version' } };
  const now = contentHash(interview, hash);
  return now === seal.hash ? { kind: 'intact', seal } : { kind: 'edited', seal, now };
}

/** How the seal stands against this text, for the table of steps. */
export function sealCondition(interview: Interview, { seal }: Review, hash: Hash): SealCondition {
  if (!seal) return 'none';
  return contentHash(interview, hash) === seal.hash ? 'whole' : 'broken';
}
