/** One size of type, in points. */
export interface TypeSize {
  readonly face: 'text' | 'headline' | 'sans';
  readonly size: number;
  readonly weight: number;
  readonly italic?: boolean;
  /** Figures as tall as small letters, with ascenders and descenders; the height of capitals when not given. The sans face has none. */
  readonly figures?: 'old-style';
}

/** Faces with a small capital for every letter of Vietnamese; the sans face lacks those with two marks. */
export const SMALL_CAPITALS: ReadonlySet<TypeSize['face']> = new Set(['text', 'headline']);

/** The type of a page, by role, for a text of 9 points. */
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
  boxHeading: { face: 'sans', size: 11.2, weight: 700 },
  pullQuote: { face: 'headline', size: 15, weight: 700, italic: true },
  pullQuoteWide: { face: 'headline', size: 21, weight: 700, italic: true },
  attribution: { face: 'sans', size: 9.2, weight: 500 },
  closing: { face: 'text', size: 9, weight: 400, italic: true },
  byline: { face: 'text', size: 9, weight: 700 },
  jump: { face: 'sans', size: 9.2, weight: 500, italic: false },
  folio: { face: 'sans', size: 10.5, weight: 500 },
  folioPage: { face: 'sans', size: 13, weight: 700 },
  folioSection: { face: 'sans', size: 10.5, weight: 700 },
  teaser: { face: 'headline', size: 15, weight: 700 },
} as const satisfies { readonly [role: string]: TypeSize };

export type TypeRole = keyof typeof TYPE_SCALE;

/** The type of a role on a template: the common scale, where the template says nothing else. */
export function typeOf(
  page: { readonly type?: { readonly [role in TypeRole]?: Partial<TypeSize> } },
  role: TypeRole,
): TypeSize {
  return { ...TYPE_SCALE[role], ...page.type?.[role] };
}
