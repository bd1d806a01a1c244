import { longestRise } from '../longest-rise';

export interface MergedOrder {
  readonly order: readonly string[];
  /** Blocks that both sides moved, to different places. */
  readonly movedByBoth: readonly string[];
}

/**
 * One order of the ids in `kept`: that of A, with what only B added or moved behind the block that it follows in B. Where both
 * added at one place, A's stand first. If only one side changed the order, it is exactly that side's.
 */
export function mergeOrder(
  base: readonly string[],
  a: readonly string[],
  b: readonly string[],
  kept: ReadonlySet<string>,
): MergedOrder {
  const [inBase, inA, inB] = [base, a, b].map((list) => new Set(list));
  const [movedA, movedB] = [moved(base, a), moved(base, b)];
  const order = a.filter((id) => kept.has(id));
  const movedByBoth: string[] = [];
  const newInA = (id: string | undefined) => id !== undefined && !inBase?.has(id) && !inB?.has(id);
  const place = (id: string, list: readonly string[]) => {
    const before = list.slice(0, list.indexOf(id)).findLast((each) => order.includes(each));
    let at = before === undefined ? 0 : order.indexOf(before) + 1;
    while (newInA(order[at])) at++;
    order.splice(at, 0, id);
  };
  for (const id of b) {
    if (!kept.has(id)) continue;
    if (!inA?.has(id)) place(id, b);
    else if (movedB.has(id)) {
      if (movedA.has(id)) {
        if (before(a, id) !== before(b, id)) movedByBoth.push(id);
        continue;
      }
      order.splice(order.indexOf(id), 1);
      place(id, b);
    }
  }
  for (const id of base) if (kept.has(id) && !order.includes(id)) place(id, base);
  return { order, movedByBoth };
}

function moved(from: readonly string[], to: readonly string[]): ReadonlySet<string> {
  const places = new Map(from.map((id, index) => [id, index]));
  const common = to.filter((id) => places.has(id));
  const stays = longestRise(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, index) => !stays.has(index)));
}

function before(list: readonly string[], id: string): string | undefined {
  return list[list.indexOf(id) - 1];
}
