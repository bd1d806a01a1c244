import { z } from '../zod';

/** What a file may contain of the newsroom's own talk and proposals; schema.ts puts it into blocks and fields. */

const nfc = z.string().transform((text) => text.normalize('NFC'));
const id = z.string().min(1).max(200);
const name = nfc.pipe(z.string().min(1).max(200));
/** Milliseconds since 1970, to the end of what a date can hold. */
const time = z.number().min(0).max(8.64e15);

const place = z.strictObject({
  block: id.optional(),
  part: z.string().max(40),
  index: z.number().int().nonnegative().optional(),
});

const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), place }),
  z.strictObject({ kind: z.literal('block'), block: id, part: z.string().max(40).optional() }),
  z.strictObject({ kind: z.literal('field'), field: z.enum(['kicker', 'headline', 'standfirst', 'byline']) }),
  z.strictObject({ kind: z.literal('piece') }),
]);

const comment = z.looseObject({
  id,
  by: name,
  at: time,
  text: nfc.pipe(z.string().max(20_000)),
  edited: time.optional(),
});

export const threadSchema = z.looseObject({
  id,
  anchor,
  quote: nfc,
  comments: z.array(comment).min(1).max(2000).readonly(),
  resolved: z.strictObject({ by: name, at: time }).optional(),
});

const mark = { id, by: name, at: time };
const look = z.string().max(5000);

const item = z.union([
  z.strictObject({
    text: nfc.pipe(z.string().min(1)),
    look,
    ins: z.strictObject(mark).optional(),
    del: z.strictObject(mark).optional(),
    was: z.strictObject({ ...mark, look }).optional(),
  }),
  z.strictObject({
    end: z.strictObject({
      id: z.string().max(200),
      kind: z.string().max(40),
      base: z.string().max(200),
      was: z.strictObject({ ...mark, kind: z.string().max(40) }).optional(),
      rest: z.record(z.string(), z.unknown()).optional(),
    }),
    ins: z.strictObject(mark).optional(),
    del: z.strictObject(mark).optional(),
  }),
]);

const weave = z.array(item).readonly();

export const blockSuggestionsSchema = z.record(z.string().max(40), weave);

export const proposedMoveSchema = z.strictObject({ ...mark, after: id.nullable() });

export const pieceSuggestionsSchema = z.strictObject({
  kicker: weave.optional(),
  headline: weave.optional(),
  standfirst: weave.optional(),
  byline: weave.optional(),
  tail: weave.optional(),
  order: z.array(id).readonly().optional(),
});
