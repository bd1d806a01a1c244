import { CHARACTER_STYLES, PARAGRAPH_STYLES } from '../hand-off/styles';
import type { CharacterStyle, ParagraphStyle, StyleNames } from '../hand-off/styles';
import { element } from '../hand-off/xml';
import { LOOKS } from './looks';
import type { Look } from './looks';
import { characterRef, NO_CHARACTER_STYLE, paragraphRef } from './ranges';

const NO_PARAGRAPH_STYLE = 'ParagraphStyle/$ID/[No paragraph style]';
export const NORMAL_PARAGRAPH_STYLE = 'ParagraphStyle/$ID/NormalParagraphStyle';

/** What follows a paragraph when one types on after it. */
const NEXT: { readonly [style in ParagraphStyle]?: ParagraphStyle } = {
  question: 'answerFirst',
  answerFirst: 'answer',
  boxHeading: 'box',
  pullQuote: 'attribution',
  relatedHeading: 'related',
};

const CUTS: { readonly [style in CharacterStyle]: string } = {
  bold: 'Bold',
  italic: 'Italic',
  boldItalic: 'Bold Italic',
  label: 'Bold',
};

export interface StyleOptions {
  readonly names: StyleNames;
  readonly language: string;
  /** The looks of the page; the ordinary ones when not given. */
  readonly looks?: { readonly [style in ParagraphStyle]: Look };
}

/** The group of paragraph styles. Two of ours under one name of the paper are one style. */
export function paragraphStyles({ names, language, looks = LOOKS }: StyleOptions): string {
  const spoken = languageRef(language);
  const styles = firstOfEachName(PARAGRAPH_STYLES, names).map((style) =>
    paragraphStyle(names, style, looks[style], spoken),
  );
  return element('RootParagraphStyleGroup', { Self: 'galley-paragraph-styles' }, [
    element(
      'ParagraphStyle',
      {
        Self: NO_PARAGRAPH_STYLE,
        Name: '$ID/[No paragraph style]',
        Imported: false,
        FillColor: 'Color/Black',
        FontStyle: 'Regular',
        PointSize: 9,
        AppliedLanguage: spoken,
        Hyphenation: false,
      },
      properties({ Leading: ['unit', '10.8'], AppliedFont: ['string', 'Source Serif 4'] }),
    ),
    element(
      'ParagraphStyle',
      {
        Self: NORMAL_PARAGRAPH_STYLE,
        Name: '$ID/NormalParagraphStyle',
        Imported: false,
        NextStyle: NORMAL_PARAGRAPH_STYLE,
      },
      properties({ BasedOn: ['string', '$ID/[No paragraph style]'] }),
    ),
    ...styles,
  ]);
}

export function characterStyles({ names }: Pick<StyleOptions, 'names'>): string {
  return element('RootCharacterStyleGroup', { Self: 'galley-character-styles' }, [
    element('CharacterStyle', { Self: NO_CHARACTER_STYLE, Name: '$ID/[No character style]', Imported: false }),
    ...firstOfEachName(CHARACTER_STYLES, names).map((style) =>
      element('CharacterStyle', {
        Self: characterRef(names, style),
        Name: names[style],
        Imported: false,
        FontStyle: CUTS[style],
      }),
    ),
  ]);
}

/** How far justified lines may stretch and shrink, in per cent: as on the printed page, so that they break alike. */
const SPACING = {
  MinimumWordSpacing: 72,
  DesiredWordSpacing: 100,
  MaximumWordSpacing: 150,
  MinimumLetterSpacing: -1,
  DesiredLetterSpacing: 0,
  MaximumLetterSpacing: 2,
};

function paragraphStyle(names: StyleNames, style: ParagraphStyle, look: Look, language: string): string {
  return element(
    'ParagraphStyle',
    {
      Self: paragraphRef(names, style),
      Name: names[style],
      Imported: false,
      NextStyle: paragraphRef(names, NEXT[style] ?? style),
      FontStyle: look.cut,
      PointSize: look.size,
      FillColor: `Color/${look.colour ?? 'Black'}`,
      Justification: look.align,
      AppliedLanguage: language,
      // Vietnamese syllables are never parted.
      Hyphenation: !language.includes('Vietnamese') && look.align === 'LeftJustified',
      ...(look.align === 'LeftJustified' ? SPACING : {}),
      FirstLineIndent: look.indent,
      LeftIndent: look.inset,
      RightIndent: look.inset === undefined || look.indent !== undefined ? undefined : look.inset,
      SpaceBefore: look.above,
      KeepWithNext: look.keepWith,
      KeepLinesTogether: true,
      KeepFirstLines: 2,
      KeepLastLines: 2,
      KeepAllLinesTogether: style === 'question' || style === 'subhead' || style === 'pullQuote' ? true : undefined,
      AlignToBaseline: look.grid,
      OTFFigureStyle: look.figures && 'ProportionalOldstyle',
    },
    properties({
      BasedOn: ['string', '$ID/[No paragraph style]'],
      AppliedFont: ['string', look.font],
      Leading: ['unit', look.leading.toFixed(2)],
    }),
  );
}

/** Values that IDML has as elements, each with its type. */
function properties(values: { readonly [name: string]: readonly [type: string, value: string] }): string {
  const inside = Object.entries(values).map(([name, [type, value]]) => element(name, { type }, value));
  return element('Properties', {}, inside);
}

export function languageRef(language: string): string {
  return /^vi\b/i.test(language) ? '$ID/Vietnamese' : '$ID/English: UK';
}

function firstOfEachName<Style extends keyof StyleNames>(
  styles: readonly Style[],
  names: StyleNames,
): readonly Style[] {
  return styles.filter((style, at) => styles.findIndex((earlier) => names[earlier] === names[style]) === at);
}
