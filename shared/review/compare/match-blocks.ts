import { shownInBlock } from '../../interview/shown-pictures';
import { plainText } from '../../interview/text';
import type { Block } from '../../interview/types';
import { textsOfBlock } from '../../interview/visit';
import { likeness } from './compare-texts';
import { tokensOf } from './tokens';

/** From this likeness on, blocks of the same id or beside each other are one block that was edited. */
const ALIKE = 0.35;
/** Without the id to speak for it, more words must agree. */
const VERY_ALIKE = 0.6;
/** More strangers than this are not compared with each other one by one. */
const STRANGERS = 150;

/**
 * Which block of `b` is which of `a`: by id, but not by id alone, as a reader of plain text numbers blocks anew each time.
 * Then by the same words, by like words, and what is left of the same id at last.
 */
export function matchBlocks(a: readonly Block[], b: readonly Block[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  const wordsA = a.map(wordsOf);
  const wordsB = b.map(wordsOf);
  const tokens = new Map<string, readonly string[]>();
  const tokensFor = (words: string) => {
    const known = tokens.get(words) ?? tokensOf(words);
    tokens.set(words, known);
    return known;
  };
  const match = (x: number, y: number) => {
    matches.set(x, y);
    taken.add(y);
  };
  const alike = (x: number, y: number) => likeness(tokensFor(wordsA[x] ?? ''), tokensFor(wordsB[y] ?? ''));
  // Most edits leave a good part of a block at its start or end: that needs no counting of words.
  const edged = (x: number, y: number) => sharedEdges(wordsA[x] ?? '', wordsB[y] ?? '') >= ALIKE;
  const byId = new Map(b.map((block, index) => [block.id, index]));

  const sameId = (accept: (x: number, y: number) => boolean) => {
    for (const [x, block] of a.entries()) {
      const y = byId.get(block.id);
      if (y !== undefined && !matches.has(x) && !taken.has(y) && accept(x, y)) match(x, y);
    }
  };
  sameId((x, y) => wordsA[x] === wordsB[y]);
  const byWords = new Map<string, number[]>();
  for (const [y, words] of wordsB.entries())
    if (!taken.has(y) && words !== '') byWords.set(words, [...(byWords.get(words) ?? []), y]);
  for (const [x, words] of wordsA.entries()) {
    const y = matches.has(x) ? undefined : byWords.get(words)?.shift();
    if (y !== undefined) match(x, y);
  }
  sameId((x, y) => wordsA[x] === '' || wordsB[y] === '' || edged(x, y) || alike(x, y) >= ALIKE);

  const leftA = [...a.keys()].filter((x) => !matches.has(x));
  const leftB = [...b.keys()].filter((y) => !taken.has(y));
  if (leftA.length <= STRANGERS && leftB.length <= STRANGERS) {
    const pairs = leftA.flatMap((x) => leftB.map((y) => ({ x, y, like: alike(x, y) })));
    for (const { x, y, like } of pairs.toSorted((p, q) => q.like - p.like || p.x - q.x || p.y - q.y))
      if (like >= VERY_ALIKE && !matches.has(x) && !taken.has(y)) match(x, y);
  }
  sameId((x, y) => a[x]?.kind === b[y]?.kind);
  return matches;
}

function wordsOf(block: Block): string {
  const alts = shownInBlock(block).map(({ alt }) => alt);
  return [...textsOfBlock(block).map(({ text }) => plainText(text)), ...alts].join('\n');
}

/** How much of the longer text both have at their starts and ends. */
function sharedEdges(a: string, b: string): number {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return longer === 0 ? 1 : (start + end) / longer;
}
