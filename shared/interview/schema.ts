import { z } from '../zod';
import { blockSuggestionsSchema, pieceSuggestionsSchema, proposedMoveSchema, threadSchema } from './review-schema';
import { MOST_PICTURES } from './gallery';
import { PHOTO_FILE } from './photo-file';
import type { Block, Interview, UnknownBlock } from './types';

/**
 * What a file may contain. Every string comes out in NFC; normalise then joins adjacent runs with equal marks.
 * Objects are loose: a field that a later patch version adds is kept, not dropped.
 */

/** Only what a reader may safely follow from a newspaper page. */
export const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'] as const;

/** True for an absolute http, https or mailto address without control characters or spaces. */
export function isSafeLink(link: string): boolean {
  // Control characters and spaces are what "java\tscript:" hides behind: refuse them before looking at the scheme.
  if (/[\u0000-\u0020\u007f-\u009f]/.test(link)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(link)?.[1]?.toLowerCase();
  return LINK_PROTOCOLS.some((allowed) => allowed === scheme);
}

const nfc = z.string().transform((text) => text.normalize('NFC'));
const id = z.string().min(1).max(200);
const fraction = z.number().min(0).max(1);

export const markSchema = z.enum(['bold', 'italic', 'superscript', 'subscript']);

export const runSchema = z.strictObject({
  text: nfc.refine((text) => text.length > 0),
  marks: z.array(markSchema).min(1).readonly().optional(),
  link: z.string().max(4000).refine(isSafeLink).optional(),
  threads: z.array(id).min(1).readonly().optional(),
});

export const textSchema = z.array(runSchema).readonly();

const base = {
  id,
  prompt: nfc.optional(),
  suggestions: blockSuggestionsSchema.optional(),
  moved: proposedMoveSchema.optional(),
};

const knownBlockSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('paragraph'), ...base, text: textSchema }),
  z.looseObject({ kind: z.literal('subhead'), ...base, text: textSchema }),
  z.looseObject({ kind: z.literal('question'), ...base, text: textSchema, speaker: id.optional() }),
  z.looseObject({
    kind: z.literal('answer'),
    ...base,
    text: textSchema,
    speaker: id.optional(),
    timecode: z.number().nonnegative().optional(),
  }),
  z.looseObject({
    kind: z.literal('photo'),
    ...base,
    photoId: id.optional(),
    span: z.number().int().min(1).max(8),
    caption: textSchema,
    credit: textSchema,
    alt: nfc,
  }),
  z.looseObject({
    kind: z.literal('gallery'),
    ...base,
    layout: z.enum(['pair', 'triptych', 'strip']),
    span: z.number().int().min(1).max(8),
    pictures: z
      .array(z.looseObject({ photoId: id.optional(), caption: textSchema, credit: textSchema, alt: nfc }))
      .min(1)
      .max(MOST_PICTURES)
      .readonly(),
    caption: textSchema,
    credit: textSchema,
  }),
  z.looseObject({ kind: z.literal('pullQuote'), ...base, quote: textSchema, attribution: textSchema }),
  z.looseObject({
    kind: z.literal('box'),
    ...base,
    heading: textSchema,
    paragraphs: z.array(textSchema).min(1).readonly(),
  }),
  z.looseObject({
    kind: z.literal('list'),
    ...base,
    ordered: z.boolean(),
    items: z.array(textSchema).min(1).readonly(),
  }),
  z.looseObject({ kind: z.literal('closing'), ...base, text: textSchema }),
]);

export const KNOWN_KINDS: ReadonlySet<string> = new Set(
  knownBlockSchema.options.map((option) => option.shape.kind.value),
);

/** A block of a kind that this version does not know: only its kind and id are looked at. */
const unknownBlockSchema = z
  .looseObject({ kind: z.string().refine((kind) => !KNOWN_KINDS.has(kind)), id })
  .transform((raw) => grownKnown(raw) ?? heldUnknown(raw) ?? { kind: 'unknown' as const, id: raw.id, raw });

/** A block that an older version of the program held as unknown in its journal, and that this version knows. */
function grownKnown(block: { readonly [key: string]: unknown }): Block | null {
  if (block['kind'] !== 'unknown') return null;
  const read = knownBlockSchema.safeParse(block['raw']);
  return read.success && read.data.id === block['id'] ? (read.data as unknown as Block) : null;
}

