/** What stands on a line as far as its width goes, in points. */
export interface Box {
  readonly width: number;
  /** The space behind it when the line goes on. */
  readonly space: number;
  /** No line may end behind it. */
  readonly bound: boolean;
}

/** The boxes of one line, `to` included, and its width without stretching. */
export interface BrokenLine {
  readonly from: number;
  readonly to: number;
  readonly natural: number;
}

/** How far the spaces of a justified line give way, as a share of their width. */
const SHRINK = 0.25;
const STRETCH = 0.5;
/** A line that ends with this few boxes at the foot of a paragraph costs as much as a visibly loose one. */
const RUNT = 9_000;

interface Node {
  readonly cost: number;
  readonly from: number;
  readonly before: Node | null;
  readonly natural: number;
  readonly line: number;
}

/**
 * Parts a justified paragraph so that all of its lines together are as even as can be (optimum fit).
 * `widthOf` gives the width of each line; from line `same` on they are alike.
 */
export function justifiedLines(
  boxes: readonly Box[],
  widthOf: (line: number) => number,
  same = 0,
): readonly BrokenLine[] {
  if (boxes.length === 0) return [];
  // nodes[i]: the best ways to start a line with box i, by the number of that line as far as numbers matter.
  const nodes = Array.from({ length: boxes.length + 1 }, () => new Map<number, Node>());
  nodes[0]?.set(0, { cost: 0, from: -1, before: null, natural: 0, line: 0 });
  for (let from = 0; from < boxes.length; from++) {
    for (const node of nodes[from]?.values() ?? []) {
      const width = widthOf(node.line);
      for (const { to, natural, cost } of candidates(boxes, from, width)) {
        const line = node.line + 1;
        const key = Math.min(line, same);
        const next = { cost: node.cost + cost, from, before: node, natural, line };
        const target = nodes[to + 1];
        const known = target?.get(key);
        if (target && (!known || next.cost < known.cost)) target.set(key, next);
      }
    }
  }
  let best: Node | null = null;
  for (const node of nodes[boxes.length]?.values() ?? []) if (!best || node.cost < best.cost) best = node;
  const lines: BrokenLine[] = [];
  let to = boxes.length - 1;
  for (let node = best; node?.before; node = node.before) {
    lines.unshift({ from: node.from, to, natural: node.natural });
    to = node.from - 1;
  }
  return lines;
}

interface Candidate {
  readonly to: number;
  readonly natural: number;
  readonly cost: number;
}

function candidates(boxes: readonly Box[], from: number, width: number): readonly Candidate[] {
  const found: Candidate[] = [];
  let natural = 0;
  let spaces = 0;
  let fallback: Candidate | null = null;
  for (let to = from; to < boxes.length; to++) {
    const before = boxes[to - 1];
    const box = boxes[to];
    if (!box) break;
    if (to > from) {
      natural += before?.space ?? 0;
      spaces += before?.space ?? 0;
    }
    natural += box.width;
    if (natural - spaces * SHRINK > width + 0.01) break;
    const last = to === boxes.length - 1;
    const cost = last ? lastCost(natural, width, spaces, from, to) : lineCost(natural, width, spaces);
    fallback = { to, natural, cost: cost + 1e9 };
    if (last || !box.bound) found.push({ to, natural, cost });
  }
  if (found.length > 0) return found;
  // Nothing may end a line here, or one box is wider than the line: it is broken all the same.
  return [fallback ?? { to: from, natural: boxes[from]?.width ?? 0, cost: 1e15 }];
}

function lineCost(natural: number, width: number, spaces: number): number {
  const slack = width - natural;
  const room = spaces * (slack < 0 ? SHRINK : STRETCH);
  const ratio = room > 0 ? Math.abs(slack) / room : slack <= 0 ? 0 : 60;
  return (10 + 100 * ratio ** 3) ** 2;
}

function lastCost(natural: number, width: number, spaces: number, from: number, to: number): number {
  const squeezed = natural > width ? lineCost(natural, width, spaces) : 100;
  return squeezed + (to === from && natural < width / 3 && from > 0 ? RUNT : 0);
}

/** Parts a ragged text: every line as full as it gets. */
export function raggedLines(boxes: readonly Box[], width: number): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let from = 0;
  while (from < boxes.length) {
    let natural = boxes[from]?.width ?? 0;
    let end = from;
    let endNatural = natural;
    let bound = boxes[from]?.bound ?? false;
    for (let to = from + 1; to < boxes.length; to++) {
      natural += (boxes[to - 1]?.space ?? 0) + (boxes[to]?.width ?? 0);
      if (natural > width + 0.01) break;
      const box = boxes[to];
      if (!box?.bound || to === boxes.length - 1) {
        end = to;
        endNatural = natural;
        bound = false;
      } else if (bound) {
        // Bound from the start of the line on: as much of it as goes.
        end = to;
        endNatural = natural;
      }
    }
    lines.push({ from, to: end, natural: endNatural });
    from = end + 1;
  }
  return lines;
}

/** Parts a ragged text in the narrowest measure that needs no further line: no single word is left on the last one. */
export function balancedLines(boxes: readonly Box[], width: number): readonly BrokenLine[] {
  const full = raggedLines(boxes, width);
  let [narrow, wide] = [width * 0.6, width];
  for (let step = 0; step < 7; step++) {
    const middle = (narrow + wide) / 2;
    if (boxes.some((box) => box.width > middle) || raggedLines(boxes, middle).length > full.length) narrow = middle;
    else wide = middle;
  }
  return raggedLines(boxes, wide);
}
