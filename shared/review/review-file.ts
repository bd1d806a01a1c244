import { z } from '../zod';
import { failed, ok, type Result } from '../result';
import { EVENTS, type LogEntry } from './log';
import type { Seal } from './seal';
import { ROLES, STATES, STEPS, type ReviewState } from './workflow';

/** The name beside interview.json, in the folder of a piece and in a .galley file. */
export const REVIEW_FILE = 'review.json';

const REVIEW_VERSION = 1;

/** In characters. A step takes some 500; a piece has a few dozen. */
export const REVIEW_FILE_LIMIT = 5_000_000;

/** Longest reason for a step and longest note to a version, in characters. */
export const REASON_LIMIT = 20_000;
export const NOTE_LIMIT = 2000;

/** How a piece came to stand where it stands. */
export interface Review {
  readonly state: ReviewState;
  readonly seal: Seal | null;
  readonly log: readonly LogEntry[];
}

/** Before anybody has done anything. */
export const NEW_REVIEW: Review = { state: 'draft', seal: null, log: [] };

export type ReviewFileFailure =
  | { readonly kind: 'review-damaged'; readonly detail: string }
  | { readonly kind: 'review-too-new'; readonly version: number };

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const name = z.string().trim().min(1).max(200);
const role = z.enum(ROLES);
const state = z.enum(STATES);
/** The name is used to open a file: nothing but what keepVersion makes may pass. */
export const VERSION_NAME = /^\d{8}-\d{6}-\d{3}-[0-9a-f]{16}\.json$/;
const version = z.string().regex(VERSION_NAME);

export const sealSchema = z.strictObject({ hash: hex, by: name, role, at: time, version, entry: hex });

const entrySchema = z.strictObject({
  seq: z.number().int().positive(),
  at: time,
  by: name,
  role,
  what: z.enum([...STEPS.map(({ id }) => id), ...EVENTS]),
  state,
  reason: z.string().max(REASON_LIMIT).optional(),
  about: z.string().max(NOTE_LIMIT).optional(),
  content: hex.optional(),
  version: version.optional(),
  prev: hex,
  sum: hex,
});

const reviewSchema = z.strictObject({
  format: z.literal('galley-review'),
  version: z.literal(REVIEW_VERSION),
  state,
  seal: sealSchema.nullable(),
  log: z.array(entrySchema).max(20_000).readonly(),
}) as unknown as z.ZodType<Review>;

/** Reads the text of a review.json. Whether the log is as it was written is for `judge` to say. */
export function readReviewFile(source: string): Result<Review, ReviewFileFailure> {
  if (source.length > REVIEW_FILE_LIMIT) return damaged(`> ${REVIEW_FILE_LIMIT / 1_000_000} MB`);
  let raw: unknown;
  try {
    raw = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return damaged('JSON');
    throw error;
  }
  const head = z.looseObject({ format: z.literal('galley-review'), version: z.number().int() }).safeParse(raw);
  if (!head.success) return damaged('format');
  if (head.data.version > REVIEW_VERSION) return failed({ kind: 'review-too-new', version: head.data.version });
  const checked = reviewSchema.safeParse(raw);
  if (!checked.success) return damaged(checked.error.issues[0]?.path.map(String).join(' › ') || 'format');
  const { state: current, seal, log } = checked.data;
  return ok({ state: current, seal, log });
}

function damaged(detail: string): Result<never, ReviewFileFailure> {
  return failed({ kind: 'review-damaged', detail });
}

/** One entry to a line, so that the file can be read and compared without this program. Ends with a line end. */
export function writeReviewFile({ state: current, seal, log }: Review): string {
  const entries = log.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return [
    '{',
    '  "format": "galley-review",',
    `  "version": ${REVIEW_VERSION},`,
    `  "state": ${JSON.stringify(current)},`,
    `  "seal": ${JSON.stringify(seal)},`,
    `  "log": [${entries === '' ? '' : `\n${entries}\n  `}]`,
    '}\n',
  ].join('\n');
}
