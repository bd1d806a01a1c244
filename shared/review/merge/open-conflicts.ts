import type { Change } from '../../interview/change';
import { joinRuns, plainText, toText } from '../../interview/text';
import type { Block, Interview, Run, Text } from '../../interview/types';
import { mapBlockTexts, textsOf, type Place, type PlacedText } from '../../interview/visit';
import { bothWordings, NOTHING } from './conflict';

/** Two wordings that stand in a text in double brackets and wait for somebody to choose. */
export interface OpenConflict {
  readonly place: Place;
  readonly a: string;
  readonly b: string;
  /** Where the brackets stand, in UTF-16 units of the plain text. */
  readonly from: number;
  readonly to: number;
  /** The words around them, so that one knows the place by sight. */
  readonly before: string;
  readonly after: string;
}

export type Choice = 'a' | 'b' | 'both';

// The innermost first: a side may hold the brackets of an earlier merge.
const BRACKETS = /\[\[((?:(?!\[\[|\]\]| \| ).)+) \| ((?:(?!\[\[|\]\]| \| ).)+)\]\]/gsu;

/** Characters of the text that are shown on each side of a conflict. */
const CONTEXT = 40;

/** Every open choice between two wordings, in reading order. The text itself is the record: undo brings a choice back. */
export function openConflicts(interview: Interview): readonly OpenConflict[] {
  return placedTexts(interview).flatMap(({ place, text }) => {
    const plain = plainText(text);
    return [...plain.matchAll(BRACKETS)].map((match): OpenConflict => {
      const [whole, a = '', b = ''] = match;
      const [from, to] = [match.index, match.index + whole.length];
      const [before, after] = [plain.slice(Math.max(0, from - CONTEXT), from), plain.slice(to, to + CONTEXT)];
      return { place, a: sideOf(a), b: sideOf(b), from, to, before, after };
    });
  });
}

/** The change that puts the chosen words in the place of the brackets; null when they do not stand there any more. */
export function chooseWording(interview: Interview, conflict: OpenConflict, choice: Choice): Change | null {
  const { place, from, to, a, b } = conflict;
  const found = placedTexts(interview).find((one) => samePlace(one.place, place));
  if (!found || plainText(found.text).slice(from, to) !== bothWordings(a, b)) return null;
  const text = chosen(found.text, conflict, choice);
  const block = interview.body.find(({ id }) => id === place.block);
  if (block) return { blocks: { [block.id]: withText(block, place, text) } };
  return place.part === 'kicker' || place.part === 'headline' || place.part === 'standfirst'
    ? { fields: { [place.part]: text } }
    : null;
}

function chosen(text: Text, { from, to, a, b }: OpenConflict, choice: Choice): Text {
  const aFrom = from + '[['.length;
  const bTo = to - ']]'.length;
  const sides = [
    ...(choice === 'b' ? [] : [slice(text, aFrom, aFrom + shown(a).length, a)]),
    ...(choice === 'a' ? [] : [slice(text, bTo - shown(b).length, bTo, b)]),
  ].filter((side) => side.length > 0);
  const words = sides.length === 2 ? [...(sides[0] ?? []), { text: ' ' }, ...(sides[1] ?? [])] : sides.flat();
  const before = slice(text, 0, from);
  // Without words between them, one of the two spaces goes.
  const doubled = words.length === 0 && /(^|\s)$/u.test(plainText(before)) && plainText(text)[to] === ' ';
  return joinRuns([...before, ...words, ...slice(text, doubled ? to + 1 : to, Infinity)]);
}

function slice(text: Text, from: number, to: number, words?: string): readonly Run[] {
  // A side that took the words out is shown by a dash, which is nobody's.
  if (words === '') return [];
  let at = 0;
  return text.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const part = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return part === '' ? [] : [{ ...run, text: part }];
  });
}

function withText(block: Block, place: Place, text: Text): Block {
  if (block.kind === 'photo' && place.part === 'alt') return { ...block, alt: plainText(text) };
  let index = -1;
  const texts = textsOf({ body: [block] } as unknown as Interview);
  return mapBlockTexts(block, (old) => {
    index += 1;
    const here = texts[index];
    return here && samePlace(here.place, place) ? text : old;
  });
}

function placedTexts(interview: Interview): readonly PlacedText[] {
  const alts = interview.body.flatMap((block) =>
    block.kind === 'photo' ? [{ place: { block: block.id, part: 'alt' }, text: toText(block.alt) }] : [],
  );
  return [...textsOf(interview), ...alts];
}

function samePlace(a: Place, b: Place): boolean {
  return a.block === b.block && a.part === b.part && (a.index ?? 0) === (b.index ?? 0);
}

function sideOf(words: string): string {
  return words === NOTHING ? '' : words;
}

function shown(words: string): string {
  return words === '' ? NOTHING : words;
}
