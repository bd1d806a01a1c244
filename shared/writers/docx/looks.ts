import { NS } from '../../docx/namespaces';
import { styleId } from '../../docx/style-ids';
import type { ParagraphStyle, StyleNames } from '../hand-off/styles';
import { PARAGRAPH_STYLES } from '../hand-off/styles';
import { attributes, element, XML_HEAD } from '../hand-off/xml';
import { PICTURE_STYLE } from './document-part';

/** How a paragraph looks in the manuscript: sizes in half points, distances in twentieths of a point. */
interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly before?: number;
  readonly after?: number;
  readonly align?: 'center' | 'right' | 'both';
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly box?: boolean;
  /** 1 is the level of a headline in the document map. */
  readonly level?: number;
}

const GREY = '595959';
const ACCENT = '9B1C1C';

const LOOKS: { readonly [style in ParagraphStyle]: Look } = {
  kicker: { size: 22, bold: true, colour: ACCENT, after: 60, keepNext: true },
  headline: { size: 44, bold: true, after: 160, keepNext: true, level: 1 },
  sapo: { size: 27, bold: true, after: 240 },
  paragraph: {},
  subhead: { size: 28, bold: true, before: 240, after: 120, keepNext: true, level: 2 },
  question: { bold: true, before: 200, keepNext: true },
  answerFirst: {},
  answer: {},
  listItem: { left: 567, after: 60 },
  pullQuote: { size: 32, italic: true, colour: ACCENT, before: 240, after: 60, left: 567, right: 567, keepNext: true },
  attribution: { size: 22, colour: GREY, left: 567, right: 567, after: 240 },
  boxHeading: { bold: true, box: true, before: 200, after: 60, keepNext: true },
  box: { size: 24, box: true, after: 60 },
  closing: { italic: true, before: 200 },
  byline: { bold: true, align: 'right', before: 240, after: 240 },
  caption: { size: 22, italic: true, after: 20, keepNext: true },
  credit: { size: 20, colour: GREY, after: 200 },
  relatedHeading: { size: 24, bold: true, before: 120, after: 20, keepNext: true },
  related: { size: 24, after: 120 },
};

/** Styles of documents that go to the interviewee. */
export const ROUND_STYLES = {
  note: 'GalleyNote',
  lockedQuestion: 'GalleyLockedQuestion',
  title: 'GalleyRoundTitle',
} as const;

/** word/styles.xml: our named styles under the paper's names, so that a template of the same names gives them its look. */
export function stylesPart(names: StyleNames, language: string): string {
  const tongue = spellingLanguage(language);
  const fonts = 'Times New Roman';
  const defaults = element('w:docDefaults', {}, [
    element(
      'w:rPrDefault',
      {},
      element('w:rPr', {}, [
        element('w:rFonts', { 'w:ascii': fonts, 'w:hAnsi': fonts, 'w:eastAsia': fonts, 'w:cs': fonts }),
        element('w:sz', { 'w:val': 26 }),
        element('w:szCs', { 'w:val': 26 }),
        element('w:lang', { 'w:val': tongue, 'w:eastAsia': tongue, 'w:bidi': 'ar-SA' }),
      ]),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, element('w:spacing', { 'w:after': 120, 'w:line': 300, 'w:lineRule': 'auto' })),
    ),
  ]);
  const own = PARAGRAPH_STYLES.map((style) => paragraphStyle(styleId(style), names[style], LOOKS[style]));
  const characters = [
    characterStyle(styleId('label'), names.label, element('w:b') + element('w:bCs')),
    characterStyle(
      'Hyperlink',
      'Hyperlink',
      element('w:color', { 'w:val': '0B5394' }) + element('w:u', { 'w:val': 'single' }),
    ),
  ];
  const rest = [
    paragraphStyle(PICTURE_STYLE, 'picture', { align: 'center', before: 200, after: 60, keepNext: true }),
    paragraphStyle(ROUND_STYLES.title, 'round title', { size: 32, bold: true, after: 120 }),
    paragraphStyle(ROUND_STYLES.note, 'round note', { size: 24, after: 100 }),
    paragraphStyle(ROUND_STYLES.lockedQuestion, 'locked question', {
      bold: true,
      colour: GREY,
      before: 240,
      keepNext: true,
    }),
  ];
  return (
    XML_HEAD +
    element('w:styles', { 'xmlns:w': NS.w }, [
      defaults,
      `<w:style${attributes({ 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' })}><w:name w:val="Normal"/><w:qFormat/></w:style>`,
      ...own,
      ...characters,
      ...rest,
    ])
  );
}

function paragraphStyle(id: string, name: string, look: Look): string {
  const sides = ['top', 'left', 'bottom', 'right'] as const;
  const border = { 'w:val': 'single', 'w:sz': 6, 'w:space': 6, 'w:color': '7F7F7F' };
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element('w:pPr', {}, [
      look.keepNext ? element('w:keepNext') : '',
      look.box
        ? element(
            'w:pBdr',
            {},
            sides.map((side) => element(`w:${side}`, border)),
          )
        : '',
      look.box ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F2F2F2' }) : '',
      look.before !== undefined || look.after !== undefined
        ? element('w:spacing', { 'w:before': look.before, 'w:after': look.after })
        : '',
      look.left !== undefined || look.box
        ? element('w:ind', { 'w:left': look.left ?? 170, 'w:right': look.right ?? (look.box ? 170 : undefined) })
        : '',
      look.align ? element('w:jc', { 'w:val': look.align }) : '',
      look.level ? element('w:outlineLvl', { 'w:val': look.level - 1 }) : '',
    ]),
    element('w:rPr', {}, [
      look.bold ? element('w:b') + element('w:bCs') : '',
      look.italic ? element('w:i') + element('w:iCs') : '',
      look.colour ? element('w:color', { 'w:val': look.colour }) : '',
      look.size ? element('w:sz', { 'w:val': look.size }) + element('w:szCs', { 'w:val': look.size }) : '',
    ]),
  ]);
}

function characterStyle(id: string, name: string, properties: string): string {
  return element('w:style', { 'w:type': 'character', 'w:customStyle': name === id ? undefined : 1, 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:rPr', {}, properties),
  ]);
}

/** What spelling checkers go by: they know languages with a country. */
function spellingLanguage(language: string): string {
  if (/^vi$/i.test(language)) return 'vi-VN';
  return /^en$/i.test(language) ? 'en-GB' : language;
}
