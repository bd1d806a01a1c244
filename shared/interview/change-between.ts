import type { Change } from './change';
import { equalData } from './equal';
import type { Block, Interview } from './types';

const NO_FIELDS: ReadonlySet<string> = new Set(['format', 'version', 'body', 'threads']);

/** The change that makes `now` into `then`, with no more in it than differs: fields, blocks, order and threads. */
export function changeBetween(now: Interview, then: Interview): Change {
  const fields: Record<string, unknown> = {};
  const [before, after] = [now, then] as unknown as readonly Record<string, unknown>[];
  for (const field of new Set([...Object.keys(now), ...Object.keys(then)])) {
    if (!NO_FIELDS.has(field) && !equalData(before?.[field], after?.[field])) fields[field] = after?.[field] ?? null;
  }
  const known = new Map(now.body.map((block) => [block.id, block]));
  const blocks = then.body.filter((block) => !equalData(known.get(block.id), block));
  const orders = [now, then].map(({ body }) => body.map(({ id }) => id));
  const threads = changedById(now.threads ?? [], then.threads ?? []);
  return {
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(blocks.length > 0
      ? { blocks: Object.fromEntries(blocks.map((block): [string, Block] => [block.id, block])) }
      : {}),
    ...(equalData(orders[0], orders[1]) ? {} : { order: then.body.map(({ id }) => id) }),
    ...(Object.keys(threads).length > 0 ? { threads } : {}),
  };
}

/** What is new or different by its id; null for what is gone. */
function changedById<Item extends { readonly id: string }>(
  now: readonly Item[],
  then: readonly Item[],
): { readonly [id: string]: Item | null } {
  const known = new Map(now.map((item) => [item.id, item]));
  const left = new Set(then.map(({ id }) => id));
  const changed = then.filter((item) => !equalData(known.get(item.id), item));
  const gone = now.filter(({ id }) => !left.has(id));
  return Object.fromEntries([
    ...changed.map((item): [string, Item | null] => [item.id, item]),
    ...gone.map((item): [string, Item | null] => [item.id, null]),
  ]);
}
