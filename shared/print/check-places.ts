import type { PlannedLine, PrintPlan, TextItem } from './plan';

/** Where a line was painted: its number, its page from 1, and the end of its baseline, in points. */
export type Place = readonly [line: number, page: number, x: number, y: number];

/** Every line of the texts of a plan in the order of painting, with the baseline it should stand on. */
function* plannedLines(plan: PrintPlan) {
  for (const [page, { items }] of plan.pages.entries()) {
    for (const item of items) {
      if (item.kind !== 'text') continue;
      for (const [at, line] of item.lines.entries()) yield { page: page + 1, item, line, y: baselineOf(item, at) };
    }
  }
}

/** The baseline of a line of a text, in points from the top of the sheet. */
function baselineOf({ y, leading, baseline }: Pick<TextItem, 'y' | 'leading' | 'baseline'>, line: number): number {
  return y + baseline + line * leading;
}

/** Punctuation hangs into the gutter by less than this, in points. */
const HANGING = 6;

/**
 * How many tokens do not stand where the plan has them; 0 when the page is what was planned. A line is known by its end:
 * one that was parted once more ends lower, with all that follow in its text; one that is too long ends outside its
 * measure; one that should be filled and is not ends before it.
 */
export function tokensOffPlan(plan: PrintPlan, places: readonly Place[]): number {
  const found = new Map(places.map((place) => [place[0], place]));
  let number = 0;
  let off = 0;
  for (const { page, item, line, y } of plannedLines(plan)) {
    const place = found.get(number++);
    const right = item.x + item.width;
    const least = line.justified && hasSpaces(line) ? right : item.x;
    const stands =
      place !== undefined &&
      place[1] === page &&
      Math.abs(place[3] - y) < 0.05 &&
      place[2] > least - HANGING &&
      place[2] < right + HANGING;
    if (!stands) off += line.tokens.length;
  }
  return off + Math.max(0, places.length - number);
}

function hasSpaces({ tokens }: PlannedLine): boolean {
  return tokens.some(({ space }, at) => space && at < tokens.length - 1);
}
