import type { Mark, Text } from '../../interview/types';
import { array, literal, settable } from './literal';

/**
 * A rich text as the list that the page's script understands: a plain string, or a pair of a style and a string.
 * Styles: b bold, i italic, ^ superscript, _ subscript, n not to be broken, u still to be filled in, e end mark.
 */
export function atoms(text: Text, options: { readonly endMark?: boolean } = {}): string {
  const parts = spaced(text).flatMap(({ text: plain, marks = [] }) =>
    pieces(plain).map(({ style, words }) => atom(marks.map((mark) => STYLES[mark]).join('') + style, words)),
  );
  return array(options.endMark ? [...parts, atom('e', '')] : parts);
}

const STYLES: { readonly [mark in Mark]: string } = { bold: 'b', italic: 'i', superscript: '^', subscript: '_' };

function atom(style: string, words: string): string {
  return style === '' ? literal(words) : `(${literal(style)}, ${literal(words)})`;
}

/** The runs without doubled spaces, also where two runs meet, and without spaces at the ends. */
function spaced(text: Text): Text {
  let before = ' ';
  const runs = text.flatMap((run) => {
    // A dash between words belongs to the line before it: no line starts with one.
    const words = settable(run.text).replace(/(\S) ([-–—]) (?=\S)/g, '$1\u00a0$2 ');
    const kept = before.endsWith(' ') ? words.replace(/^ /, '') : words;
    if (kept === '') return [];
    before = kept;
    return [{ ...run, text: kept }];
  });
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, text: last.text.replace(/ $/, '') }].filter((run) => run.text) : [];
}

interface Piece {
  readonly style: '' | 'n' | 'u';
  readonly words: string;
}

// `04-QĐ/TU`, `39-NQ/TW`, `104,17%`: a number and its code or sign are read as one word, so no line may part them.
const TOKEN = /\{\{[^{}]*\}\}|\S+/gu;
const CODE = /^(?=.*\p{N})(?=\S*[\p{L}\p{N}][-/.,–][\p{L}\p{N}]|.*[%‰]).{2,18}$/u;
/** Longer than any column takes in one line; such a token gets places to break. */
const LONGEST_UNBROKEN = 28;

function pieces(words: string): readonly Piece[] {
  const found: Piece[] = [];
  let plain = '';
  let end = 0;
  const flush = () => {
    if (plain) found.push({ style: '', words: plain });
    plain = '';
  };
  for (const { 0: token, index } of words.matchAll(TOKEN)) {
    plain += words.slice(end, index);
    end = index + token.length;
    const style =
      token.startsWith('{{') && token.endsWith('}}') ? 'u' : CODE.test(token) && /[-/]/.test(token) ? 'n' : '';
    if (style === '') plain += breakable(token);
    else {
      flush();
      found.push({ style, words: token });
    }
  }
  plain += words.slice(end);
  flush();
  return found;
}

function breakable(token: string): string {
  if (token.length <= LONGEST_UNBROKEN) return token;
  const letters = [...token];
  return letters.map((letter, at) => (at > 0 && at % LONGEST_UNBROKEN === 0 ? `\u200b${letter}` : letter)).join('');
}
