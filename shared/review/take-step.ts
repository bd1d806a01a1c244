import type { Interview } from '../interview/types';
import { failed, ok, type Result } from '../result';
import { sealCondition } from './judge';
import { appendEntry, sealOfLog, type Event } from './log';
import type { Review } from './review-file';
import { contentHash, type Hash } from './seal';
import { changesOf } from './suggest/changes';
import { applyStep, makesSeal, type Role, type StepFailure, type StepId } from './workflow';

/** Who does something, when, and with which words. */
export interface Act {
  readonly by: string;
  readonly role: Role;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly reason?: string;
  /** The file under versions/ that holds the piece as it is handed over. */
  readonly version: string;
}

/** The review after the step, logged and, where the table says so, sealed. The piece itself is not touched. */
export function takeStep(
  id: StepId,
  interview: Interview,
  review: Review,
  act: Act,
  hash: Hash,
): Result<Review, StepFailure> {
  const { by, role, at, version } = act;
  const reason = act.reason?.normalize('NFC').trim() ?? '';
  const seal = sealCondition(interview, review, hash);
  const next = applyStep(id, { state: review.state, seal, role }, reason);
  if (!next.ok) return failed(next.failure);
  const open = makesSeal(id) ? changesOf(interview).length : 0;
  if (open > 0) return failed({ kind: 'step-open-proposals', step: id, count: open });
  const entry = { at, by, role, what: id, state: next.value, content: contentHash(interview, hash), version };
  const log = appendEntry(review.log, reason === '' ? entry : { ...entry, reason }, hash);
  return ok({ state: next.value, seal: sealOfLog(log), log });
}

/** The review with an event in its log: state and seal stay. */
export function logEvent(
  what: Event,
  review: Review,
  act: Omit<Act, 'version' | 'reason'> & {
    readonly about?: string;
    readonly content?: string;
    readonly version?: string;
    readonly reason?: string;
  },
  hash: Hash,
): Review {
  return { ...review, log: appendEntry(review.log, { ...act, what, state: review.state }, hash) };
}
