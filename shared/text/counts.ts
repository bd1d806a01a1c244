import { plainText } from '../interview/text';
import type { Block, Interview, Text } from '../interview/types';
import { textsOfBlock } from '../interview/visit';

/** How long something is. Characters are graphemes: what a reader sees as one letter is one. */
export interface Counts {
  /** Words as Unicode divides them. There is no dictionary for Vietnamese in it: there, words and tiếng come out nearly alike. */
  readonly words: number;
  /** Tiếng: what stands between spaces and has a letter or digit. The measure that Vietnamese newsrooms pay by. */
  readonly syllables: number;
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
}

export const NO_COUNTS: Counts = { words: 0, syllables: 0, characters: 0, charactersWithoutSpaces: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    words: a.words + b.words,
    syllables: a.syllables + b.syllables,
    characters: a.characters + b.characters,
    charactersWithoutSpaces: a.charactersWithoutSpaces + b.charactersWithoutSpaces,
  };
}

const wordSegmenters = new Map<string, Intl.Segmenter>();
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function wordSegmenter(language: string): Intl.Segmenter {
  const known = wordSegmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  wordSegmenters.set(language, made);
  return made;
}

/** Graphemes of a text. Text that cannot combine is counted without the segmenter: it is some 20 times quicker. */
export function countGraphemes(plain: string): number {
  const text = plain.normalize('NFC');
  // Latin letters up to U+02FF and the precomposed Vietnamese ones never join with their neighbours.
  if (/^[\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** `language` is BCP 47 and only matters for words. */
export function countPlain(plain: string, language = 'vi'): Counts {
  const text = plain.normalize('NFC');
  let words = 0;
  for (const { isWordLike } of wordSegmenter(language).segment(text)) if (isWordLike) words++;
  const syllables = text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  return {
    words,
    syllables,
    characters: countGraphemes(text),
    charactersWithoutSpaces: countGraphemes(text.replace(/\s+/gu, '')),
  };
}

export function countText(text: Text | undefined, language = 'vi'): Counts {
  return countPlain(plainText(text), language);
}

const counted = new WeakMap<Block, { readonly language: string; readonly counts: Counts }>();

/** Every printed text of a block (an alt text is not printed). A block that has not changed is counted once. */
export function countBlock(block: Block, language = 'vi'): Counts {
  const known = counted.get(block);
  if (known && known.language === language) return known.counts;
  const counts = textsOfBlock(block).reduce((sum, { text }) => addCounts(sum, countText(text, language)), NO_COUNTS);
  counted.set(block, { language, counts });
  return counts;
}

/** The whole piece as it would be printed: kicker, headline, standfirst, body and byline names. */
export function countInterview(interview: Interview): Counts {
  const { language } = interview;
  const head = [interview.kicker, interview.headline, interview.standfirst].map((text) => countText(text, language));
  const names = interview.byline.map(({ name, role }) => countPlain(role ? `${name} (${role})` : name, language));
  return [...head, ...interview.body.map((block) => countBlock(block, language)), ...names].reduce(
    addCounts,
    NO_COUNTS,
  );
}
