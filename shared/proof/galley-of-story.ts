import type { Piece } from '../print/flow';
import type { Token } from '../print/tokens';
import { tokenText } from '../print/tokens';
import { placeOf, spanOf } from './lines-of-plan';
import type { GalleyLine } from './proof';

/** The story as the galley shows it: every line of the one column, numbered from 1. */
export function galleyOfStory(pieces: readonly Piece[]): readonly GalleyLine[] {
  const galley: GalleyLine[] = [];
  let number = 0;
  for (const piece of pieces) {
    if (piece.kind === 'fixed') {
      const rows = piece.above + piece.rows;
      galley.push({ role: piece.what, text: '', number: null, rows, justified: false, indent: 0, spot: null });
      continue;
    }
    const place = placeOf(piece.source);
    piece.lines.forEach((line, at) => {
      const span = spanOf(line);
      galley.push({
        role: piece.role,
        text: wordsOf(line.tokens),
        number: (number += 1),
        rows: 1 + (at === 0 ? piece.style.above : 0),
        justified: line.justified,
        indent: line.indent + piece.style.inset,
        spot: place && span ? { place, offset: span.from } : null,
      });
    });
  }
  return galley;
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => tokenText(token) + (token.space ? ' ' : ''))
    .join('')
    .trimEnd();
}
