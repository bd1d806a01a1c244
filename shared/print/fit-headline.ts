import type { Metrics } from './metrics';
import { tokenText } from './tokens';
import type { Token } from './tokens';
import { spaceWidth, tokenWidth } from './token-width';
import type { PageTemplate } from './page-template';
import type { TypeSize } from './type-scale';

export interface FittedHeadline {
  readonly type: TypeSize;
  readonly lines: readonly (readonly Token[])[];
}

/** More words than this are no headline: they are set small and as full as they get. */
const MOST_TOKENS = 60;

/** At or above these sizes one, two lines are enough, in shares of the largest size. */
const ENOUGH = [0.7, 0.48, 0, 0];

/**
 * The largest size at which a headline fills its lines: of all ways to part it, the one with the shortest longest line.
 * A line that ends with a comma reads better than a fuller one: it may be a fifth longer.
 */
export function fitHeadline(
  tokens: readonly Token[],
  width: number,
  page: PageTemplate,
  metrics: Metrics,
): FittedHeadline {
  const { least, most, weight } = page.headline;
  const at = (size: number): TypeSize => ({ face: 'headline', size, weight });
  const unit = at(1);
  const space = spaceWidth(unit, metrics);
  const widths = tokens.map((token) => tokenWidth(token, unit, metrics));
  const sums = prefixSums(tokens, widths, space);
  const long = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0) - (tokens[to - 1]?.space ? space : 0);
  const cost = (from: number, to: number) => {
    const token = tokens[to - 1];
    const comma = to < tokens.length && token && /[,;:.–—?!]$/u.test(tokenText(token));
    const length = long(from, to);
    return (comma ? length * 0.8 : length) + (to < tokens.length && token?.bound ? 1e3 : 0);
  };

  let choice: FittedHeadline | null = null;
  for (let count = 1; count <= Math.min(4, tokens.length) && tokens.length <= MOST_TOKENS; count++) {
    const cuts = bestCuts(tokens.length, count, cost);
    const ends = [...cuts, tokens.length];
    const longest = Math.max(...ends.map((end, line) => long(line === 0 ? 0 : (ends[line - 1] ?? 0), end)));
    // The width leaves room for kerning across spaces, which is not measured.
    const size = Math.floor(Math.min(most, (width * 0.992) / longest) * 4) / 4;
    if (count === 4 && choice && choice.type.size >= least) break;
    choice = { type: at(size), lines: ends.map((end, line) => tokens.slice(line === 0 ? 0 : ends[line - 1], end)) };
    if (size >= most * (ENOUGH[count - 1] ?? 0)) break;
  }
  if (choice && choice.type.size >= least) return choice;
  return { type: at(least), lines: fullLines(tokens, (width * 0.992) / least, long) };
}

function prefixSums(tokens: readonly Token[], widths: readonly number[], space: number): readonly number[] {
  const sums = [0];
  tokens.forEach((token, at) => sums.push((sums[at] ?? 0) + (widths[at] ?? 0) + (token.space ? space : 0)));
  return sums;
}

/** The ends of all lines but the last, so that the costliest line costs least. */
function bestCuts(count: number, lines: number, cost: (from: number, to: number) => number): readonly number[] {
  interface Best {
    readonly cost: number;
    readonly cuts: readonly number[];
  }
  const known = new Map<string, Best>();
  const best = (from: number, left: number): Best => {
    if (left === 1) return { cost: cost(from, count), cuts: [] };
    const key = `${from} ${left}`;
    const before = known.get(key);
    if (before) return before;
    let found: Best = { cost: Infinity, cuts: [] };
    for (let to = from + 1; to <= count - left + 1; to++) {
      const rest = best(to, left - 1);
      const total = Math.max(cost(from, to), rest.cost);
      if (total < found.cost) found = { cost: total, cuts: [to, ...rest.cuts] };
    }
    known.set(key, found);
    return found;
  };
  return best(0, lines).cuts;
}

function fullLines(
  tokens: readonly Token[],
  width: number,
  long: (from: number, to: number) => number,
): readonly (readonly Token[])[] {
  const lines: (readonly Token[])[] = [];
  let from = 0;
  while (from < tokens.length) {
    let to = from + 1;
    while (to < tokens.length && long(from, to + 1) <= width) to++;
    lines.push(tokens.slice(from, to));
    from = to;
  }
  return lines;
}
