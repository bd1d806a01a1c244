import { join } from 'node:path';
import type { DeskFailure } from '../../shared/ipc/contract';
import type { ReviewFailure } from '../../shared/review/piece-review';
import type { Interview } from '../../shared/interview/types';
import type { ReadFailure } from '../../shared/readers/reader';
import { failed, ok, type Result } from '../../shared/result';
import { judge, sealCondition } from '../../shared/review/judge';
import {
  NEW_REVIEW,
  readReviewFile,
  REVIEW_FILE,
  writeReviewFile,
  type Review,
  type ReviewFileFailure,
} from '../../shared/review/review-file';
import { takeStep } from '../../shared/review/take-step';
import { wayTo, type Role, type StepFailure, type StepId } from '../../shared/review/workflow';
import { replaceFile } from '../desk/atomic-file';
import type { Files } from '../desk/files';
import { readWhole, readIfThere } from '../desk/open-piece';
import { sha256 } from '../sha256';
import { keepVersion, readVersion } from './versions';

/** The review beside a piece; a piece without one is a draft that nobody has touched. Errors of the disk are thrown. */
export async function readReview(files: Files, folder: string): Promise<Result<Review, ReviewFileFailure>> {
  const bytes = await readIfThere(files, join(folder, REVIEW_FILE));
  if (bytes === null) return ok(NEW_REVIEW);
  return bytes === 'too-large' ? failed({ kind: 'review-damaged', detail: '> 256 MB' }) : decodeReview(bytes);
}

export function decodeReview(bytes: Uint8Array): Result<Review, ReviewFileFailure> {
  try {
    return readReviewFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return failed({ kind: 'review-damaged', detail: 'UTF-8' });
  }
}

export async function writeReview(files: Files, folder: string, review: Review): Promise<void> {
  await replaceFile(files, join(folder, REVIEW_FILE), new TextEncoder().encode(writeReviewFile(review)));
}

/** Who acts, in which role; a role that is not given is the one of the last entry under this name, else the editor's. */
export interface Actor {
  readonly name: string;
  readonly role?: Role;
  readonly reason?: string;
}

/**
 * Takes a piece folder to a step: the steps before it that the same role may take without a reason are taken and logged
 * too. Keeps the version first and the review last, so that what breaks off in between leaves the piece as it stood.
 */
export async function stepPiece(
  files: Files,
  folder: string,
  goal: StepId,
  actor: Actor,
  now: number,
): Promise<Result<Review, ReviewFailure | DeskFailure | ReadFailure>> {
  const found = await readWhole(files, folder, now);
  return found.ok ? await stepInterview(files, folder, found.value.interview, goal, actor, now) : found;
}

/** The same over words that the caller has at hand; `only`: the step alone, without those before it. */
export async function stepInterview(
  files: Files,
  folder: string,
  interview: Interview,
  goal: StepId,
  actor: Actor,
  now: number,
  only = false,
): Promise<Result<Review, ReviewFailure>> {
  const read = await readReview(files, folder);
  if (!read.ok) return read;
  const before = await judgePiece(files, folder, interview, read.value);
  if (before.kind === 'forged') return failed({ kind: 'review-forged' });

  const by = actor.name.normalize('NFC').trim();
  const role = actor.role ?? read.value.log.findLast((entry) => entry.by === by)?.role ?? 'editor';
  const standing = { state: read.value.state, seal: sealCondition(interview, read.value, sha256), role };
  const way = only ? [goal] : (wayTo(goal, standing) ?? [goal]);
  const at = new Date(now).toISOString();
  const trial = walk(way, interview, read.value, { by, role, at, version: NO_VERSION }, actor.reason);
  if (!trial.ok) return trial;
  const version = await keepVersion(files, folder, interview, now);
  const done = walk(way, interview, read.value, { by, role, at, version }, actor.reason);
  if (!done.ok) return done;
  await writeReview(files, folder, done.value);
  return done;
}

/** Stands for the version while it is tried out whether the step may be taken at all. */
const NO_VERSION = '00000000-000000-000-0000000000000000.json';

function walk(
  way: readonly StepId[],
  interview: Interview,
  start: Review,
  act: { readonly by: string; readonly role: Role; readonly at: string; readonly version: string },
  reason: string | undefined,
): Result<Review, StepFailure> {
  let review = start;
  for (const [index, step] of way.entries()) {
    const last = index === way.length - 1;
    const taken = takeStep(step, interview, review, last && reason !== undefined ? { ...act, reason } : act, sha256);
    if (!taken.ok) return taken;
    review = taken.value;
  }
  return ok(review);
}

/** Versions that somebody put their name to: thinning leaves them. */
export function versionsOfLog({ log }: Review): ReadonlySet<string> {
  return new Set(log.flatMap(({ version }) => version ?? []));
}

/** The piece against its review and the version that was sealed. */
export async function judgePiece(files: Files, folder: string, interview: Interview, review: Review) {
  const sealed = review.seal ? await readVersion(files, folder, review.seal.version) : null;
  return { ...judge(interview, review, sealed, sha256), sealed };
}
