import { anchorsOf } from '../compare/align';
import { tokensOf } from '../compare/tokens';
import { charOf, type Cell } from './weave';

/** Up to so many code points around the change are compared one by one; beyond, by words. */
const FEW = 12;

/**
 * For each of the old cells its place among the new ones, or -1 when it is gone. A letter keeps its combining marks: "ồ" never
 * becomes an "o" that stays and marks that come.
 */
export function alignCells(old: readonly Cell[], fresh: readonly Cell[]): Int32Array {
  const places = new Int32Array(old.length).fill(-1);
  const [a, b] = [old.map(charOf), fresh.map(charOf)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  while (start > 0 && (isCombining(a[start]) || isCombining(b[start]))) start--;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  while (end > 0 && (isCombining(a[a.length - end]) || isCombining(b[b.length - end]))) end--;
  for (let index = 0; index < start; index++) places[index] = index;
  for (let index = 1; index <= end; index++) places[a.length - index] = b.length - index;

  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length === 0 || right.length === 0 || left.length + right.length <= FEW) return places;
  const [was, is] = [tokensOf(left.join('')), tokensOf(right.join(''))];
  const [fromWas, fromIs] = [startsOf(was), startsOf(is)];
  for (const [x, y] of anchorsOf(was, is)) {
    const length = [...(was[x] ?? '')].length;
    for (let index = 0; index < length; index++)
      places[start + (fromWas[x] ?? 0) + index] = start + (fromIs[y] ?? 0) + index;
  }
  return places;
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
