import { z } from '../zod';
import type { Change } from '../interview/change';
import { changeSchema } from '../interview/change';
import { interviewSchema, isSafeLink } from '../interview/schema';
import type { Interview } from '../interview/types';
import { EXPORT_WISHES } from '../review/piece-review';
import { NAME_LIMIT, PROFILES_LIMIT } from '../review/profile';
import { NOTE_LIMIT, REASON_LIMIT, VERSION_NAME } from '../review/review-file';
import { ROLES, STEP_IDS } from '../review/workflow';
import { FACT_LIMIT } from '../review/round/round-log';
import { conflictSchema } from '../review/merge/conflict-file';
import type { Conflict } from '../review/merge/conflict';
import { PHOTO_FILE } from '../interview/photo-file';
import { isPieceId } from './addresses';
import { STRAIGHTEN_MOST } from '../photos/edit-crop';
import { CONDITION_NAMES } from '../print/press-conditions';
import type { Calls } from './contract';
import { EXPORT_FORMATS, PHOTO_DELIVERIES } from './contract';
import { OWN_PATTERNS_LIMIT, PATTERN_LIMIT } from '../photos/caption-pattern';

/** Longest message of the window that the log takes, in UTF-16 units. */
export const LOG_LIMIT = 4000;

/** A type as zod can say it: `x?: T` of the contract comes out as `x?: T | undefined`, which the wire cannot tell apart. */
type AsSent<Value> = Value extends
  string | number | boolean | null | undefined | Uint8Array | Change | Interview | Conflict
  ? Value
  : Value extends object
    ? { [Key in keyof Value]: AsSent<Value[Key]> | (object extends Pick<Value, Key> ? undefined : never) }
    : Value;

const nothing = z.tuple([]);
const piece = z.string().refine(isPieceId);
const line = z.string().max(1000);
const deskFailure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['not-found', 'no-permission', 'disk-full', 'read-only', 'not-a-folder']) }),
  z.strictObject({ kind: z.literal('disk-error'), detail: line }),
]);

const cropAsk = z.strictObject({
  file: z.string().regex(PHOTO_FILE),
  straighten: z.number().min(-STRAIGHTEN_MOST).max(STRAIGHTEN_MOST).optional(),
});

/** A window shows two pages at a time; more are a slip that would keep the press busy. */
const pages = z.array(z.int().min(0).max(100_000)).max(8);

const spot = z.strictObject({
  place: z.strictObject({
    block: z.string().max(200).optional(),
    part: z.string().max(100),
    index: z.int().min(0).optional(),
  }),
  offset: z.int().min(0),
});

const profileName = z.string().trim().min(1).max(NAME_LIMIT).normalize('NFC');
const versionName = z.string().regex(VERSION_NAME);
const side = z.union([versionName, z.literal('now')]);

const settingsChange = z
  .strictObject({
    language: z.enum(['system', 'vi', 'en']),
    theme: z.enum(['system', 'light', 'dark']),
    paper: line,
    profiles: z
      .array(z.strictObject({ id: z.string().min(1).max(100), name: profileName, role: z.enum(ROLES) }))
      .max(PROFILES_LIMIT),
    profile: z.string().min(1).max(100),
    lastPiece: piece,
    columnWidth: z.boolean(),
    condition: z.enum([...CONDITION_NAMES, 'own']),
    captionPattern: z.string().max(100),
    ownPatterns: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(100),
          name: z.string().max(PATTERN_LIMIT),
          caption: z.string().max(PATTERN_LIMIT),
          credit: z.string().max(PATTERN_LIMIT),
        }),
      )
      .max(OWN_PATTERNS_LIMIT),
  })
  .partial();

const date = z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]);
const fact = z.string().max(FACT_LIMIT);
const roundFacts = z
  .strictObject({ due: date, purpose: fact, questionsSent: date, consent: fact, embargo: date })
  .partial();

/**
 * What main lets in, channel by channel: the arguments in order, and nothing after them. Texts come out in NFC.
 * `desk` and `ownCondition` are not among the settings that the window may change: paths come from main's dialogs only.
 */
