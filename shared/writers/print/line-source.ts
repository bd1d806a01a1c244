import type { Style } from '../../print/metrics';
import type { PlannedLine } from '../../print/plan';
import type { Token } from '../../print/tokens';
import { literal } from './literal';
import { SMALL } from './widths-source';

/**
 * The words of a line as Typst source, in as few pieces as their styles leave. `mark` stands behind the last of them: a
 * mark between words would part what is shaped together, and one before them would stand on the line above.
 */
export function lineSource({ tokens }: Pick<PlannedLine, 'tokens'>, mark: string): string {
  const parts: string[] = [];
  let plain = '';
  const flush = () => {
    if (plain) parts.push(`#${literal(plain)}`);
    plain = '';
  };
  for (const [at, { fragments, space }] of tokens.entries()) {
    for (const { text, style } of fragments) {
      if (isPlain(style)) plain += text;
      else {
        flush();
        parts.push(styled(text, style));
      }
    }
    if (space && at < tokens.length - 1) plain += ' ';
  }
  flush();
  return `${parts.join('')}${endsPiece(tokens) ? '#E' : ''}${mark}`;
}

function endsPiece(tokens: readonly Token[]): boolean {
  return tokens.at(-1)?.endMark === true;
}

function isPlain({ bold, italic, raise, blank, small }: Style): boolean {
  return !bold && !italic && !raise && !blank && !small;
}

function styled(text: string, { bold, italic, raise, blank, small }: Style): string {
  const words = raise ? `raised(${raise === 'super' ? '-0.42em' : '0.18em'}, ${literal(text)})` : literal(text);
  const look = `${bold ? 'weight: 700, ' : ''}${small ? `features: ${SMALL}, ` : ''}${blank ? 'fill: red, ' : ''}`;
  const body = look ? `s(${look}${words})` : words;
  return `#${italic ? `emph(${body})` : body};`;
}
