import type { PageTemplate } from '../../print/page-template';
import type { PagePlan, PictureItem, PrintPlan, TextItem, TextRole } from '../../print/plan';
import { tokenText } from '../../print/tokens';
import { SMALL_CAPITALS } from '../../print/type-scale';
import type { TypeSize } from '../../print/type-scale';
import type { ParagraphStyle } from '../hand-off/styles';
import { LOOKS } from './looks';
import type { Look } from './looks';
import type { PageFrames, PageGeometry, PlacedCommon, PlacedFrames, PlacedQuote, TextBox } from './page-geometry';
import type { Box } from './picture-frame';

/** The page of a layout program from the page as it is printed: the same frames, sizes and baselines. */
export function plannedPages(plan: PrintPlan, template: PageTemplate): PageGeometry {
  return {
    width: plan.width,
    height: plan.height,
    grid: template,
    looks: plannedLooks(plan, template),
    accent: plan.inks.accent.join(' '),
    pages: plan.pages.map((page, index) => pageFrames(page, template, index === 0)),
  };
}

function pageFrames(page: PagePlan, { row, baseline }: PageTemplate, first: boolean): PageFrames {
  const texts = page.items.filter((item) => item.kind === 'text').filter((item) => item.furniture !== true);
  const columns = page.frames.map(({ x, y, width, rows }) => ({
    x,
    y,
    width,
    height: rows * row + DESCENT,
    first: baseline,
  }));
  const apart = texts.filter((text) => !columns.some((column) => holds(column, text)));
  const head = (role: TextRole) => textBox(first ? apart.filter((text) => text.role === role) : []);
  const [kicker, headline, sapo] = [head('kicker'), head('headline'), head('standfirst')];
  const teasers = apart.filter(({ role }) => role === 'teaser' || role === 'teaserText');
  const related = textBox(teasers);
  // Headings and texts stand side by side in print and under each other here.
  const stacked = teasers
    .filter(({ role }) => role === 'teaser')
    .reduce((sum, { lines, leading }) => sum + lines.length * leading, 0);
  const pictures = page.items
    .filter((item) => item.kind === 'picture')
    .map((picture) => placed(picture, texts, columns));
  return {
    ...(kicker ? { kicker } : {}),
    ...(headline ? { headline } : {}),
    ...(sapo ? { sapo } : {}),
    columns,
    pictures,
    commons: commonsOf(pictures, texts),
    quotes: quotesOf(apart),
    ...(related ? { related: { ...related, height: related.height + stacked } } : {}),
  };
}

/** Room under the last baseline of a frame, in points: a frame that ends on the baseline would push the line out. */
const DESCENT = 4;

function holds(
  { x, y, width, height }: Box,
  item: { readonly x: number; readonly y: number; readonly width: number },
): boolean {
  return item.x >= x - 1 && item.x + item.width <= x + width + 1 && item.y >= y - 1 && item.y <= y + height;
}

/** The frame round some texts; null when there are none. */
function textBox(texts: readonly TextItem[]): TextBox | null {
  const [first] = texts;
  if (!first) return null;
  const x = Math.min(...texts.map((text) => text.x));
  const y = Math.min(...texts.map((text) => text.y));
  const right = Math.max(...texts.map((text) => text.x + text.width));
  const foot = Math.max(
    ...texts.map(({ y: top, lines, leading, type }) => top + lines.length * leading + type.size * 0.3),
  );
  return { x, y, width: right - x, height: foot - y, first: first.baseline };
}

function placed(picture: PictureItem, texts: readonly TextItem[], columns: readonly Box[]): PlacedFrames {
  const { block, index, x, y, width, height } = picture;
  const number = index === undefined ? '' : `-${index}`;
  const of = (role: 'caption' | 'credit') =>
    texts.filter(({ source }) => source.block === block && source.part === role + number);
  const caption = textBox(of('caption'));
  const credit = textBox(of('credit'));
  const inColumn = columns.some((column) => holds(column, picture));
  const pointing = of('caption').flatMap(({ lines }) =>
    lines.flatMap(({ tokens }) => tokens.filter(({ start }) => start < 0)),
  );
  const label = pointing.map(tokenText).join(' ');
  return {
    block,
    ...(index === undefined ? {} : { index }),
    frame: { x, y, width, height },
    caption,
    credit: credit && narrowed(credit, of('credit')),
    ...(label === '' ? {} : { label }),
    inColumn,
  };
}

