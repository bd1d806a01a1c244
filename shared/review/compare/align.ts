import { diffArrays } from 'diff';
import { isWeak } from './tokens';

/** Two tokens that are the same word: their places in the first and in the second list. */
export type Anchor = readonly [number, number];

/**
 * Beyond so many differing tokens the middle counts as replaced whole: the time of the search grows with the square, and no
 * reader follows a word-by-word comparison of two unlike texts.
 */
const EDIT_LIMIT = 3000;

/** The words that two lists of tokens have in common, in order. Spaces and commas alone between changed words are none. */
export function anchorsOf(a: readonly string[], b: readonly string[]): readonly Anchor[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const head = Array.from({ length: start }, (_, index): Anchor => [index, index]);
  const tail = Array.from({ length: end }, (_, index): Anchor => [a.length - end + index, b.length - end + index]);
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end), start);
  return [...head, ...withoutWeak(middle, a), ...tail];
}

function between(a: string[], b: string[], offset: number): Anchor[] {
  if (a.length === 0 || b.length === 0) return [];
  const changes = diffArrays(a, b, { maxEditLength: EDIT_LIMIT });
  const anchors: Anchor[] = [];
  let [left, right] = [offset, offset];
  for (const { added, removed, value } of changes ?? []) {
    if (!added && !removed)
      for (let index = 0; index < value.length; index++) anchors.push([left + index, right + index]);
    if (!added) left += value.length;
    if (!removed) right += value.length;
  }
  return anchors;
}

/** Without the runs of anchors that hold no word: a change touches them on both sides. */
function withoutWeak(anchors: readonly Anchor[], a: readonly string[]): readonly Anchor[] {
  const kept: Anchor[] = [];
  for (let from = 0; from < anchors.length;) {
    let to = from + 1;
    while (to < anchors.length && isNext(anchors[to - 1], anchors[to])) to++;
    const run = anchors.slice(from, to);
    if (run.some(([index]) => !isWeak(a[index] ?? ''))) kept.push(...run);
    from = to;
  }
  return kept;
}

function isNext(a: Anchor | undefined, b: Anchor | undefined): boolean {
  return a !== undefined && b !== undefined && b[0] === a[0] + 1 && b[1] === a[1] + 1;
}
