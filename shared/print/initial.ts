import { CAPITAL } from './display';
import type { Metrics } from './metrics';
import { cutOf } from './metrics';
import type { PageTemplate } from './page-template';
import type { PlannedLine } from './plan';
import { setLines } from './set-lines';
import type { LineSetting } from './set-lines';
import { spaceWidth } from './token-width';
import type { Token } from './tokens';
import { typeOf } from './type-scale';

/** The initial of a paragraph and the lines that stand round it. */
export interface Initial {
  readonly letter: string;
  readonly rows: number;
  /** In points. */
  readonly size: number;
  readonly lines: readonly PlannedLine[];
}

/** The room between the initial and its lines, in points. */
const AIR = 3.2;

/** Spaces beside an initial wider than so many of their own widths look like holes. */
const LOOSEST = 3;

/**
 * An initial as deep as the template asks: it stands on the baseline of its last line, its head level with the capitals
 * of the first. A lower one where the lines beside it would gape, and none where they gape beside every one, or where
 * the paragraph starts with no capital or is too short to stand round it.
 */
export function initialOf(
  tokens: readonly Token[],
  setting: LineSetting,
  page: PageTemplate,
  metrics: Metrics,
): Initial | null {
  for (let rows: number = page.dropCap; rows >= 2; rows--) {
    const tried = initialOver(rows, tokens, setting, page, metrics);
    if (tried && !gapes(tried, setting, metrics)) return tried;
  }
  return null;
}

function gapes({ lines, rows }: Initial, { type, width }: LineSetting, metrics: Metrics): boolean {
  const space = spaceWidth(type, metrics);
  return lines.slice(0, rows).some(({ tokens, natural, indent, justified }) => {
    const spaces = tokens.slice(0, -1).filter((token) => token.space).length;
    return justified && width - indent - natural > spaces * space * (LOOSEST - 1);
  });
}

function initialOver(
  rows: number,
  tokens: readonly Token[],
  setting: LineSetting,
  page: PageTemplate,
  metrics: Metrics,
): Initial | null {
  const [first, ...rest] = tokens;
  const fragment = first?.fragments[0];
  const letter = fragment?.text[0];
  if (!first || !fragment || !letter || !/\p{Lu}/u.test(letter)) return null;
  const text = typeOf(page, 'text');
  const size = ((rows - 1) * page.row + CAPITAL[text.face] * text.size) / CAPITAL.headline;
  const width = metrics.width(cutOf({ face: 'headline', size, weight: 700 }), letter) * size + AIR;
  const left = [{ ...fragment, text: fragment.text.slice(1) }, ...first.fragments.slice(1)].filter(
    (part) => part.text !== '',
  );
  // A word of one letter is gone with it; the space behind it is the air beside the initial.
  const words = left.length > 0 ? [{ ...first, fragments: left, start: first.start + 1 }, ...rest] : rest;
  if (words.length === 0) return null;
  const lines = setLines(words, { ...setting, indent: (line) => (line < rows ? width : 0), same: rows }, metrics);
  return lines.length > rows ? { letter, rows, size, lines } : null;
}
