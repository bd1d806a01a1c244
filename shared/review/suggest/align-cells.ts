import { anchorsOf } from '../compare/align';
import { PARAGRAPH_END, tokensOf } from '../compare/tokens';
import { isAtom } from './atoms';
import { charOf, isEnd, type Cell } from './weave';

/** Up to so many code points around the change are compared one by one; beyond, by words. */
const FEW = 12;
/** Beyond so many code points all of the middle counts as written anew: to compare them would be felt while typing. */
const MOST = 40_000;
/** Where the signs for photos, quotes and other blocks without words begin; no text of ours holds these. */
const FIRST_SIGN = 0xf0000;

/**
 * For each of the old cells its place among the new ones, or -1 when it is gone. A letter keeps its combining marks: "ồ" never
 * becomes an "o" that stays and marks that come.
 */
export function alignCells(old: readonly Cell[], fresh: readonly Cell[]): Int32Array {
  const places = new Int32Array(old.length).fill(-1);
  const signs = new Map<string, string>();
  const [a, b] = [old, fresh].map((cells) => cells.map((cell) => signOf(cell, signs))) as [string[], string[]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  while (start > 0 && (isCombining(a[start]) || isCombining(b[start]))) start--;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  while (end > 0 && (isCombining(a[a.length - end]) || isCombining(b[b.length - end]))) end--;
  const [gone, come] = [a.length - start - end, b.length - start - end];
  const slide = come === 0 ? slideToParagraph(a, start, gone) : gone === 0 ? slideToParagraph(b, start, come) : 0;
  start -= slide;
  end += slide;
  for (let index = 0; index < start; index++) places[index] = index;
  for (let index = 1; index <= end; index++) places[a.length - index] = b.length - index;

  if (gone === 0 || come === 0 || gone + come <= FEW || gone + come > MOST) return places;
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)].map((part) =>
    tokensOf(part.join('')),
  ) as [readonly string[], readonly string[]];
  const [fromWas, fromIs] = [startsOf(was), startsOf(is)];
  for (const [x, y] of anchorsOf(was, is)) {
    const length = [...(was[x] ?? '')].length;
    for (let index = 0; index < length; index++)
      places[start + (fromWas[x] ?? 0) + index] = start + (fromIs[y] ?? 0) + index;
  }
  return places;
}

/** What a cell is compared by: its character, for a block without words a sign of its own. */
function signOf(cell: Cell, signs: Map<string, string>): string {
  if (!isEnd(cell) || !isAtom(cell.end.kind)) return charOf(cell);
  const { id } = cell.end;
  const sign = signs.get(id) ?? String.fromCodePoint(FIRST_SIGN + signs.size);
  signs.set(id, sign);
  return sign;
}

/**
 * How far a stretch of whole paragraphs can be slid back so that it begins where a paragraph begins: two paragraphs with the
 * same first letter would else seem cut behind that letter. 0 when it cannot.
 */
function slideToParagraph(chars: readonly string[], start: number, length: number): number {
  if (!chars.slice(start, start + length).some(isSign)) return 0;
  let slide = 0;
  for (;;) {
    const before = start - slide - 1;
    if (before < 0 || isSign(chars[before])) return slide;
    if (chars[before] !== chars[before + length]) return 0;
    slide++;
  }
}

function isSign(char: string | undefined): boolean {
  return char === PARAGRAPH_END || (char !== undefined && (char.codePointAt(0) ?? 0) >= FIRST_SIGN);
}

/** Where each token starts, in code points. */
function startsOf(tokens: readonly string[]): readonly number[] {
  let at = 0;
  return tokens.map((token) => {
    const start = at;
    at += [...token].length;
    return start;
  });
}

function isCombining(char: string | undefined): boolean {
  return char !== undefined && /\p{M}/u.test(char);
}
