import type { Place } from '../../interview/place';
import { fold } from '../../text/fold';
import type { Spot } from './standing';

/** A text of the piece as plain words in NFC, in reading order. */
export interface PlainPlace {
  readonly place: Place;
  readonly text: string;
}

/**
 * How a quote was found. exact: letter by letter; alike: with other accents, case or spaces; part: at least half of its words,
 * from its beginning or its end.
 */
export interface FoundQuote extends Spot {
  readonly how: 'exact' | 'alike' | 'part';
}

/** More texts, words or tries than these are not worth the wait. */
const MOST_WORDS_LEFT_OUT = 30;

/**
 * The words of a quote in the texts as they are now: the match nearest to where they stood last. Of a quote over several lines
 * the longest line is looked for. Null when less than half of it is left.
 */
export function findQuote(texts: readonly PlainPlace[], quote: string, last: Place | null): FoundQuote | null {
  const line = longestLine(quote.normalize('NFC'));
  if (line === '') return null;
  const nearFirst = orderByNearness(texts, last);
  const exact = firstMatch(nearFirst, line, (text) => text);
  if (exact) return { ...exact, how: 'exact' };
  const alike = firstMatch(nearFirst, fold(line), fold);
  if (alike) return { ...alike, how: 'alike' };
  for (const part of partsOf(fold(line))) {
    const found = firstMatch(nearFirst, part, fold);
    if (found) return { ...found, how: 'part' };
  }
  return null;
}

function longestLine(quote: string): string {
  return quote
    .split('\n')
    .map((line) => line.trim())
    .reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}

/** The quote without words from its end, or from its beginning, the longest first, down to half of it. */
function partsOf(line: string): readonly string[] {
  const words = line.split(' ');
  const least = Math.max(2, Math.ceil(words.length / 2));
  const parts: string[] = [];
  for (let size = words.length - 1; size >= least && words.length - size <= MOST_WORDS_LEFT_OUT; size -= 1) {
    parts.push(words.slice(0, size).join(' '), words.slice(words.length - size).join(' '));
  }
  return parts;
}

function firstMatch(
  texts: readonly PlainPlace[],
  wanted: string,
  read: (text: string) => string,
): { readonly place: Place; readonly from: number; readonly to: number } | null {
  for (const { place, text } of texts) {
    const from = indexOfWords(read(text), wanted);
    if (from >= 0) return { place, from, to: from + wanted.length };
  }
  return null;
}

/** The first place where the words do not begin or end inside another word; "an" is not in "toàn". */
function indexOfWords(text: string, wanted: string): number {
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const startsInside = at > 0 && isLetter(at) && isLetter(at - 1);
    const end = at + wanted.length;
    const endsInside = end < text.length && isLetter(end - 1) && isLetter(end);
    if (!startsInside && !endsInside) return at;
  }
  return -1;
}

/** The same text, the same block, then the others by how many texts lie between. */
function orderByNearness(texts: readonly PlainPlace[], last: Place | null): readonly PlainPlace[] {
  if (!last) return texts;
  const isSame = ({ place }: PlainPlace) =>
    place.block === last.block && place.part === last.part && (place.index ?? 0) === (last.index ?? 0);
  const inBlock = ({ place }: PlainPlace) => place.block !== undefined && place.block === last.block;
  const same = texts.findIndex(isSame);
  const from = same >= 0 ? same : texts.findIndex(inBlock);
  if (from < 0) return texts;
  return texts
    .map((text, index) => ({ text, away: inBlock(text) && !isSame(text) ? 0.5 : Math.abs(index - from) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ text }) => text);
}
