import { gridText } from './display';
import type { Piece } from './flow';
import type { PageTemplate } from './page-template';
import { columnLeft, POINTS_PER_MM, rowTop, spanWidth } from './page-template';
import { moved } from './plan';
import type { PlanItem } from './plan';
import type { FilledSlot, Unit } from './pour';
import { typeOf } from './type-scale';

/** The items of one filled column, in reading order; tints come first, so that they lie under their words. */
export function slotItems(
  filled: FilledSlot,
  units: readonly Unit[],
  pieces: readonly Piece[],
  page: PageTemplate,
): readonly PlanItem[] {
  const { slot, placed } = filled;
  const x = columnLeft(page, slot.column);
  const width = spanWidth(page, 1) * POINTS_PER_MM;
  const top = (row: number) => rowTop(page, slot.row + row);
  const items: PlanItem[] = [];
  const tints: PlanItem[] = [];
  for (let at = 0; at < placed.length;) {
    const first = placed[at];
    const unit = first && units[first.unit];
    const piece = unit && pieces[unit.piece];
    if (!first || !unit || !piece) break;
    let end = at + 1;
    while (end < placed.length && units[placed[end]?.unit ?? -1]?.piece === unit.piece) end++;
    if (piece.kind === 'fixed') items.push(...moved(piece.items, x, top(first.row)));
    else {
      const { style, lines, initial, marker } = piece;
      const from = unit.line;
      const to = from + end - at;
      if (style.tint) addTint(tints, x, top(first.row), width, (end - at) * page.row, page);
      if (initial && from === 0) {
        items.push({
          kind: 'initial',
          source: piece.source,
          letter: initial.letter,
          x,
          y: top(first.row + initial.rows - 1) + page.baseline,
          type: { face: 'headline', size: initial.size, weight: 700 },
        });
      }
      items.push(
        gridText(
          page,
          piece.role,
          piece.source,
          typeOf(page, style.type),
          width - style.inset - style.insetRight,
          lines.slice(from, to),
          {
            x: x + style.inset,
            y: top(first.row),
            align: style.align,
            ...(from > 0 ? { continues: true as const } : {}),
            ...(to < lines.length ? { unfinished: true as const } : {}),
            ...(marker !== undefined && from === 0 ? { marker: { text: marker, hang: style.inset } } : {}),
          },
        ),
      );
    }
    at = end;
  }
  return [...tints.flatMap((tint) => (tint.kind === 'tint' ? [tint, tintRule(tint)] : [])), ...items];
}

/** One tint under all neighbouring pieces of a box: two tints that meet would show a hairline. */
function addTint(tints: PlanItem[], x: number, y: number, width: number, height: number, page: PageTemplate): void {
  const air = 0.4 * page.row;
  const last = tints.at(-1);
  if (last?.kind === 'tint' && Math.abs(last.y + last.height - air - y) < 0.01) {
    tints[tints.length - 1] = { ...last, height: last.height + height };
  } else tints.push({ kind: 'tint', x, y: y - air, width, height: height + 2 * air });
}

function tintRule({ x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): PlanItem {
  return { kind: 'rule', x, y, length: width, upright: false, weight: 1, ink: 'black' };
}
