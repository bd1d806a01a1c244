import type { PrintPlan, TextItem } from './plan';

/** Where a token was painted: its number, its page from 1, and the end of its baseline, in points. */
export type Place = readonly [token: number, page: number, x: number, y: number];

/** Every token of the texts of a plan in the order of painting, with the line that should hold it. */
export function* plannedTokens(plan: PrintPlan) {
  for (const [page, { items }] of plan.pages.entries()) {
    for (const item of items) {
      if (item.kind !== 'text') continue;
      for (const [line, { tokens, justified }] of item.lines.entries()) {
        for (const token of tokens) yield { page: page + 1, item, line, justified, token, y: baselineOf(item, line) };
      }
    }
  }
}

/** The baseline of a line of a text, in points from the top of the sheet. */
export function baselineOf(
  { y, leading, baseline }: Pick<TextItem, 'y' | 'leading' | 'baseline'>,
  line: number,
): number {
  return y + baseline + line * leading;
}

/** Punctuation hangs into the gutter by less than this, in points. */
const HANGING = 6;

/** How many tokens do not stand where the plan has them; 0 when the page is what was planned. */
export function tokensOffPlan(plan: PrintPlan, places: readonly Place[]): number {
  const found = new Map(places.map((place) => [place[0], place]));
  let number = 0;
  let off = 0;
  for (const { page, item, y } of plannedTokens(plan)) {
    const place = found.get(number++);
    const stands =
      place !== undefined &&
      place[1] === page &&
      Math.abs(place[3] - y) < 0.05 &&
      place[2] > item.x - HANGING &&
      place[2] < item.x + item.width + HANGING;
    if (!stands) off++;
  }
  return off + Math.max(0, places.length - number);
}
