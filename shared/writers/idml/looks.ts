import type { ParagraphStyle } from '../hand-off/styles';

/** How a style looks in a layout of ours. Sizes, leadings and indents in points. */
export interface Look {
  readonly font: string;
  readonly cut: string;
  readonly size: number;
  readonly leading: number;
  readonly align: 'LeftAlign' | 'LeftJustified' | 'RightAlign';
  readonly colour?: 'Galley Accent';
  readonly indent?: number;
  readonly inset?: number;
  readonly above?: number;
  /** How many lines of the paragraph after it stay with this one. */
  readonly keepWith?: number;
  /** Stands on the baseline grid of the page. */
  readonly grid?: true;
  readonly figures?: 'old-style';
  /** The label of a speaker is set in small capitals. */
  readonly smallLabels?: true;
}

const SERIF = { font: 'Source Serif 4' } as const;
const DISPLAY = { font: 'Playfair Display' } as const;
const SANS = { font: 'Barlow Condensed' } as const;

/** One row of the baseline grid. */
const ROW = 10.8;

export const LOOKS: { readonly [style in ParagraphStyle]: Look } = {
  kicker: { ...SANS, cut: 'SemiBold', size: 13, leading: 15.6, align: 'LeftAlign', colour: 'Galley Accent' },
  headline: { ...DISPLAY, cut: 'ExtraBold', size: 44, leading: 49.3, align: 'LeftAlign' },
  sapo: { ...SERIF, cut: 'SemiBold', size: 12.5, leading: 16.2, align: 'LeftAlign' },
  paragraph: { ...SERIF, cut: 'Regular', size: 9, leading: ROW, align: 'LeftJustified', grid: true },
  subhead: { ...DISPLAY, cut: 'Bold', size: 12.4, leading: 16.2, align: 'LeftAlign', above: ROW, keepWith: 2 },
  question: {
    ...SANS,
    cut: 'SemiBold',
    size: 10.2,
    leading: ROW,
    align: 'LeftAlign',
    above: ROW,
    keepWith: 2,
    grid: true,
  },
  answerFirst: { ...SERIF, cut: 'Regular', size: 9, leading: ROW, align: 'LeftJustified', grid: true },
  answer: { ...SERIF, cut: 'Regular', size: 9, leading: ROW, align: 'LeftJustified', indent: 8.5, grid: true },
  listItem: {
    ...SERIF,
    cut: 'Regular',
    size: 9,
    leading: ROW,
    align: 'LeftJustified',
    inset: 10.2,
    indent: -10.2,
    grid: true,
  },
  pullQuote: {
    ...DISPLAY,
    cut: 'Bold Italic',
    size: 15,
    leading: 18,
    align: 'LeftAlign',
    colour: 'Galley Accent',
    above: ROW,
    keepWith: 1,
  },
  attribution: { ...SANS, cut: 'Medium', size: 9.2, leading: ROW, align: 'LeftAlign' },
  boxHeading: { ...SANS, cut: 'Bold', size: 11.5, leading: 2 * ROW, align: 'LeftAlign', inset: 6.8, keepWith: 2 },
  box: { ...SANS, cut: 'Regular', size: 9.6, leading: ROW, align: 'LeftJustified', inset: 6.8 },
  closing: { ...SERIF, cut: 'Italic', size: 9, leading: ROW, align: 'LeftJustified', indent: 8.5, grid: true },
  byline: { ...SERIF, cut: 'Bold', size: 9, leading: ROW, align: 'RightAlign', grid: true },
  caption: { ...SANS, cut: 'Medium', size: 9.2, leading: ROW, align: 'LeftAlign' },
  credit: { ...SANS, cut: 'Italic', size: 8.6, leading: ROW, align: 'RightAlign' },
  relatedHeading: { ...DISPLAY, cut: 'Bold', size: 15, leading: 18, align: 'LeftAlign' },
  related: { ...SERIF, cut: 'Regular', size: 9, leading: ROW, align: 'LeftJustified' },
};
