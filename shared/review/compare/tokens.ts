import { makeRun } from '../../interview/text';
import type { Mark, Run, Text } from '../../interview/types';

const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });

/** Letters, digits and the punctuation of newspapers: what our own rule divides as Unicode would, some ten times quicker. */
const COMMON = /^[\p{L}\p{M}\p{N}.,;:!?()"'“”‘’…%/–-]+$/u;
const PARTS = /\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+|[^]/gu;

/** Words, numbers, spaces and marks of punctuation one by one; in Vietnamese a word is a tiếng. Every character is in exactly one. */
export function tokensOf(plain: string): readonly string[] {
  const tokens: string[] = [];
  for (const part of plain.split(/( )/)) {
    if (part === '') continue;
    if (part === ' ') tokens.push(part);
    else if (COMMON.test(part)) tokens.push(...(part.match(PARTS) ?? []));
    else for (const { segment } of segmenter.segment(part)) tokens.push(segment);
  }
  return tokens;
}

/** Stands for the end of a paragraph where several are compared as one text; normalised text never holds it. */
export const PARAGRAPH_END = '\u2029';

/** True for a token that alone says nothing: between two changed words it is no place to hold on to. A sign of private use stands for a block. */
export function isWeak(token: string): boolean {
  return token !== PARAGRAPH_END && !/[\p{L}\p{N}\p{Co}]/u.test(token);
}

/** A token with the look it has; one that changes its look inside is taken apart there. */
export interface LookToken {
  readonly text: string;
  /** Marks and link as one string; '' for plain. */
  readonly look: string;
  readonly run: Text[number];
}

/**
 * The tokens of a rich text. Words are found over the borders of runs: a bold letter does not divide a word. Comment threads
 * never divide one: a word of which a part is commented is about the thread as a whole.
 */
export function lookTokens(text: Text): readonly LookToken[] {
  const plain = text.map((run) => run.text).join('');
  const ends: { readonly end: number; readonly run: Text[number] }[] = [];
  let end = 0;
  for (const run of text) ends.push({ end: (end += run.text.length), run });
  const divides = (at: number) => lookOf(ends[at]?.run ?? NO_RUN) !== lookOf(ends[at + 1]?.run ?? NO_RUN);
  const tokens: LookToken[] = [];
  let at = 0;
  let current = 0;
  for (const token of tokensOf(plain)) {
    const stop = at + token.length;
    while (at < stop) {
      const first = current;
      while ((ends[current]?.end ?? stop) < stop && !divides(current)) current++;
      const piece = ends[current];
      if (!piece) break;
      const until = Math.min(stop, piece.end);
      const run = first === current ? piece.run : withThreads(piece.run, ends.slice(first, current + 1));
      tokens.push({ text: plain.slice(at, until), look: lookOf(run), run });
      at = until;
      if (at === piece.end) current++;
    }
  }
  return tokens;
}

const NO_RUN: Run = { text: '' };

function withThreads(run: Run, parts: readonly { readonly run: Run }[]): Run {
  const threads = parts.flatMap((part) => part.run.threads ?? []);
  return threads.length > 0 ? makeRun(run.text, run.marks, run.link, threads) : run;
}

/** The look of a run as one string: marks, a space, the link. '' for plain; links have no spaces (schema.ts). */
export function lookOf({ marks, link }: Text[number]): string {
  return marks || link ? `${(marks ?? []).join()} ${link ?? ''}` : '';
}

/** A run of this look. */
export function runWithLook(text: string, look: string): Run {
  const [marks = '', link = ''] = look.split(' ');
  return makeRun(text, marks === '' ? [] : (marks.split(',') as Mark[]), link);
}
