import { keyOfPicture } from '../../interview/shown-pictures';
import { element, XML_HEAD } from '../hand-off/xml';
import { languageRef } from './style-parts';
import { packagePart, spreadId } from './package-part';
import type { IdmlStory } from './package-part';
import type { PageFrames, PageGeometry, TextBox } from './page-geometry';
import { outline, pictureFrame, points, TEXT_WRAP } from './picture-frame';
import type { Box, LinkedPicture } from './picture-frame';

/** One frame of a thread; `previous` and `next` are the frames before and after it. */
export interface StoryFrame {
  readonly self: string;
  readonly story: string;
  readonly page: number;
  readonly box: TextBox;
  readonly wraps: boolean;
  readonly name: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** A linked picture and the point that a crop of it keeps. */
export interface LinkedBlock {
  readonly link: LinkedPicture;
  readonly focus: { readonly x: number; readonly y: number } | undefined;
}

const MM = 72 / 25.4;

/** Points between two spreads on the pasteboard. */
const PASTEBOARD = 300;

/** One page with its frames. Pages do not face each other, so the middle of a page is the origin of its spread. */
export function spreadPart(
  geometry: PageGeometry,
  index: number,
  { pictures }: PageFrames,
  frames: readonly StoryFrame[],
  linked: ReadonlyMap<string, LinkedBlock>,
): string {
  const { width, height, grid } = geometry;
  const page = element(
    'Page',
    {
      Self: `gp${index + 1}`,
      Name: index + 1,
      AppliedMaster: 'gm1',
      MasterPageTransform: '1 0 0 1 0 0',
      GeometricBounds: `0 0 ${points(height)} ${points(width)}`,
      ItemTransform: `1 0 0 1 ${points(-width / 2)} ${points(-height / 2)}`,
      TabOrder: '',
      OverrideList: '',
      GridStartingPoint: 'TopOutside',
      UseMasterGrid: true,
    },
    margins(grid),
  );
  const fromMiddle = <Frame extends Box>(box: Frame): Frame => ({
    ...box,
    x: box.x - width / 2,
    y: box.y - height / 2,
  });
  const spread = element(
    'Spread',
    {
      Self: spreadId(index),
      FlattenerOverride: 'Default',
      ShowMasterItems: true,
      PageCount: 1,
      BindingLocation: 0,
      AllowPageShuffle: true,
      ItemTransform: `1 0 0 1 0 ${points(index * (height + PASTEBOARD))}`,
    },
    [
      page,
      ...frames.map((frame) => textFrame({ ...frame, box: fromMiddle(frame.box) })),
      ...pictures.map((placed, at) => {
        const { frame, inColumn } = placed;
        const name = keyOfPicture(placed);
        const { link = null, focus } = linked.get(name) ?? {};
        const self = `gr${index + 1}n${at + 1}`;
        return pictureFrame(self, fromMiddle(frame), link, { name: `photo ${name}`, focus, wraps: inColumn });
      }),
    ],
  );
  return packagePart('Spread', spread);
}

export function masterPart({ width, height, grid }: PageGeometry): string {
  const page = element(
    'Page',
    {
      Self: 'gmp1',
      Name: 'A',
      AppliedMaster: 'n',
      MasterPageTransform: '1 0 0 1 0 0',
      GeometricBounds: `0 0 ${points(height)} ${points(width)}`,
      ItemTransform: `1 0 0 1 ${points(-width / 2)} ${points(-height / 2)}`,
      TabOrder: '',
      OverrideList: '',
    },
    margins(grid),
  );
  const master = element(
    'MasterSpread',
    {
      Self: 'gm1',
      Name: 'A-Galley',
      NamePrefix: 'A',
      BaseName: 'Galley',
      ShowMasterItems: true,
      PageCount: 1,
      ItemTransform: '1 0 0 1 0 0',
    },
    page,
  );
  return packagePart('MasterSpread', master);
}

/** The contents page of the package: every part by its path, in the order in which they are read. */
export function designMap({ pages }: PageGeometry, stories: readonly IdmlStory[], language: string): string {
  const part = (name: string, src: string) => element(`idPkg:${name}`, { src });
  const spoken = languageRef(language);
  return [
    XML_HEAD,
    '<?aid style="50" type="document" readerVersion="6.0" featureSet="257" product="8.0(370)" ?>\n',
    element(
      'Document',
      {
        'xmlns:idPkg': 'http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging',
        DOMVersion: '8.0',
        Self: 'galley',
        StoryList: [...stories.map(({ id }) => id), 'gback'].join(' '),
        ZeroPoint: '0 0',
        ActiveLayer: 'glayer',
        CMYKProfile: '',
        RGBProfile: 'sRGB IEC61966-2.1',
        Name: 'galley.indd',
      },
      [
        element('Language', {
          Self: `Language/${spoken}`,
          Name: spoken,
          SingleQuotes: '‘’',
          DoubleQuotes: '“”',
          PrimaryLanguageName: spoken.split(':')[0],
          SublanguageName: '$ID/',
          Id: 0,
          HyphenationVendor: '$ID/',
          SpellingVendor: '$ID/',
        }),
        part('Graphic', 'Resources/Graphic.xml'),
        part('Fonts', 'Resources/Fonts.xml'),
        part('Styles', 'Resources/Styles.xml'),
        part('Preferences', 'Resources/Preferences.xml'),
        part('Tags', 'XML/Tags.xml'),
        element(
          'Layer',
          {
            Self: 'glayer',
            Name: 'Galley',
            Visible: true,
            Locked: false,
            IgnoreWrap: false,
            ShowGuides: true,
            LockGuides: false,
            UI: true,
            Expendable: true,
            Printable: true,
          },
          element('Properties', {}, element('LayerColor', { type: 'enumeration' }, 'LightBlue')),
        ),
        part('MasterSpread', 'MasterSpreads/MasterSpread_gm1.xml'),
        ...pages.map((_, index) => part('Spread', `Spreads/Spread_${spreadId(index)}.xml`)),
        element(
          'Section',
          {
            Self: 'gsection',
            Length: pages.length,
            Name: '',
            ContinueNumbering: false,
            IncludeSectionPrefix: false,
            PageNumberStart: 1,
            Marker: '',
            PageStart: 'gp1',
            SectionPrefix: '',
            AlternateLayoutLength: pages.length,
            AlternateLayout: '',
          },
          element('Properties', {}, element('PageNumberStyle', { type: 'enumeration' }, 'Arabic')),
        ),
        part('BackingStory', 'XML/BackingStory.xml'),
        ...stories.map(({ id }) => part('Story', `Stories/Story_${id}.xml`)),
      ],
    ),
  ].join('');
}

function margins({ columns, gutter, margins: { top, bottom, left, right } }: PageGeometry['grid']): string {
  return element('MarginPreference', {
    ColumnCount: columns,
    ColumnGutter: points(gutter * MM),
    Top: points(top * MM),
    Bottom: points(bottom * MM),
    Left: points(left * MM),
    Right: points(right * MM),
    ColumnDirection: 'Horizontal',
  });
}

function textFrame({ self, story, box, name, previous, next, wraps }: StoryFrame): string {
  const inset = element('ListItem', { type: 'unit' }, '0').repeat(4);
  return element(
    'TextFrame',
    {
      Self: self,
      ParentStory: story,
      PreviousTextFrame: previous ?? 'n',
      NextTextFrame: next ?? 'n',
      ContentType: 'TextType',
      Visible: true,
      Name: name,
      AppliedObjectStyle: 'ObjectStyle/$ID/[Normal Text Frame]',
      FillColor: 'Swatch/None',
      StrokeColor: 'Swatch/None',
      StrokeWeight: 0,
      ItemTransform: '1 0 0 1 0 0',
    },
    [
      outline(box),
      element(
        'TextFramePreference',
        {
          TextColumnCount: 1,
          TextColumnFixedWidth: points(box.width),
          UseFixedColumnWidth: false,
          FirstBaselineOffset: 'FixedHeight',
          MinimumFirstBaselineOffset: points(box.first),
          VerticalJustification: 'TopAlign',
          AutoSizingType: 'Off',
        },
        element('Properties', {}, element('InsetSpacing', { type: 'list' }, inset)),
      ),
      wraps ? TEXT_WRAP : '',
    ],
  );
}
