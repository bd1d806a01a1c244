import { alignCells } from './align-cells';
import { putBack } from './put-back';
import {
  isEnd,
  toCells,
  toWeave,
  weaveOf,
  type Cell,
  type EndItem,
  type Mark,
  type Paragraph,
  type Weave,
  type WordsItem,
} from './weave';

/** A change this soon after the author's last one beside it belongs to it, in milliseconds. */
const BURST = 60_000;

/**
 * The weave after its paragraphs became `next` by the hand of `mark.by`. It is derived from what the text is now, never from
 * how it was typed: an input path that nobody thought of costs a coarser mark at worst.
 * `weave` is always the one of the last settled state: called twice for one change, it gives the same.
 */
export function updateWeave(weave: Weave, next: readonly Paragraph[], mark: Mark): Weave {
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
      if (cell.ins?.by !== mark.by) deleted.push({ ...cell, del: mark });
      continue;
    }
    out.push(...deleted);
    deleted = [];
    insertUpTo(place);
    taken = place + 1;
    out.push(changed(cell, now, mark));
  }
  out.push(...deleted);
  insertUpTo(fresh.length);
  return toWeave(withHunkIds(putBack(out, mark.by), mark));
}

function inserted(cell: Cell, ins: Mark): Cell {
  return isEnd(cell) ? { end: { ...cell.end, base: '' }, ins } : { ...cell, ins };
}

/** A cell that stayed, with the look or the kind that it has now. */
function changed(cell: Cell, now: Cell, mark: Mark): Cell {
  if (isEnd(cell)) return isEnd(now) ? changedEnd(cell, now, mark) : cell;
  if (isEnd(now) || now.look === cell.look) return cell;
  const { was: before, ...rest } = cell;
  const was = cell.ins ? undefined : (before ?? { ...mark, look: cell.look });
  return { ...rest, look: now.look, ...(was && was.look !== now.look ? { was } : {}) } satisfies WordsItem;
}

function changedEnd(cell: EndItem, { end: now }: EndItem, mark: Mark): EndItem {
  const { was: before, ...end } = cell.end;
  const was = cell.ins ? undefined : (before ?? { ...mark, kind: end.kind });
  const kept = was && was.kind !== now.kind ? { was } : {};
  return { ...cell, end: { ...end, id: now.id, kind: now.kind, ...kept } };
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
