import { element } from '../hand-off/xml';
import { packagePart, TAGS } from './package-part';
import type { IdmlPart } from './package-part';
import type { PageGeometry } from './page-geometry';
import { points } from './picture-frame';
import { NO_CHARACTER_STYLE } from './ranges';
import { masterPart } from './spread-parts';
import { characterStyles, NORMAL_PARAGRAPH_STYLE, paragraphStyles } from './style-parts';
import type { StyleOptions } from './style-parts';

const MM = 72 / 25.4;

/** Millimetres that a picture may run over the trimmed edge. */
const BLEED = 3;

/** What the layout draws on: styles, swatches, fonts, preferences with the baseline grid, tags and the master page. */
export function resourceParts(geometry: PageGeometry, styles: StyleOptions): readonly IdmlPart[] {
  return [
    { path: 'Resources/Graphic.xml', contents: packagePart('Graphic', swatches(geometry.accent)) },
    { path: 'Resources/Fonts.xml', contents: packagePart('Fonts', fonts(geometry.looks)) },
    {
      path: 'Resources/Styles.xml',
      contents: packagePart('Styles', [
        characterStyles(styles),
        paragraphStyles({ ...styles, looks: geometry.looks }),
        ...OTHER_STYLES,
      ]),
    },
    { path: 'Resources/Preferences.xml', contents: packagePart('Preferences', preferences(geometry)) },
    { path: 'XML/Tags.xml', contents: packagePart('Tags', TAGS.map(tag)) },
    { path: 'XML/BackingStory.xml', contents: packagePart('BackingStory', BACKING_STORY) },
    { path: 'MasterSpreads/MasterSpread_gm1.xml', contents: masterPart(geometry) },
  ];
}

function swatch(name: string, value: string, more: { readonly [attribute: string]: string | boolean } = {}): string {
  const colour = { Self: `Color/${name}`, Model: 'Process', Space: 'CMYK', ColorValue: value, Name: name };
  return element('Color', { ...colour, ...more });
}

/** Black and Paper are what they are by their override; without it they are colours that happen to look so. */
const swatches = (accent: string): readonly string[] => [
  swatch('Black', '0 0 0 100', {
    ColorOverride: 'Specialblack',
    ColorEditable: false,
    ColorRemovable: false,
    Visible: true,
    SwatchCreatorID: '7937',
  }),
  swatch('Paper', '0 0 0 0', {
    ColorOverride: 'Specialpaper',
    ColorEditable: true,
    ColorRemovable: false,
    Visible: true,
    SwatchCreatorID: '7937',
  }),
  swatch('Registration', '100 100 100 100', {
    Model: 'Registration',
    ColorOverride: 'Specialregistration',
    ColorEditable: false,
    ColorRemovable: false,
    Visible: true,
    SwatchCreatorID: '7937',
  }),
  swatch('Galley Accent', accent, { ColorEditable: true, ColorRemovable: true, Visible: true }),
  swatch('Galley Tint', '0 0 0 9', { ColorEditable: true, ColorRemovable: true, Visible: true }),
  element('Swatch', {
    Self: 'Swatch/None',
    Name: 'None',
    ColorEditable: false,
    ColorRemovable: false,
    Visible: true,
    SwatchCreatorID: '7937',
  }),
  element('StrokeStyle', { Self: 'StrokeStyle/$ID/Solid', Name: '$ID/Solid' }),
];

const OTHER_STYLES = [
  element(
    'RootCellStyleGroup',
    { Self: 'galley-cell-styles' },
    element('CellStyle', {
      Self: 'CellStyle/$ID/[None]',
      AppliedParagraphStyle: 'ParagraphStyle/$ID/[No paragraph style]',
      Name: '$ID/[None]',
    }),
  ),
  element(
    'RootTableStyleGroup',
    { Self: 'galley-table-styles' },
    element('TableStyle', { Self: 'TableStyle/$ID/[No table style]', Name: '$ID/[No table style]' }),
  ),
  element('RootObjectStyleGroup', { Self: 'galley-object-styles' }, [
    objectStyle('[None]', 'ParagraphStyle/$ID/[No paragraph style]'),
    objectStyle('[Normal Text Frame]', NORMAL_PARAGRAPH_STYLE),
  ]),
];

