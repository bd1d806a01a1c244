import type { Place } from '../interview/visit';

/**
 * Every paragraph of a DOCX that we write carries a bookmark that names its place in the piece: Word, LibreOffice and others
 * keep bookmarks through edits, moves and saving, so that a returned document is compared with the right blocks.
 */
const PREFIX = 'galley_';

/** Longest name of a bookmark in Word. */
const LONGEST = 40;

/** The parts of a place in as few letters as the limit asks for. `text` and the head need none. */
const CODES: { readonly [part: string]: string } = {
  text: '',
  block: 'b',
  caption: 'c',
  credit: 'r',
  quote: 'q',
  attribution: 'a',
  heading: 'h',
  paragraphs: 'p',
  items: 'i',
};

const HEAD = new Set(['kicker', 'headline', 'standfirst', 'byline']);

/** The name of the bookmark of a place; null for an id that no name can hold: its paragraphs go by their words. */
export function bookmarkOf({ block, part, index }: Place): string | null {
  if (block === undefined) return HEAD.has(part) ? `${PREFIX}_${part}` : null;
  const code = CODES[part];
  if (code === undefined || !/^[A-Za-z0-9-]+$/.test(block)) return null;
  const name = `${PREFIX}${block.replaceAll('-', '__')}${code === '' ? '' : `_${code}${index ?? ''}`}`;
  return name.length <= LONGEST ? name : null;
}

/** The place that a bookmark names, or null for one that is not ours. LibreOffice adds "_Copy_1" to that of a moved paragraph. */
export function placeOfBookmark(name: string): Place | null {
  if (!name.startsWith(PREFIX)) return null;
  const rest = name.slice(PREFIX.length).replace(/_Copy_\d+$/, '');
  if (rest.startsWith('_') && HEAD.has(rest.slice(1))) return { part: rest.slice(1) };
  const groups = /^(?<block>[A-Za-z0-9]+(?:__[A-Za-z0-9]*)*?)(?:_(?<code>[a-z])(?<index>\d{0,6}))?$/.exec(rest)?.groups;
  if (!groups) return null;
  const { block = '', code = '', index = '' } = groups;
  const part = Object.entries(CODES).find(([, each]) => each === code)?.[0];
  if (part === undefined) return null;
  return { block: block.replaceAll('__', '-'), part, ...(index === '' ? {} : { index: Number(index) }) };
}
