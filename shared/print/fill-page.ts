import type { PageTemplate } from './page-template';
import { columnLeft, POINTS_PER_MM, rowTop } from './page-template';
import type { PlanItem } from './plan';
import type { FilledSlot, Poured, Slot, Unit } from './pour';
import { pour, spread } from './pour';

/** Something that stands in columns of its own: the story runs above and below it. Rows of the grid. */
export interface Obstacle {
  readonly column: number;
  readonly span: number;
  readonly row: number;
  /** With the air below it. */
  readonly rows: number;
}

/** The shape of a page before the story is poured: it depends on how deep the page gets. */
export interface Shape {
  readonly columns: number;
  readonly tops: readonly number[];
  readonly crossed: readonly number[];
  readonly obstacles: (depth: number) => readonly Obstacle[];
  /** The last row the page has. */
  readonly end: number;
}

export interface FilledPage extends Poured {
  readonly depth: number;
  readonly obstacles: readonly Obstacle[];
}

/** A column this short is left free: two lines under a picture look forgotten. */
const LEAST_SLOT = 3;

/** The free stretches of every column down to `depth`, in reading order. */
export function slotsOf(shape: Shape, depth: number): readonly Slot[] {
  const obstacles = shape.obstacles(depth);
  return Array.from({ length: shape.columns }, (_, column) => {
    const mine = obstacles
      .filter((it) => it.column <= column && column < it.column + it.span)
      .sort((one, other) => one.row - other.row);
    const slots: Slot[] = [];
    let row = shape.tops[column] ?? 0;
    for (const it of [...mine, { row: depth, rows: 0 }]) {
      // A row of air over what stands below the text.
      const end = it.rows > 0 ? it.row - 1 : it.row;
      if (end - row >= LEAST_SLOT) slots.push({ column, row, rows: end - row });
      row = Math.max(row, it.row + it.rows);
    }
    return slots;
  }).flat();
}

/** Whether something that hangs from the foot of a page of that depth would stand on what is at its head. */
export function collides(shape: Shape, depth: number): boolean {
  return shape
    .obstacles(depth)
    .some(({ column, span, row }) => shape.tops.slice(column, column + span).some((top) => row < top));
}

/** The page at its full depth; what finds no room waits for the next one. `spare` rows stay free at the foot of the last column. */
export function fullPage(units: readonly Unit[], start: number, shape: Shape, spare = 0): FilledPage {
  const depth = shape.end;
  const slots = slotsOf(shape, depth).map((slot, at, all) =>
    at === all.length - 1 ? { ...slot, rows: slot.rows - spare } : slot,
  );
  const full = Math.max(1, ...slots.map(({ rows }) => rows));
  const poured = pour(units, start, slots, full);
  return {
    ...poured,
    slots: poured.slots.map((slot) => spread(units, slot, 2)),
    depth,
    obstacles: shape.obstacles(depth),
  };
}

/** The shallowest page that takes all that is left, its columns ending together as far as the rules allow; null when none does. */
export function balancedPage(units: readonly Unit[], start: number, shape: Shape): FilledPage | null {
  const wanted = units.slice(start).reduce((sum, { rows, above }) => sum + rows + above, 0);
  const head = shape.tops.reduce((sum, top) => sum + top, 0);
  const least = Math.max(Math.min(...shape.tops) + LEAST_SLOT, Math.floor((wanted + head) / shape.columns) - 2);
  for (let depth = least; depth <= shape.end; depth++) {
    if (collides(shape, depth)) continue;
    const slots = slotsOf(shape, depth);
    const poured = pour(units, start, slots);
    if (poured.next < units.length) continue;
    const even = endTogether(units, start, slots, depth, shape.columns) ?? poured;
    return {
      ...even,
      slots: even.slots.map((slot) => spread(units, slot, 1)),
      depth,
      obstacles: shape.obstacles(depth),
    };
  }
  return null;
}

/**
 * The same page with its last columns a row shorter than the first: what is missing for whole columns is missing by one
 * row in several of them, and not by several rows in the last. Null when the text needs every row.
 */
function endTogether(
  units: readonly Unit[],
  start: number,
  slots: readonly Slot[],
  depth: number,
  columns: number,
): Poured | null {
  for (let first = 1; first < columns; first++) {
    const shorter = slots.map((slot) =>
      slot.column >= first && slot.row + slot.rows === depth ? { ...slot, rows: slot.rows - 1 } : slot,
    );
    const poured = pour(units, start, shorter);
    if (poured.next >= units.length) return poured;
  }
  return null;
}

/** How far a page is from columns that end together: free rows, those of the last column counting half. */
export function raggedness({ slots }: FilledPage): number {
  const used = slots.findLastIndex(({ placed }) => placed.length > 0);
  return slots.reduce((sum, { free, placed }, at) => {
    if (placed.length === 0) return sum + free * 1.5;
    return sum + (at === used ? free * 0.5 : free ** 1.5);
  }, 0);
}

/** Column rules beside every gutter that nothing crosses, no longer than the text on either side. */
export function columnRules(page: PageTemplate, shape: Shape, filled: FilledPage): readonly PlanItem[] {
  if (!page.columnRules) return [];
  const rules: PlanItem[] = [];
  const gutter = page.gutter * POINTS_PER_MM;
  for (let column = 1; column < shape.columns; column++) {
    const bottom = Math.max(bottomOf(filled.slots, column - 1), bottomOf(filled.slots, column));
    const across = filled.obstacles.filter((it) => it.column < column && column < it.column + it.span);
    let from = shape.crossed[column - 1] ?? 0;
    for (const it of [...across].sort((one, other) => one.row - other.row)) {
      rules.push(...rule(page, column, gutter, from, Math.min(it.row - 1, bottom)));
      from = it.row + it.rows;
    }
    rules.push(...rule(page, column, gutter, from, bottom));
  }
  return rules;
}

function bottomOf(slots: readonly FilledSlot[], column: number): number {
  return Math.max(
    0,
    ...slots
      .filter(({ slot, placed }) => slot.column === column && placed.length > 0)
      .map(({ slot, free }) => slot.row + slot.rows - free),
  );
}

function rule(page: PageTemplate, column: number, gutter: number, from: number, to: number): readonly PlanItem[] {
  if (to - from < 2) return [];
  const y = rowTop(page, from) + 2;
  return [
    {
      kind: 'rule',
      x: columnLeft(page, column) - gutter / 2,
      y,
      length: rowTop(page, to) - (page.row - page.baseline) - y,
      upright: true,
      weight: 0.4,
      ink: 'black',
    },
  ];
}
