import { formatByline } from '../../interview/byline';
import { plainText, toText } from '../../interview/text';
import type { Interview } from '../../interview/types';
import { textsOf, type Place } from '../../interview/visit';
import { likeness } from '../compare/compare-texts';
import { tokensOf } from '../compare/tokens';
import type { SettledParagraph } from './project';

/** From this likeness on a paragraph between two known ones is the one that stood there. */
const ALIKE = 0.4;

/**
 * Places by their words for paragraphs whose bookmarks a program has dropped: first the same words, in their order, then
 * between two known places, as many as there were, the ones that are alike. Paragraphs that have a place keep it.
 * `shown`: the blocks that the document shows, when it does not show the whole piece.
 */
export function matchPlaces(
  paragraphs: readonly SettledParagraph[],
  piece: Interview,
  shown?: ReadonlySet<string>,
): readonly SettledParagraph[] {
  const byline = formatByline(piece.byline);
  const slots = [
    ...textsOf(piece).map(({ place, text }) => ({ place, words: plainText(text) })),
    ...(byline === '' ? [] : [{ place: { part: 'byline' } as Place, words: plainText(toText(byline)) }]),
  ].filter(
    ({ place, words }) => words.trim() !== '' && (!shown || (place.block !== undefined && shown.has(place.block))),
  );
  const keys = slots.map(({ place }) => keyOf(place));
  const found = new Map<number, number>();
  paragraphs.forEach(({ place }, at) => {
    const slot = place ? keys.indexOf(keyOf(place)) : -1;
    if (slot >= 0) found.set(at, slot);
  });
  // Most documents keep all bookmarks: then a paragraph without one is new.
  if (found.size >= slots.length * 0.5) return paragraphs;

  const taken = new Set(found.values());
  const words = paragraphs.map(wordsOf);
  let from = 0;
  for (const [at, own] of words.entries()) {
    if (found.has(at) || own === '') continue;
    const slot = slots.findIndex((each, index) => index >= from && !taken.has(index) && isSame(each.words, own));
    if (slot < 0) continue;
    found.set(at, slot);
    taken.add(slot);
    from = slot + 1;
  }
  for (const [at, own] of words.entries()) {
    if (found.has(at) || own === '') continue;
    const before = lastBefore(found, at);
    const behind = firstBehind(found, at, slots.length);
    for (let slot = before + 1; slot < behind; slot++) {
      if (taken.has(slot) || likeness(tokensOf(slots[slot]?.words ?? ''), tokensOf(own)) < ALIKE) continue;
      found.set(at, slot);
      taken.add(slot);
      break;
    }
  }
  return paragraphs.map((paragraph, at) => {
    const slot = found.get(at);
    return slot === undefined ? paragraph : { ...paragraph, place: slots[slot]?.place ?? null };
  });
}

function keyOf({ block = '', part, index }: Place): string {
  return `${block} ${part} ${index ?? ''}`;
}

/** As they were before the changes that the document tracks. */
function wordsOf({ spans }: SettledParagraph): string {
  return spans
    .filter(({ ins }) => !ins)
    .map(({ text }) => text)
    .join('')
    .trim();
}

function isSame(words: string, own: string): boolean {
  return words === own || own.endsWith(` ${words}`);
}

function lastBefore(found: ReadonlyMap<number, number>, at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const slot = found.get(index);
    if (slot !== undefined) return slot;
  }
  return -1;
}

function firstBehind(found: ReadonlyMap<number, number>, at: number, end: number): number {
  const behind = [...found.keys()].filter((index) => index > at).toSorted((a, b) => a - b)[0];
  return behind === undefined ? end : (found.get(behind) ?? end);
}