function objectStyle(name: string, paragraph: string): string {
  return element('ObjectStyle', {
    Self: `ObjectStyle/$ID/${name}`,
    Name: `$ID/${name}`,
    AppliedParagraphStyle: paragraph,
    FillColor: 'Swatch/None',
    StrokeColor: 'Swatch/None',
    StrokeWeight: 0,
  });
}

function fonts(looks: PageGeometry['looks']): string {
  const cuts = new Map<string, Set<string>>();
  const add = (font: string, cut: string) => cuts.set(font, (cuts.get(font) ?? new Set()).add(cut));
  for (const { font, cut } of Object.values(looks)) add(font, cut);
  for (const cut of ['Bold', 'Italic', 'Bold Italic']) add(looks.answer.font, cut);
  return [...cuts]
    .map(([family, styles], at) =>
      element(
        'FontFamily',
        { Self: `gf${at + 1}`, Name: family },
        [...styles].map((style) =>
          element('Font', {
            Self: `gf${at + 1}Font${family} ${style}`,
            FontFamily: family,
            Name: `${family} ${style}`,
            PostScriptName: `${family.replaceAll(' ', '')}-${style.replaceAll(' ', '')}`,
            Status: 'Installed',
            FontStyleName: style,
            FontType: 'TrueType',
            WritingScript: 0,
            FullName: `${family} ${style}`,
          }),
        ),
      ),
    )
    .join('');
}

function preferences({ width, height, grid, pages }: PageGeometry): string {
  const bleed = points(BLEED * MM);
  return [
    element('DocumentPreference', {
      PageHeight: points(height),
      PageWidth: points(width),
      PagesPerDocument: pages.length,
      FacingPages: false,
      DocumentBleedTopOffset: bleed,
      DocumentBleedBottomOffset: bleed,
      DocumentBleedInsideOrLeftOffset: bleed,
      DocumentBleedOutsideOrRightOffset: bleed,
      DocumentBleedUniformSize: true,
      SlugTopOffset: 0,
      SlugBottomOffset: 0,
      SlugInsideOrLeftOffset: 0,
      SlugRightOrOutsideOffset: 0,
      PreserveLayoutWhenShuffling: true,
      AllowPageShuffle: true,
      PageBinding: 'LeftToRight',
      Intent: 'PrintIntent',
    }),
    element('GridPreference', {
      // The grid is a grid of baselines: it starts where the first line of a column stands.
      BaselineStart: points(grid.margins.top * MM + grid.baseline),
      BaselineDivision: grid.row,
      BaselineGridShown: false,
      BaselineGridRelativeOption: 'TopOfPageOfBaselineGridRelativeOption',
    }),
    element('TextPreference', { TypographersQuotes: true, LinkTextFilesWhenImporting: false }),
    element('ViewPreference', {
      HorizontalMeasurementUnits: 'Millimeters',
      VerticalMeasurementUnits: 'Millimeters',
      RulerOrigin: 'PageOrigin',
    }),
  ].join('');
}

function tag(name: string): string {
  const colour = element('TagColor', { type: 'enumeration' }, name === 'Root' ? 'LightBlue' : 'Green');
  return element('XMLTag', { Self: `XMLTag/${name}`, Name: name }, element('Properties', {}, colour));
}

/** The story behind the structure: its only content is the mark that holds the root of the tags. */
const BACKING_STORY = element(
  'XmlStory',
  { Self: 'gback', AppliedTOCStyle: 'n', TrackChanges: false, StoryTitle: '$ID/', AppliedNamedGrid: 'n' },
  element(
    'ParagraphStyleRange',
    { AppliedParagraphStyle: NORMAL_PARAGRAPH_STYLE },
    element('CharacterStyleRange', { AppliedCharacterStyle: NO_CHARACTER_STYLE }, [
      element('XMLElement', { Self: 'gx1', MarkupTag: 'XMLTag/Root' }),
      '<Content>\ufeff</Content>',
    ]),
  ),
);
