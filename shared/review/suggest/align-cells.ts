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
  // Two words may share letters at the edge of the change ("cuốn" stays, "quyển" comes): compared are whole ones.
  while (start > 0 && isInWord(a[start - 1]) && (isInWord(a[start]) || isInWord(b[start]))) places[--start] = -1;
  while (end > 0 && isInWord(a[a.length - end]) && (isInWord(a[a.length - end - 1]) || isInWord(b[b.length - end - 1])))
    places[a.length - end--] = -1;
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)].map((part) =>
    tokensOf(part.join('')),
  ) as [readonly string[], readonly string[]];
  const [fromWas, fromIs] = [startsOf(was), startsOf(is)];
  for (const [x, y] of anchorsOf(was, is)) {
    const length = [...(was[x] ?? '')].length;
    for (let index = 0; index < length; index++)
      places[start + (fromWas[x] ?? 0) + index] = start + (fromIs[y] ?? 0) + index;
  }
  slideGone(a, places);
  const back = new Int32Array(b.length).fill(-1);
  for (const [was, is] of places.entries()) if (is >= 0) back[is] = was;
  slideGone(b, back);
  places.fill(-1);
  for (const [is, was] of back.entries()) if (was >= 0) places[was] = is;
  return places;
}

/**
 * Two paragraphs often end in the same full stop or begin with the same word: what would be seen as ".¶Đoạn này" gone becomes
 * "Đoạn này.¶", wherever a stretch without a partner can be slid so that it begins where a paragraph begins.
 */
function slideGone(chars: readonly string[], partners: Int32Array): void {
  for (let from = 0; from < chars.length;) {
    if (hasPartner(partners, from)) {
      from++;
      continue;
    }
    let to = from;
    while (to < chars.length && !hasPartner(partners, to)) to++;
    const slide = slideOf(chars, partners, from, to);
    for (let index = 0; index < Math.abs(slide); index++) {
      const [left, right] = slide > 0 ? [from + index, to + index] : [from - 1 - index, to - 1 - index];
      const [stays, goes] = slide > 0 ? [left, right] : [right, left];
      partners[stays] = partners[goes] ?? -1;
      partners[goes] = -1;
    }
    from = to + Math.max(slide, 0);
  }
}

/** How far on, or with a negative number back, such a stretch has to go; 0 where it cannot or need not. */
function slideOf(chars: readonly string[], partners: Int32Array, from: number, to: number): number {
  if (from === 0 || isSign(chars[from - 1]) || !chars.slice(from, to).some(isSign)) return 0;
  for (let slide = 1; hasPartner(partners, to + slide - 1); slide++) {
    if (chars[from + slide - 1] !== chars[to + slide - 1]) break;
    if (isSign(chars[from + slide - 1])) return slide;
  }
  for (let slide = 1; hasPartner(partners, from - slide); slide++) {
    if (chars[from - slide] !== chars[to - slide]) break;
    if (from === slide || isSign(chars[from - slide - 1])) return -slide;
  }
  return 0;
}

function hasPartner(partners: Int32Array, at: number): boolean {
  return (partners[at] ?? -1) >= 0;
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

function isInWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{M}\p{N}]/u.test(char);
}

function isCombining(char: string | undefined): boolean {
  return char !== undefined && /\p{M}/u.test(char);
}