export const checks = {
  'desk:list': nothing,
  'desk:create': z.tuple([
    z.strictObject({ template: z.string().min(1).max(100), variables: z.record(z.string().max(100), line) }),
  ]),
  'desk:import': nothing,
  'desk:remove': z.tuple([piece]),
  'desk:reveal': z.tuple([piece]),
  'desk:save-text': z.tuple([piece]),
  'piece:open': z.tuple([piece]),
  'piece:append': z.tuple([piece, z.int().min(1), changeSchema]),
  'piece:save-copy': z.tuple([piece, interviewSchema]),
  'piece:unwritten': z.tuple([piece, interviewSchema, deskFailure]),
  'piece:take-in': z.tuple([piece]),
  'piece:take-over': z.tuple([piece]),
  'piece:conflicts': z.tuple([piece, z.array(conflictSchema).max(10_000)]),
  'piece:close': z.tuple([piece]),
  'photo:choose': z.tuple([piece]),
  'photo:take': z.tuple([piece, z.string().min(1).max(500), z.instanceof(Uint8Array)]),
  'photo:suggest-crops': z.tuple([piece, z.array(cropAsk).min(1).max(10_000)]),
  'export:start': z.tuple([
    piece,
    z.array(z.enum(EXPORT_FORMATS)).min(1).max(EXPORT_FORMATS.length),
    z.enum(EXPORT_WISHES),
  ]),
  'photos:take-in': z.tuple([piece]),
  'photos:deliver': z.tuple([
    piece,
    z.enum(PHOTO_DELIVERIES),
    z.array(z.string().min(1).max(200)).max(10_000).nullable(),
  ]),
  'photos:stop': nothing,
  'photos:reveal': nothing,
  'codes:choose': nothing,
  'codes:read': nothing,
  'export:cancel': nothing,
  'export:reveal': nothing,
  'review:read': z.tuple([piece]),
  'review:step': z.tuple([piece, z.enum(STEP_IDS), z.string().max(REASON_LIMIT)]),
  'review:versions': z.tuple([piece]),
  'review:keep': z.tuple([piece, z.string().max(NOTE_LIMIT)]),
  'review:version': z.tuple([piece, versionName]),
  'review:before-restore': z.tuple([piece, versionName]),
  'review:mark-read': z.tuple([piece]),
  'review:save-log': z.tuple([piece]),
  'review:save-comparison': z.tuple([piece, side, side, z.enum(['html', 'pdf'])]),
  'docx:take-back': z.tuple([piece]),
  'round:read': z.tuple([piece]),
  'round:send': z.tuple([piece, roundFacts, z.enum(['vi', 'en'])]),
  'round:take': z.tuple([piece]),
  'round:decide': z.tuple([
    piece,
    z.string().min(1).max(200),
    z.enum(['accept', 'refuse']),
    z.string().max(REASON_LIMIT),
  ]),
  'round:receipt': z.tuple([piece, z.enum(['vi', 'en'])]),
  'proof:make': z.tuple([piece, z.strictObject({ interview: interviewSchema, template: z.string().max(100), pages })]),
  'proof:tear-off': nothing,
  'proof:shown': nothing,
  'proof:turn': z.tuple([pages.min(1)]),
  'proof:go': z.tuple([spot]),
  'proof:caret': z.tuple([spot]),
  'settings:read': nothing,
  'settings:write': z.tuple([settingsChange]),
  'settings:choose-desk': nothing,
  'settings:choose-condition': nothing,
  'app:start': nothing,
  'app:open-link': z.tuple([z.string().max(4000).refine(isSafeLink)]),
  'app:alive': nothing,
  'app:log': z.tuple([z.string().transform((message) => message.slice(0, LOG_LIMIT))]),
  'app:clipboard-text': nothing,
  'app:edit': z.tuple([z.enum(['cut', 'copy', 'paste', 'paste-plain'])]),
} satisfies { readonly [Channel in keyof Calls]: z.ZodType<AsSent<Parameters<Calls[Channel]>>> };

/** The arguments as main may use them, or null when they are not what the contract says. */
export function checkArguments<Channel extends keyof Calls>(
  channel: Channel,
  args: readonly unknown[],
): Parameters<Calls[Channel]> | null {
  const checked = checks[channel].safeParse(args);
  return checked.success ? (checked.data as Parameters<Calls[Channel]>) : null;
}
