/** One size of type. Sizes and leadings in points; a leading is a multiple of half a grid row. */
export interface TypeSize {
  readonly face: 'text' | 'headline' | 'sans';
  readonly size: number;
  readonly weight: number;
  readonly italic?: boolean;
}

/** The type of a page, by role. */
export const TYPE_SCALE = {
  text: { face: 'text', size: 9, weight: 400 },
  standfirst: { face: 'text', size: 12.5, weight: 600 },
  standfirstWide: { face: 'text', size: 14, weight: 600 },
  question: { face: 'sans', size: 10.2, weight: 600 },
  subhead: { face: 'headline', size: 12.4, weight: 700 },
  kicker: { face: 'sans', size: 13, weight: 600 },
  caption: { face: 'sans', size: 9.2, weight: 500 },
  credit: { face: 'sans', size: 8.6, weight: 400, italic: true },
  box: { face: 'sans', size: 9.6, weight: 400 },
  boxHeading: { face: 'sans', size: 11.5, weight: 700 },
  pullQuote: { face: 'headline', size: 15, weight: 700, italic: true },
  attribution: { face: 'sans', size: 9.2, weight: 500 },
  closing: { face: 'text', size: 9, weight: 400, italic: true },
  byline: { face: 'text', size: 9, weight: 700 },
  folio: { face: 'sans', size: 10.5, weight: 500 },
} as const satisfies { readonly [role: string]: TypeSize };

/** The bounds between which a headline is fitted to its lines, in points. */
export const HEADLINE_SIZE = { least: 22, most: 58, weight: 800 } as const;
