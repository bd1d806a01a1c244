import type { Piece } from './flow';

/** What a column is filled with: a line, or a block of several rows. */
export interface Unit {
  readonly piece: number;
  /** The line of its piece; 0 for a fixed block. */
  readonly line: number;
  readonly rows: number;
  /** Free rows over it, unless it opens a column. */
  readonly above: number;
  /** A column may end before it. */
  readonly mayOpen: boolean;
  /** air: more air over it may fill a column, as over a question. */
  readonly gives: 'air' | 'none';
}

/** At least so many lines of a paragraph stand together at the foot and at the head of a column. */
const TOGETHER = 2;

/** The story as units, each with whether a column may end before it. */
export function unitsOf(pieces: readonly Piece[]): readonly Unit[] {
  const units: Unit[] = [];
  // Answer lines that the last question still needs beside it.
  let owed = 0;
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    const keeps = before !== undefined && keepsNext(before);
    const stuck = piece.kind === 'flow' && piece.style.stuck;
    const tied =
      before?.kind === 'flow' &&
      piece.kind === 'flow' &&
      before.whole &&
      piece.whole &&
      before.style.tint &&
      piece.style.tint &&
      piece.style.above === 0;
    const ownAir = piece.kind === 'flow' ? piece.style.above : piece.above;
    const airBefore = before === undefined ? 0 : before.kind === 'flow' ? before.style.below : before.below;
    const above = index === 0 ? 0 : Math.max(ownAir, airBefore);
    const count = piece.kind === 'flow' ? piece.lines.length : 1;
    const question = piece.kind === 'flow' && piece.role === 'question';
    for (let line = 0; line < count; line++) {
      const inside = piece.kind === 'flow' && line > 0;
      const head = piece.kind === 'flow' ? Math.max(TOGETHER, piece.initial?.rows ?? 0) : 0;
      const torn = inside && (piece.whole || keepsNext(piece) || line < head || count - line < TOGETHER);
      const mayOpen = inside ? !torn && owed === 0 : !(keeps || stuck || tied) && (owed === 0 || question);
      units.push({
        piece: index,
        line,
        rows: piece.kind === 'flow' ? 1 : piece.rows,
        above: line === 0 ? above : 0,
        mayOpen,
        gives: line === 0 && ((question && !isSubhead(before)) || isSubhead(piece)) ? 'air' : 'none',
      });
      if (owed > 0 && !question) owed--;
    }
    if (question) owed = TOGETHER;
  });
  return units;
}

/** More air under a subhead would part it from its question. */
function isSubhead(piece: Piece | undefined): boolean {
  return piece?.kind === 'fixed' && piece.what === 'subhead';
}

function keepsNext(piece: Piece): boolean {
  return piece.kind === 'flow' ? piece.style.keepNext : piece.keepNext;
}

/** Where the story may stand: rows of the grid. */
export interface Slot {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
}

/** A unit in its slot, `row` from the top of the slot. */
export interface Placed {
  readonly unit: number;
  readonly row: number;
}

export interface FilledSlot {
  readonly slot: Slot;
  readonly placed: readonly Placed[];
  /** Rows at the foot that nothing stands on. */
  readonly free: number;
}

export interface Poured {
  readonly slots: readonly FilledSlot[];
  /** The first unit that found no room; the number of units when all did. */
  readonly next: number;
  /** Columns that had to end where no rule lets one end. */
  readonly forced: number;
}

/**
 * Pours units into slots in turn from unit `start` on. Each slot takes as many as it holds and ends where a column may
 * end. With `full`, what fits no slot as a whole (a question longer than a column) is parted in a slot of at least so many rows.
 */
export function pour(units: readonly Unit[], start: number, slots: readonly Slot[], full = Infinity): Poured {
  const filled: FilledSlot[] = [];
  let next = start;
  let forced = 0;
  for (const slot of slots) {
    let row = 0;
    let end = next;
    let legal: { readonly end: number; readonly row: number } | null = null;
    while (end < units.length) {
      const unit = units[end];
      if (!unit) break;
      if (end > next && unit.mayOpen) legal = { end, row };
      const top = row + (end === next ? 0 : unit.above);
      // A block taller than any column stands in a full one all the same; what hangs over is told by the check.
      if (top + unit.rows > slot.rows && !(end === next && slot.rows >= full)) break;
      row = top + unit.rows;
      end++;
    }
    if (end >= units.length) legal = { end, row };
    if (!legal && end > next && slot.rows >= full) {
      legal = { end, row };
      forced++;
    }
    if (!legal) {
      filled.push({ slot, placed: [], free: slot.rows });
      continue;
    }
    filled.push(stack(units, next, legal.end, slot));
    next = legal.end;
  }
  return { slots: filled, next, forced };
}

function stack(units: readonly Unit[], from: number, end: number, slot: Slot): FilledSlot {
  const placed: Placed[] = [];
  let row = 0;
  for (let unit = from; unit < end; unit++) {
    const { above, rows } = units[unit] ?? { above: 0, rows: 0 };
    if (unit > from) row += above;
    placed.push({ unit, row });
    row += rows;
  }
  return { slot, placed, free: Math.max(0, slot.rows - row) };
}

/**
 * Spreads the free rows of a column over the places that have air already, `most` to each, so that it ends where its
 * neighbours end. Where the places do not take all of them the column stays as it is: short and with holes is worse than short.
 */
export function spread(units: readonly Unit[], filled: FilledSlot, most = 1): FilledSlot {
  const gaps = filled.placed.slice(1).filter(({ unit }) => units[unit]?.gives === 'air');
  if (filled.free === 0 || gaps.length * most < filled.free) return filled;
  // From the foot upwards: a gap near the head of the page is seen first.
  const wide = new Map<number, number>();
  for (let left = filled.free, at = gaps.length - 1; left > 0; left--, at = at > 0 ? at - 1 : gaps.length - 1) {
    const gap = gaps[at];
    if (gap) wide.set(gap.unit, (wide.get(gap.unit) ?? 0) + 1);
  }
  let down = 0;
  const placed = filled.placed.map(({ unit, row }) => {
    down += wide.get(unit) ?? 0;
    return { unit, row: row + down };
  });
  return { ...filled, placed, free: 0 };
}
