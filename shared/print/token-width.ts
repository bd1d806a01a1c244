import type { Metrics } from './metrics';
import { cutOf, RAISED_SIZE } from './metrics';
import type { Token } from './tokens';
import { tokenText } from './tokens';
import type { TypeSize } from './type-scale';

/** The drawn square at the end of a piece: the air before it and its side, in points. */
export const END_MARK = { gap: 3.4, side: 4.6 } as const;

/** How wide a token is without the space behind it, in points. */
export function tokenWidth({ fragments, endMark }: Token, type: TypeSize, metrics: Metrics): number {
  const words = fragments.reduce(
    (sum, { text, style }) => sum + metrics.width(cutOf(type, style), text) * (style.raise ? RAISED_SIZE : 1),
    0,
  );
  return words * type.size + (endMark ? END_MARK.gap + END_MARK.side : 0);
}

/** How wide the space between two words is, in points. */
export function spaceWidth(type: TypeSize, metrics: Metrics): number {
  return metrics.width(cutOf(type), ' ') * type.size;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The tokens with those that no line holds parted between letters; no letter is lost and none is added. */
export function splitLongTokens(
  tokens: readonly Token[],
  width: number,
  type: TypeSize,
  metrics: Metrics,
): readonly Token[] {
  if (tokens.every((token) => tokenWidth(token, type, metrics) <= width)) return tokens;
  return tokens.flatMap((token) => {
    const natural = tokenWidth(token, type, metrics);
    const letters = [...graphemes.segment(tokenText(token))].map(({ segment }) => segment);
    if (natural <= width || letters.length < 2) return [token];
    const count = Math.max(1, Math.floor((letters.length * width * 0.8) / natural));
    const style = token.fragments[0]?.style ?? {};
    const parts: Token[] = [];
    let start = token.start;
    for (let at = 0; at < letters.length; at += count) {
      const text = letters.slice(at, at + count).join('');
      const last = at + count >= letters.length;
      parts.push({ ...(last ? token : { bound: false, space: false }), fragments: [{ text, style }], start } as Token);
      start += text.length;
    }
    return parts;
  });
}
