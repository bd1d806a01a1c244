import { plainText } from '../../interview/text';
import type { Text } from '../../interview/types';
import { isUnchanged } from './compare-texts';
import type { Piece } from './compare-texts';

/** So many characters of what did not change are left before and behind a change: a line or two to know the place by. */
const AROUND = 70;

/** Stands for words that are left out. */
export const ELLIPSIS = '…';

/**
 * The pieces with only the words near a change left of what did not change; cut between words, never inside one. The same
 * pieces when there is nothing worth leaving out.
 */
export function foldUnchanged(pieces: readonly Piece[]): readonly Piece[] {
  if (isUnchanged(pieces)) return pieces;
  const folded = pieces.map((piece, at): Piece => {
    if (piece.kind !== 'same') return piece;
    const plain = plainText(piece.text);
    const head = at === 0 ? 0 : endOfHead(plain);
    const tail = at === pieces.length - 1 ? plain.length : startOfTail(plain);
    if (tail - head <= AROUND) return piece;
    const [before, behind] = [cut(piece.text, 0, head), cut(piece.text, tail, plain.length)];
    return { kind: 'same', text: [...before, { text: head === 0 ? `${ELLIPSIS} ` : ` ${ELLIPSIS} ` }, ...behind] };
  });
  return folded.some((piece, at) => piece !== pieces[at]) ? folded : pieces;
}

function endOfHead(plain: string): number {
  const space = plain.lastIndexOf(' ', AROUND);
  return space < 0 ? 0 : space;
}

function startOfTail(plain: string): number {
  const space = plain.indexOf(' ', plain.length - AROUND);
  return space < 0 ? plain.length : space + 1;
}

function cut(text: Text, from: number, to: number): Text {
  let at = 0;
  return text.flatMap((run) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, run.text.length)];
    at += run.text.length;
    return start < end ? [{ ...run, text: run.text.slice(start, end) }] : [];
  });
}
