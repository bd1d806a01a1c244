import { alignCells } from './align-cells';
import { nearChange } from './near-change';
import { putBack } from './put-back';
import {
  isEnd,
  toCells,
  toWeave,
  weaveOf,
  type BlockRest,
  type Cell,
  type EndItem,
  type Mark,
  type Paragraph,
  type Weave,
  type WordsItem,
} from './weave';

type RestOf = (id: string) => BlockRest | undefined;

/** A change this soon after the author's last one beside it belongs to it, in milliseconds. */
const BURST = 60_000;

/**
 * The weave after its paragraphs became `next` by the hand of `mark.by`. It is derived from what the text is now, never from
 * how it was typed: an input path that nobody thought of costs a coarser mark at worst.
 * `weave` is always the one of the last settled state: called twice for one change, it gives the same.
 * `restOf` gives what the blocks of that state held besides their text, by id: what refusing has to bring back.
 */
export function updateWeave(
  weave: Weave,
  next: readonly Paragraph[],
  mark: Mark,
  restOf: RestOf = () => undefined,
): Weave {
  const near = nearChange(weave, next);
  if (!near) return updateWhole(weave, next, mark, restOf);
  const middle = updateWhole(near.middle, [near.next], mark, restOf);
  const end = middle.at(-1);
  return end ? toWeave([...near.head, ...middle.slice(0, -1), ...near.tail, end]) : weave;
}

/** The same without looking for the part that changed. */
export function updateWhole(
  weave: Weave,
  next: readonly Paragraph[],
  mark: Mark,
  restOf: RestOf = () => undefined,
): Weave {
  const all = toCells(weave);
  const fresh = toCells(weaveOf(next));
  const places = alignCells(
    all.filter((cell) => !cell.del),
    fresh,
  );
  const out: Cell[] = [];
  let deleted: Cell[] = [];
  let seen = 0;
  let taken = 0;
  const insertUpTo = (place: number) => {
    for (const cell of fresh.slice(taken, place)) out.push(inserted(cell, mark));
    taken = place;
  };
  for (const cell of all) {
    if (cell.del) {
      deleted.push(cell);
      continue;
    }
    const place = places[seen++] ?? -1;
    const now = fresh[place];
    if (!now) {
      // What the author takes back of their own proposal is gone for good.
      if (cell.ins?.by !== mark.by) deleted.push({ ...(isEnd(cell) ? withRest(cell, restOf) : cell), del: mark });
      continue;
    }
    out.push(...deleted);
    deleted = [];
    insertUpTo(place);
    taken = place + 1;
    out.push(changed(cell, now, mark, restOf));
  }
  out.push(...deleted);
  insertUpTo(fresh.length);
  return toWeave(withHunkIds(putBack(out, mark.by), mark));
}

function inserted(cell: Cell, ins: Mark): Cell {
  return isEnd(cell) ? { end: { ...cell.end, base: '' }, ins } : { ...cell, ins };
}

/** A cell that stayed, with the look or the kind that it has now. */
function changed(cell: Cell, now: Cell, mark: Mark, restOf: RestOf): Cell {
  if (isEnd(cell)) return isEnd(now) ? changedEnd(cell, now, mark, restOf) : cell;
  if (isEnd(now) || now.look === cell.look) return cell;
  const { was: before, ...rest } = cell;
  const was = cell.ins ? undefined : (before ?? { ...mark, look: cell.look });
  return { ...rest, look: now.look, ...(was && was.look !== now.look ? { was } : {}) } satisfies WordsItem;
}

function changedEnd(cell: EndItem, { end: now }: EndItem, mark: Mark, restOf: RestOf): EndItem {
  const { was: before, ...end } = withRest(cell, now.id === cell.end.id ? withoutMove(restOf) : restOf).end;
  const was = cell.ins ? undefined : (before ?? { ...mark, kind: end.kind });
  const kept = was && was.kind !== now.kind ? { was } : {};
  return settledEnd({ ...cell, end: { ...end, id: now.id, kind: now.kind, ...kept } });
}

/**
 * The end with the rest of its block, as it was before the proposals: an end that already stands for another block has that of
 * its own. Where the block stood last goes with it.
 */
function withRest(item: EndItem, restOf: RestOf): EndItem {
  const { id, base, was } = item.end;
  const isOther = base !== '' && base !== id;
  const now = isOther ? undefined : restOf(id);
  const move = now?.['moved'] === undefined ? {} : { moved: now['moved'] };
  const rest = item.end.rest ?? (was ? {} : now);
  const all = { ...rest, ...move };
  return Object.keys(all).length > 0 ? { ...item, end: { ...item.end, rest: all } } : item;
}

/** A block that stays in its place tells by itself whether it was moved. */
function withoutMove(restOf: RestOf): RestOf {
  return (id) => {
    const { moved: _moved, ...rest } = restOf(id) ?? {};
    return rest;
  };
}

/** What stands as it stood before the proposals has the rest of its block in the block. */
function settledEnd(item: EndItem): EndItem {
  const { rest: _rest, ...end } = item.end;
  const isOpen = item.del !== undefined || end.was !== undefined || (end.base !== '' && end.base !== end.id);
  return isOpen ? item : { ...item, end };
}

/**
 * One id for each stretch: new marks beside an own one of a short while ago take its id, others get one of their own.
 * Only `ins` and `del` are stretches; a change of look goes by the id it was made with.
 */
function withHunkIds(cells: readonly Cell[], mark: Mark): readonly Cell[] {
  const isNew = (cell: Cell | undefined) => cell?.ins === mark || cell?.del === mark;
  const ownOf = (cell: Cell | undefined) =>
    [cell?.del, cell?.ins].find((each) => each && each !== mark && each.by === mark.by && isNear(each, mark));
  const out = [...cells];
  let count = 0;
  for (let from = 0; from < out.length;) {
    if (!isNew(out[from])) {
      from++;
      continue;
    }
    let to = from;
    while (isNew(out[to])) to++;
    const own = ownOf(out[from - 1]) ?? ownOf(out[to]);
    count += own ? 0 : 1;
    const given = own ?? (count === 1 ? mark : { ...mark, id: `${mark.id}.${count}` });
    for (let at = from; at < to; at++) {
      const cell = out[at];
      if (!cell) continue;
      const ins = cell.ins === mark ? { ins: given } : {};
      const del = cell.del === mark ? { del: given } : {};
      out[at] = { ...cell, ...ins, ...del };
    }
    from = to;
  }
  return out;
}

function isNear(a: Mark, b: Mark): boolean {
  return Math.abs(a.at - b.at) <= BURST;
}
