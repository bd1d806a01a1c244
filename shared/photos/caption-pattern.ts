import { isVariable, VARIABLE } from './variables';
import type { Variables } from './variables';

/** How a paper words its captions. In brackets stands what falls away when one of its variables is empty. */
export interface CaptionPattern {
  readonly id: string;
  /** The caption of a portrait, when nobody has written one. */
  readonly caption: string;
  readonly credit: string;
  /** What a pattern of the paper's own is called. */
  readonly name?: string;
}

/** A paper has a few patterns of its own, no library of them. */
export const OWN_PATTERNS_LIMIT = 20;
/** Characters of a pattern or its name. */
export const PATTERN_LIMIT = 200;

/** The pattern with this id, of the paper's own and ours; the first of ours when it is gone. */
export function patternOf(id: string, own: readonly CaptionPattern[]): CaptionPattern | undefined {
  return [...own, ...CAPTION_PATTERNS].find((pattern) => pattern.id === id) ?? CAPTION_PATTERNS[0];
}

/** The names in braces that a pattern uses and nobody knows. */
export function unknownNames(pattern: string): readonly string[] {
  return [...pattern.matchAll(VARIABLE)].flatMap(([, name = '']) => (isVariable(name) === null ? [name] : []));
}

/** The first is the house's own: office and name, a full stop; the credit behind its word. */
export const CAPTION_PATTERNS: readonly CaptionPattern[] = [
  { id: 'office-name', caption: '[{office} ]{name}.', credit: 'Ảnh: {credit}' },
  { id: 'name-office', caption: '{name}[, {office}].', credit: 'Ảnh: {credit}' },
  {
    id: 'name-place-date',
    caption: '[{honorific} ]{name}[, {office}][, tại {place}][, ngày {date}].',
    credit: '({credit})',
  },
];

/**
 * The pattern with its variables filled in. Null when a variable outside brackets is empty: half a caption is none.
 * Brackets do not nest.
 */
export function fillPattern(pattern: string, variables: Variables): string | null {
  let missing = false;
  const fill = (part: string) => {
    let whole = true;
    const text = part.replace(VARIABLE, (written: string, name: string) => {
      const variable = isVariable(name);
      if (variable === null) return written;
      const value = variables[variable] ?? '';
      whole &&= value !== '';
      return value;
    });
    return { text, whole };
  };
  const pieces = pattern.split(/(\[[^[\]]*\])/).map((part) => {
    const optional = part.startsWith('[') && part.endsWith(']');
    const { text, whole } = fill(optional ? part.slice(1, -1) : part);
    if (optional) return whole ? text : '';
    missing ||= !whole;
    return text;
  });
  if (missing) return null;
  const text = pieces
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/([.!?…])\.$/, '$1')
    .trim()
    .normalize('NFC');
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A credit in the paper's pattern; one that has the pattern's words already stays as it is. */
export function patternCredit(pattern: string, credit: string): string {
  const bare = credit.normalize('NFC').trim();
  if (bare === '') return '';
  const [before = '', after = ''] = pattern.split(/\{[^{}]*\}/).map((part) => part.normalize('NFC').trim());
  const starts = bare.toLowerCase().startsWith(before.toLowerCase()) && bare.endsWith(after);
  if ((before !== '' || after !== '') && starts) return bare;
  return fillPattern(pattern, { credit: bare }) ?? bare;
}
