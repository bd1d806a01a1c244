import type { Result } from '../../result';
import { failed, ok } from '../../result';

export const PARAGRAPH_STYLES = [
  'kicker',
  'headline',
  'sapo',
  'paragraph',
  'subhead',
  'question',
  'answerFirst',
  'answer',
  'listItem',
  'pullQuote',
  'attribution',
  'boxHeading',
  'box',
  'closing',
  'byline',
  'caption',
  'credit',
  'relatedHeading',
  'related',
] as const;

export const CHARACTER_STYLES = ['bold', 'italic', 'boldItalic', 'label'] as const;

export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];
export type CharacterStyle = (typeof CHARACTER_STYLES)[number];

/** What each style is called in the templates of a paper: the styles of a placed story then take the paper's own look. */
export type StyleNames = { readonly [style in ParagraphStyle | CharacterStyle]: string };

export const DEFAULT_STYLE_NAMES: StyleNames = {
  kicker: 'kicker',
  headline: 'headline',
  sapo: 'sapo',
  paragraph: 'paragraph',
  subhead: 'subhead',
  question: 'question',
  answerFirst: 'answer first',
  answer: 'answer',
  listItem: 'list item',
  pullQuote: 'pull quote',
  attribution: 'attribution',
  boxHeading: 'box heading',
  box: 'box',
  closing: 'closing',
  byline: 'byline',
  caption: 'caption',
  credit: 'credit',
  relatedHeading: 'related heading',
  related: 'related',
  bold: 'bold',
  italic: 'italic',
  boldItalic: 'bold italic',
  label: 'label',
};

/** style-name-list: not a list of names; style-name-unknown: a style we do not know; style-name-unfit: a name no layout program takes. */
export interface StyleNamesFailure {
  readonly kind: 'style-name-list' | 'style-name-unknown' | 'style-name-unfit';
  readonly name: string;
}

/** Letters of any language, digits and a few signs: `:`, `<`, `>` and `\` mean something in the files that name styles. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()&+-]{0,79}$/u;

/**
 * The names of a paper from its file: JSON with one entry to a style (`{ "question": "PV câu hỏi" }`); what it leaves out
 * keeps our name. Two styles may share a name.
 */
export function readStyleNames(source: string): Result<StyleNames, StyleNamesFailure> {
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch {
    return failed({ kind: 'style-name-list', name: '' });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return failed({ kind: 'style-name-list', name: '' });
  const names: { [style: string]: string } = { ...DEFAULT_STYLE_NAMES };
  for (const [style, name] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULT_STYLE_NAMES, style)) return failed({ kind: 'style-name-unknown', name: style });
    const trimmed = typeof name === 'string' ? name.normalize('NFC').trim() : '';
    if (!NAME.test(trimmed)) return failed({ kind: 'style-name-unfit', name: style });
    names[style] = trimmed;
  }
  return ok(names as StyleNames);
}
