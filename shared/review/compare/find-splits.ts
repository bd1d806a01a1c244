import { plainText } from '../../interview/text';
import type { Block } from '../../interview/types';
import { likeness } from './compare-texts';
import { isProse } from './comparison';
import { tokensOf } from './tokens';

/** One paragraph that became several, or several that became one, as places in the two bodies. */
export interface Split {
  readonly kind: 'split' | 'merged';
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** How much of the words must be found again in the parts. */
const ALIKE = 0.8;

/** Looks beside each matched paragraph for strangers that hold the words which are missing from it. */
export function findSplits(
  a: readonly Block[],
  b: readonly Block[],
  matches: ReadonlyMap<number, number>,
): readonly Split[] {
  const found: Split[] = [];
  const back = new Map([...matches].map(([x, y]) => [y, x]));
  for (const [x, y] of matches) {
    const split = gather(a, x, b, y, (place) => !back.has(place));
    if (split) found.push({ kind: 'split', before: [x], after: split });
    else {
      const merged = gather(b, y, a, x, (place) => !matches.has(place));
      if (merged) found.push({ kind: 'merged', before: merged, after: [y] });
    }
  }
  return found;
}

/** The run of places around `seed` whose words together are those of the whole better than the seed alone; null when none is. */
function gather(
  wholeBody: readonly Block[],
  wholeAt: number,
  parts: readonly Block[],
  seed: number,
  isStranger: (place: number) => boolean,
): readonly number[] | null {
  const stands = (place: number) => isStranger(place) && (wordsAt(parts, place) ?? '').trim() !== '';
  if (!stands(seed + 1) && !stands(seed - 1)) return null;
  const whole = wordsAt(wholeBody, wholeAt);
  if (whole === null || whole === wordsAt(parts, seed)) return null;
  let places: readonly number[] = [seed];
  const target = tokensOf(whole);
  const likeOf = (run: readonly number[]) =>
    likeness(target, tokensOf(run.map((place) => wordsAt(parts, place) ?? '').join(' ')));
  let best = likeOf(places);
  for (let grown = true; grown;) {
    grown = false;
    for (const next of [(places.at(-1) ?? seed) + 1, (places[0] ?? seed) - 1]) {
      if (!stands(next)) continue;
      const run = next < (places[0] ?? seed) ? [next, ...places] : [...places, next];
      const like = likeOf(run);
      if (like <= best) continue;
      [places, best, grown] = [run, like, true];
    }
  }
  return places.length > 1 && best >= ALIKE ? places : null;
}

function wordsAt(body: readonly Block[], place: number): string | null {
  const block = body[place];
  return block && isProse(block) ? plainText(block.text) : null;
}