/**
 * An unknown block that was read before and comes by again (in a change over a border, in the journal): taken as it is,
 * not wrapped a second time.
 */
function heldUnknown(block: { readonly [key: string]: unknown }): UnknownBlock | null {
  const raw = block['raw'];
  if (block['kind'] !== 'unknown' || typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { kind, id: rawId } = raw as { readonly kind?: unknown; readonly id?: unknown };
  const sound = typeof kind === 'string' && kind !== 'unknown' && !KNOWN_KINDS.has(kind) && rawId === block['id'];
  return sound ? { kind: 'unknown', id: rawId as string, raw: raw as UnknownBlock['raw'] } : null;
}

export const blockSchema = z.union([knownBlockSchema, unknownBlockSchema]) as unknown as z.ZodType<Block>;

const personSchema = z.looseObject({
  id,
  name: nfc,
  shortName: nfc.optional(),
  honorific: nfc.optional(),
  role: nfc.optional(),
  office: nfc.optional(),
  part: z.enum(['interviewee', 'interviewer', 'photographer', 'other']),
});

const photoSchema = z.looseObject({
  id,
  file: z.string().regex(PHOTO_FILE),
  width: z.number().int().min(1).max(100_000),
  height: z.number().int().min(1).max(100_000),
  name: nfc.optional(),
  straighten: z.number().min(-45).max(45).optional(),
  focus: z.strictObject({ x: fraction, y: fraction }).optional(),
  crops: z
    .record(z.string(), z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }))
    .optional(),
  metadata: z.record(z.string(), nfc).optional(),
});

/** A length beyond these is a slip of the finger. */
const assignedSchema = z.looseObject({
  template: z.string().min(1).max(100).optional(),
  length: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('lines'), lines: z.number().int().min(1).max(100_000) }),
      z.strictObject({ kind: z.literal('column'), centimetres: z.number().min(0.1).max(10_000) }),
      z.strictObject({ kind: z.literal('page') }),
    ])
    .optional(),
});

const fields = {
  language: z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  kicker: textSchema.optional(),
  headline: textSchema,
  standfirst: textSchema.optional(),
  slug: nfc.optional(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/)
    .optional(),
  paper: nfc.optional(),
  section: nfc.optional(),
  issue: nfc.optional(),
  labels: z.enum(['plain', 'names', 'words']).optional(),
  assigned: assignedSchema.optional(),
  template: z.string().optional(),
  variables: z
    .array(z.looseObject({ id, label: nfc, value: nfc }))
    .readonly()
    .optional(),
  people: z.array(personSchema).readonly(),
  byline: z.array(z.looseObject({ name: nfc, person: id.optional(), role: nfc.optional() })).readonly(),
  photos: z.array(photoSchema).readonly(),
  teasers: z
    .array(
      z.looseObject({
        heading: nfc,
        text: nfc.optional(),
        label: nfc.optional(),
        link: z.string().refine(isSafeLink).optional(),
      }),
    )
    .readonly(),
  comments: z.boolean(),
  suggestions: pieceSuggestionsSchema.optional(),
};

export const interviewSchema = z.looseObject({
  format: z.literal('galley'),
  version: z.number().int().positive(),
  ...fields,
  threads: z.array(threadSchema).readonly().optional(),
  body: z.array(blockSchema).readonly(),
}) as unknown as z.ZodType<Interview>;

/** Any of the fields other than the body; `null` takes a field away. For changes that cross a border. */
export const fieldsSchema = z.strictObject(fields).partial().extend({
  kicker: textSchema.nullable().optional(),
  standfirst: textSchema.nullable().optional(),
  slug: nfc.nullable().optional(),
  published: fields.published.nullable(),
  paper: nfc.nullable().optional(),
  section: nfc.nullable().optional(),
  issue: nfc.nullable().optional(),
  labels: fields.labels.nullable(),
  assigned: fields.assigned.nullable(),
  template: z.string().nullable().optional(),
  variables: fields.variables.nullable(),
  suggestions: fields.suggestions.nullable(),
});
