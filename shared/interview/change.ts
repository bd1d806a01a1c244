import { z } from '../zod';
import { threadSchema } from './review-schema';
import { equalData } from './equal';
import { blockSchema, fieldsSchema } from './schema';
import type { Thread } from './threads';
import type { Block, BlockId, Interview, InterviewFields } from './types';

/**
 * One step of a piece's journal: what changed since the step before, as whole new values.
 * Changes are idempotent: applying one twice gives the same interview.
 */
export interface Change {
  /** New values of fields other than the body; null takes an optional field away. */
  readonly fields?: FieldChanges;
  /** Blocks that are new or have new contents, by id. */
  readonly blocks?: { readonly [id: BlockId]: Block };
  /** The ids of the whole body in order, when it changed. Blocks not named are gone. */
  readonly order?: readonly BlockId[];
  /** Threads that are new or have new contents, by id; null takes one away. */
  readonly threads?: { readonly [id: string]: Thread | null };
}

export type FieldChanges = { readonly [Field in keyof InterviewFields]?: InterviewFields[Field] | null };

export const changeSchema = z.strictObject({
  fields: fieldsSchema.optional(),
  blocks: z.record(z.string(), blockSchema).optional(),
  order: z.array(z.string()).readonly().optional(),
  threads: z.record(z.string(), threadSchema.nullable()).optional(),
}) as unknown as z.ZodType<Change>;

/** The interview after the change. Ids in `order` that no block has are passed over. */
export function applyChange(interview: Interview, change: Change): Interview {
  const blocks = new Map(interview.body.map((block) => [block.id, block]));
  for (const [id, block] of Object.entries(change.blocks ?? {})) blocks.set(id, block);
  const order = change.order ?? interview.body.map((block) => block.id);
  const next: Record<string, unknown> = { ...interview, ...change.fields };
  for (const [field, value] of Object.entries(next)) if (value === null || value === undefined) delete next[field];
  next['body'] = order.flatMap((id) => blocks.get(id) ?? []);
  if (change.threads) next['threads'] = changedThreads(interview.threads ?? [], change.threads);
  return next as unknown as Interview;
}

/** Known threads stay in their place, new ones go behind. */
function changedThreads(threads: readonly Thread[], changes: NonNullable<Change['threads']>): readonly Thread[] {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  for (const [id, thread] of Object.entries(changes)) {
    if (thread) byId.set(id, thread);
    else byId.delete(id);
  }
  return [...byId.values()];
}

/** One change with the effect of the first and then the second. */
export function mergeChanges(first: Change, second: Change): Change {
  const order = second.order ?? first.order;
  return {
    ...(first.fields || second.fields ? { fields: { ...first.fields, ...second.fields } } : {}),
    ...(first.blocks || second.blocks ? { blocks: { ...first.blocks, ...second.blocks } } : {}),
    ...(order ? { order } : {}),
    ...(first.threads || second.threads ? { threads: { ...first.threads, ...second.threads } } : {}),
  };
}

const FIELDS = Object.keys(fieldsSchema.shape) as readonly (keyof InterviewFields)[];

/** The change that makes `after` of `before`. Fields that this version does not know stay as they are. */
export function changeBetween(before: Interview, after: Interview): Change {
  const fields = FIELDS.flatMap((field) =>
    equalData(before[field], after[field]) ? [] : [[field, after[field] ?? null] as const],
  );
  const old = new Map(before.body.map((block) => [block.id, block]));
  const blocks = after.body.filter((block) => !equalData(old.get(block.id), block));
  const order = after.body.map(({ id }) => id);
  const sameOrder = equalData(
    order,
    before.body.map(({ id }) => id),
  );
  const threads = changedById(before.threads ?? [], after.threads ?? []);
  return {
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) as FieldChanges } : {}),
    ...(blocks.length > 0 ? { blocks: Object.fromEntries(blocks.map((block) => [block.id, block])) } : {}),
    ...(sameOrder ? {} : { order }),
    ...(threads.length > 0 ? { threads: Object.fromEntries(threads) } : {}),
  };
}

function changedById(
  before: readonly Thread[],
  after: readonly Thread[],
): readonly (readonly [string, Thread | null])[] {
  const left = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !left.has(id)).map(({ id }) => [id, null] as const);
  const changed = after.filter(
    (thread) =>
      !equalData(
        thread,
        before.find(({ id }) => id === thread.id),
      ),
  );
  return [...gone, ...changed.map((thread) => [thread.id, thread] as const)];
}

export function isEmptyChange(change: Change): boolean {
  const { fields = {}, blocks = {}, threads = {}, order } = change;
  return !order && [fields, blocks, threads].every((part) => Object.keys(part).length === 0);
}