/** The common texts of the galleries whose first picture stands on the page. */
function commonsOf(pictures: readonly PlacedFrames[], texts: readonly TextItem[]): readonly PlacedCommon[] {
  return pictures
    .filter(({ index }) => index === 0)
    .map(({ block, inColumn }) => {
      const of = (role: 'caption' | 'credit') =>
        texts.filter(({ source }) => source.block === block && source.part === role);
      const credit = textBox(of('credit'));
      return { block, caption: textBox(of('caption')), credit: credit && narrowed(credit, of('credit')), inColumn };
    });
}

/** A credit may end the last line of its caption: its frame is no wider than its words, so that it hides none. */
function narrowed(box: TextBox, lines: readonly TextItem[]): TextBox {
  const natural = Math.max(...lines.flatMap((item) => item.lines.map((line) => line.natural)));
  const width = Math.min(box.width, natural * 1.06 + 2);
  return { ...box, x: box.x + box.width - width, width };
}

function quotesOf(apart: readonly TextItem[]): readonly PlacedQuote[] {
  const quotes = apart.filter(({ role }) => role === 'pullQuote');
  return [...new Set(quotes.map(({ source }) => source.block))].flatMap((block) => {
    const box = textBox(apart.filter((text) => text.source.block === block));
    return block !== null && box ? [{ block, box }] : [];
  });
}

const STYLE_OF: { readonly [role in TextRole]?: readonly ParagraphStyle[] } = {
  kicker: ['kicker'],
  headline: ['headline'],
  standfirst: ['sapo'],
  paragraph: ['paragraph'],
  question: ['question'],
  answer: ['answerFirst', 'answer'],
  subhead: ['subhead'],
  item: ['listItem'],
  closing: ['closing'],
  byline: ['byline'],
  caption: ['caption'],
  credit: ['credit'],
  pullQuote: ['pullQuote'],
  attribution: ['attribution'],
  boxHeading: ['boxHeading'],
  box: ['box'],
  teaser: ['relatedHeading'],
  teaserText: ['related'],
};

/** The looks of this very page: what it does not use keeps its ordinary look, set on the template's grid. */
function plannedLooks({ pages }: PrintPlan, { row, labels }: PageTemplate): PageGeometry['looks'] {
  const looks: { [style in ParagraphStyle]: Look } = { ...LOOKS };
  for (const style of Object.keys(LOOKS) as ParagraphStyle[]) {
    if (LOOKS[style].grid) looks[style] = { ...LOOKS[style], leading: row };
  }
  const sizes = new Map<TextRole, number>();
  for (const { role, type, leading } of pages.flatMap(({ items }) => items.filter((item) => item.kind === 'text'))) {
    // The line over the related pieces is smaller than what they say.
    if (type.size <= (sizes.get(role) ?? 0)) continue;
    sizes.set(role, type.size);
    for (const style of STYLE_OF[role] ?? []) {
      looks[style] = {
        ...looks[style],
        font: FAMILIES[type.face],
        cut: cutOf(type),
        size: type.size,
        leading,
        ...(type.figures ? { figures: type.figures } : {}),
        ...(labels === 'small-capitals' && SMALL_CAPITALS.has(type.face) ? { smallLabels: true as const } : {}),
      };
    }
  }
  return looks;
}

const FAMILIES: { readonly [face in TypeSize['face']]: string } = {
  text: 'Source Serif 4',
  headline: 'Playfair Display',
  sans: 'Barlow Condensed',
};

const WEIGHTS: { readonly [weight: number]: string } = {
  400: 'Regular',
  500: 'Medium',
  600: 'SemiBold',
  700: 'Bold',
  800: 'ExtraBold',
};

function cutOf({ weight, italic = false }: TypeSize): string {
  const upright = WEIGHTS[weight] ?? 'Regular';
  return italic ? (upright === 'Regular' ? 'Italic' : `${upright} Italic`) : upright;
}
