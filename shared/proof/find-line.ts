import type { Place } from '../interview/visit';
import type { ProofLine, Spot } from './proof';

/** The line that holds a place in the text: the last one that starts at or before it. Null when the place does not print. */
export function lineOfSpot(lines: readonly ProofLine[], { place, offset }: Spot): ProofLine | null {
  const own = lines.filter((line) => samePlace(line.place, place));
  return own.findLast(({ from }) => from <= offset) ?? own[0] ?? null;
}

/** How far from a line a click still means it, in points. */
const NEAR = 12;

/** The place in the text at a point of a page: in the nearest line, by how far along it the point lies. */
export function spotAt(lines: readonly ProofLine[], page: number, x: number, y: number): Spot | null {
  let best: { readonly line: ProofLine; readonly distance: number } | null = null;
  for (const line of lines) {
    if (line.page !== page) continue;
    const across = Math.max(line.x - x, 0, x - line.x - line.width);
    const down = Math.max(line.y - y, 0, y - line.y - line.height);
    const distance = Math.hypot(across, down);
    if (distance <= NEAR && (!best || distance < best.distance)) best = { line, distance };
  }
  if (!best) return null;
  const { line } = best;
  const along = Math.min(1, Math.max(0, (x - line.x) / line.width));
  return { place: line.place, offset: line.from + Math.round(along * (line.to - line.from)) };
}

function samePlace(one: Place, other: Place): boolean {
  return one.block === other.block && one.part === other.part && (one.index ?? 0) === (other.index ?? 0);
}
