import { isEnd, toWeave, type EndItem, type Item, type Mark, type Weave } from './weave';

export type Decision = 'accept' | 'refuse';

/** The weave after the proposals that `picks` chooses are accepted or refused; all others stay open. */
export function resolve(weave: Weave, decision: Decision, picks: (mark: Mark) => boolean): Weave {
  const accept = decision === 'accept';
  const out: Item[] = [];
  // The id that a decided paragraph end leaves to the one after it, or takes from it.
  let settled: string | null = null;
  for (const item of weave) {
    const left = decided(item, accept, picks);
    if (isEnd(item)) {
      if (left && isEnd(left) && !left.del) {
        out.push(settled === null ? left : withIds(left, settled, accept));
        settled = null;
      } else if (left) out.push(left);
      const taken = (item.ins && picks(item.ins)) || (item.del && picks(item.del));
      if (taken) settled = item.ins ? item.end.id : item.end.base;
    } else if (left) out.push(left);
  }
  return toWeave(withSettledIds(out, accept).filter((item) => isEnd(item) || item.text !== ''));
}

/**
 * Ends that changed their id without a mark of their own, in the train of others: once none of those is open, the ids become
 * one.
 */
function withSettledIds(items: readonly Item[], accept: boolean): readonly Item[] {
  if (!items.some((item) => isEnd(item) && isRenamed(item))) return items;
  const open = new Set(
    items.flatMap((item) => (isEnd(item) && (item.ins || item.del) ? [item.end.id, item.end.base] : [])),
  );
  return items.map((item) => {
    if (!isEnd(item) || !isRenamed(item) || open.has(item.end.id) || open.has(item.end.base)) return item;
    return withOneId(item, accept);
  });
}

/** Whether the end stands for another block than before the proposals, because of one at a neighbour. */
export function isRenamed({ end, ins, del }: EndItem): boolean {
  return !ins && !del && end.base !== '' && end.base !== end.id;
}

function withOneId(item: EndItem, accept: boolean): EndItem {
  const { id, base } = item.end;
  return { ...item, end: accept ? { ...withoutRest(item.end), base: id } : { ...item.end, id: base } };
}

/** Null for what is gone. */
function decided(item: Item, accept: boolean, picks: (mark: Mark) => boolean): Item | null {
  const { ins, del, ...rest } = item;
  const [insIsPicked, delIsPicked] = [ins !== undefined && picks(ins), del !== undefined && picks(del)];
  if ((insIsPicked && !accept) || (delIsPicked && accept)) return null;
  const marks = { ...(ins && !insIsPicked ? { ins } : {}), ...(del && !delIsPicked ? { del } : {}) };
  if (isEnd(item)) {
    const { was, ...end } = item.end;
    const base = insIsPicked ? end.id : end.base;
    if (!was || !picks(was)) return { end: { ...end, base, ...(was ? { was } : {}) }, ...marks };
    return { end: { ...(accept ? withoutRest(end) : end), base, kind: accept ? end.kind : was.kind }, ...marks };
  }
  const { was, ...words } = rest as typeof item;
  if (!was || !picks(was)) return { ...words, ...(was ? { was } : {}), ...marks };
  return { ...words, look: accept ? words.look : was.look, ...marks };
}

/**
 * A split and a merge leave one paragraph end with an id that is not its old one. Once the end before it is decided, the two
 * ids become one again: the new one when it was accepted, the old one when it was refused.
 */
function withIds(item: EndItem, settled: string, accept: boolean): EndItem {
  const { id, base } = item.end;
  if (base === '' || id === base || (id !== settled && base !== settled)) return item;
  return withOneId(item, accept);
}

/** What was accepted leaves the rest of the block as it is now. */
function withoutRest({ rest: _rest, ...end }: EndItem['end']): EndItem['end'] {
  return end;
}
