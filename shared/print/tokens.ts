import type { Mark, Text } from '../interview/types';
import { breaksIn, neverFirst, neverLast } from './line-breaks';
import type { Style } from './metrics';

/** A stretch of a token in one style. */
export interface Fragment {
  readonly text: string;
  readonly style: Style;
}

/** What a line is made of: a stretch of text up to the next place where a line may end. */
export interface Token {
  readonly fragments: readonly Fragment[];
  /** Where it starts in the plain text of its part of the block, in UTF-16 units; -1 for a label that is not in the text. */
  readonly start: number;
  /** A space follows. */
  readonly space: boolean;
  /** No line may end behind it. */
  readonly bound: boolean;
  /** The drawn square that ends the piece follows. */
  readonly endMark?: true;
}

/** The characters of a token. */
export function tokenText(token: Token): string {
  return token.fragments.map(({ text }) => text).join('');
}

/** The tokens of a text: NFC, runs of spaces as one, no control characters. `label` stands before it, in bold when its style is not given. */
export function tokensOf(
  text: Text,
  options: { readonly label?: string | undefined; readonly labelStyle?: Style; readonly endMark?: boolean } = {},
): readonly Token[] {
  const label = options.label ? labelTokens(options.label, options.labelStyle ?? { bold: true }) : [];
  const tokens = [...label, ...textTokens(text)];
  const last = tokens.at(-1);
  if (!last) return [];
  tokens[tokens.length - 1] = { ...last, space: false, bound: false, ...(options.endMark ? { endMark: true } : {}) };
  return tokens;
}

function labelTokens(label: string, style: Style): readonly Token[] {
  return label.split(' ').map((word) => ({ fragments: [{ text: word, style }], start: -1, space: true, bound: true }));
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function textTokens(text: Text): readonly Token[] {
  const plain = text.map((run) => run.text).join('');
  const styles = stylesOf(text);
  const chunks = [...plain.matchAll(CHUNK)].map(({ 0: found, index }): Chunk => ({
    start: index,
    end: index + found.length,
    text: found,
  }));
  return chunks
    .flatMap((chunk, at): readonly Token[] => {
      const before = chunks[at - 1]?.text ?? '';
      const next = chunks[at + 1];
      const bound = next !== undefined && (neverFirst(next.text) || neverLast(before, chunk.text, next.text));
      const ends = chunk.text.startsWith('{{') ? [chunk.text.length] : [...breaksIn(chunk.text), chunk.text.length];
      return ends.map((end, part): Token => {
        const start = chunk.start + (ends[part - 1] ?? 0);
        const last = part === ends.length - 1;
        return {
          fragments: fragmentsOf(plain, styles, start, chunk.start + end),
          start,
          space: last && next !== undefined,
          bound: last && bound,
        };
      });
    })
    .filter(({ fragments }) => fragments.length > 0);
}

// A blank keeps its spaces. A no-break space is part of a word.
const CHUNK = /\{\{[^{}]*\}\}[^\s\u200b]*|[^ \t\n\v\f\r\u2028\u2029]+/gu;
const UNPRINTED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u00ad]/gu;

interface Stretch {
  readonly end: number;
  readonly style: Style;
}

function stylesOf(text: Text): readonly Stretch[] {
  let end = 0;
  return text.map(({ text: words, marks = [] }) => ({ end: (end += words.length), style: styleOf(marks) }));
}

function styleOf(marks: readonly Mark[]): Style {
  return {
    ...(marks.includes('bold') ? { bold: true as const } : {}),
    ...(marks.includes('italic') ? { italic: true as const } : {}),
    ...(marks.includes('superscript')
      ? { raise: 'super' as const }
      : marks.includes('subscript')
        ? { raise: 'sub' as const }
        : {}),
  };
}

function fragmentsOf(plain: string, styles: readonly Stretch[], start: number, end: number): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const blank = plain.startsWith('{{', start);
  let from = start;
  for (const stretch of styles) {
    if (stretch.end <= from) continue;
    if (from >= end) break;
    const to = Math.min(stretch.end, end);
    const text = plain.slice(from, to).normalize('NFC').replace(UNPRINTED, '');
    if (text) fragments.push({ text, style: blank ? { ...stretch.style, blank: true } : stretch.style });
    from = to;
  }
  return fragments;
}
