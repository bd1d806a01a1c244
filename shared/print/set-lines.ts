import type { Box } from './break-lines';
import { balancedLines, justifiedLines, raggedLines } from './break-lines';
import type { Metrics } from './metrics';
import type { PlannedLine } from './plan';
import type { Token } from './tokens';
import { spaceWidth, splitLongTokens, tokenWidth } from './token-width';
import type { TypeSize } from './type-scale';

export interface LineSetting {
  readonly type: TypeSize;
  /** In points. */
  readonly width: number;
  /** justified: optimum fit; full: ragged, each line as full as it gets; balanced: ragged in the narrowest measure. */
  readonly shape: 'justified' | 'full' | 'balanced';
  /** The room before each line, in points; none when not given. Alike from line `same` on. */
  readonly indent?: (line: number) => number;
  readonly same?: number;
}

/**
 * From this share of its measure on the last line of a justified text is filled too: its spaces may have to give way,
 * and a compiler that is not told so would part it once more.
 */
const FULL = 0.992;

/** Sets tokens in lines. Every token stands on one line, in order; one too long for a line is parted between letters. */
export function setLines(tokens: readonly Token[], setting: LineSetting, metrics: Metrics): readonly PlannedLine[] {
  const { type, width, shape, indent = () => 0, same = 0 } = setting;
  const fitting = splitLongTokens(tokens, width - Math.max(indent(0), indent(same)), type, metrics);
  const space = spaceWidth(type, metrics);
  const boxes = fitting.map((token): Box => ({
    width: tokenWidth(token, type, metrics),
    space: token.space ? space : 0,
    bound: token.bound,
  }));
  const broken =
    shape === 'justified'
      ? justifiedLines(boxes, (line) => width - indent(line), same)
      : shape === 'balanced'
        ? balancedLines(boxes, width - indent(0))
        : raggedLines(boxes, width - indent(0));
  return broken.map(({ from, to, natural }, line) => ({
    tokens: fitting.slice(from, to + 1),
    indent: indent(line),
    justified: shape === 'justified' && (line < broken.length - 1 || natural > (width - indent(line)) * FULL),
    natural,
  }));
}
