import type { BlockId, PullQuote, Subhead, Text } from '../interview/types';
import { isBlank } from '../interview/text';
import { roomCrop } from '../photos/crop';
import type { FixedPiece } from './flow';
import type { Metrics } from './metrics';
import { setOnce } from './metrics';
import type { PageTemplate } from './page-template';
import { numberOf, POINTS_PER_MM, spanWidth } from './page-template';
import type { PlacedPhoto } from './place-pictures';
import { moved } from './plan';
import type { PlanItem, PlannedLine, Source, TextItem, TextRole } from './plan';
import { setLines } from './set-lines';
import { spaceWidth } from './token-width';
import { tokensOf } from './tokens';
import type { TypeSize } from './type-scale';
import { typeOf } from './type-scale';

/** A text item of the grid: one line a row. */
export function gridText(
  page: PageTemplate,
  role: TextRole,
  source: Source,
  type: TypeSize,
  width: number,
  lines: readonly PlannedLine[],
  more: Partial<TextItem> = {},
): TextItem {
  return {
    kind: 'text',
    role,
    source,
    x: 0,
    y: 0,
    width,
    leading: page.row,
    baseline: page.baseline,
    align: 'left',
    type,
    ink: 'black',
    lines,
    ...more,
  };
}

/** The height of a capital, as a share of its size. */
export const CAPITAL = { text: 0.67, headline: 0.708, sans: 0.7 } as const;

/** The room over a picture, in points: its head stands level with the capitals of the text beside it. */
export function pictureInset(page: PageTemplate): number {
  const { face, size } = typeOf(page, 'text');
  return page.baseline - CAPITAL[face] * size;
}

/** Rows of a picture without its caption: its foot stands on a baseline. `taller` rows are cropped or added by the page. */
export function pictureRows(page: PageTemplate, { span, ratio }: PlacedPhoto, taller = 0): number {
  const high = spanWidth(page, span) * POINTS_PER_MM * ratio + pictureInset(page) + page.row - page.baseline;
  return Math.max(3, Math.round(high / page.row) + taller);
}

/** What is set in a place of its own: its items stand from 0, 0 and fill whole rows of the grid. */
export interface SetItems {
  readonly rows: number;
  readonly items: readonly PlanItem[];
}

/** A picture with caption and credit below it, on the grid. */
export function setPicture(placed: PlacedPhoto, page: PageTemplate, metrics: Metrics, taller = 0): SetItems {
  const { block, photo, path, span } = placed;
  const width = spanWidth(page, span) * POINTS_PER_MM;
  const rows = pictureRows(page, placed, taller);
  const inset = pictureInset(page);
  const height = (rows - 1) * page.row + page.baseline - inset;
  const items: PlanItem[] = [
    {
      kind: 'picture',
      block: block.id,
      path,
      alt: block.alt,
      x: 0,
      y: inset,
      width,
      height,
      shows: photo && { photo, crop: roomCrop(photo, 'print', height / width) },
    },
  ];
  const texts = setCaption(block.id, block, page, width, metrics);
  return { rows: rows + texts.rows, items: [...items, ...moved(texts.items, 0, rows * page.row)] };
}

/** `index` is the number of a gallery's picture, `label` the words that point to it. */
export interface CaptionTexts {
  readonly caption: Text;
  readonly credit: Text;
  readonly index?: number;
  readonly label?: string;
}

/** Caption and credit under a picture; the credit ends the last line of the caption where it finds room. */
export function setCaption(
  block: BlockId,
  texts: CaptionTexts,
  page: PageTemplate,
  width: number,
  metrics: Metrics,
): SetItems {
  const { caption, credit, index, label } = texts;
  return setOnce(metrics, ['caption', numberOf(page), block, width, caption, credit, index, label], () => {
    const type = typeOf(page, 'caption');
    const creditType = typeOf(page, 'credit');
    const captionTokens = tokensOf(caption, { label: isBlank(caption) ? undefined : label });
    const creditTokens = tokensOf(credit);
    const captionLines = setLines(captionTokens, { type, width, shape: 'balanced' }, metrics);
    const creditLines = setLines(creditTokens, { type: creditType, width, shape: 'full' }, metrics);
    const gap = 2 * spaceWidth(type, metrics) + 3;
    const beside =
      (captionLines.at(-1)?.natural ?? 0) + gap + (creditLines[0]?.natural ?? 0) <= width && creditLines.length === 1;
    const creditRow = Math.max(0, captionLines.length - (beside ? 1 : 0));
    const part = (name: string) => (index === undefined ? name : `${name}-${index}`);
    const items: PlanItem[] = [];
    if (captionLines.length > 0)
      items.push(gridText(page, 'caption', { block, part: part('caption') }, type, width, captionLines));
    if (creditLines.length > 0)
      items.push(
        gridText(page, 'credit', { block, part: part('credit') }, creditType, width, creditLines, {
          y: creditRow * page.row,
          align: 'right',
        }),
      );
    return { rows: Math.max(captionLines.length, creditLines.length > 0 ? creditRow + creditLines.length : 0), items };
  });
}

/** Display lines over `width`: their leading is a share of the size, and they know how high they are, in points. */
function displayText(
  role: TextRole,
  source: Source,
  type: TypeSize,
  lines: readonly PlannedLine[],
  width: number,
  leading: number,
  more: Partial<TextItem>,
): TextItem {
  return {
    kind: 'text',
    role,
    source,
    x: 0,
    y: 0,
    width,
    leading,
    baseline: leading * 0.78,
    align: 'left',
    type,
    ink: 'black',
    lines,
    ...more,
  };
}

/** Between a quote's last baseline and the capitals of who said it, as a share of the quote's size. */
const SAID_AIR = 0.42;

/** A pull quote between two rules. The air over and under its words is alike to the eye, whatever rows it fills. */
export function setPullQuote(quote: PullQuote, page: PageTemplate, span: number, metrics: Metrics): SetItems {
  return setOnce(metrics, ['quote', numberOf(page), span, quote], () => newPullQuote(quote, page, span, metrics));
}

function newPullQuote(
  { id, quote, attribution }: PullQuote,
  page: PageTemplate,
  span: number,
  metrics: Metrics,
): SetItems {
  const width = spanWidth(page, span) * POINTS_PER_MM;
  const type = typeOf(page, span > 1 ? 'pullQuoteWide' : 'pullQuote');
  const leading = type.size * 1.2;
  const lines = setLines(tokensOf(quote), { type, width: width - (span > 1 ? 12 : 0), shape: 'balanced' }, metrics);
  const said = typeOf(page, 'attribution');
  const saidLines = setLines(tokensOf(attribution), { type: said, width, shape: 'full' }, metrics);
  const capital = CAPITAL[type.face] * type.size;
  // From the cap line of the first row of words to the last baseline.
  const words = (lines.length - 1) * leading + capital;
  const below = isBlank(attribution)
    ? 0
    : SAID_AIR * type.size + CAPITAL.sans * said.size + (saidLines.length - 1) * page.row;
  const rows = Math.ceil((words + below + page.row * 1.7) / page.row);
  // The rules stand level with the capitals of the text beside them and on a baseline.
  const top = pictureInset(page);
  const foot = (rows - 1) * page.row + page.baseline;
  const air = (foot - top - words - below) / 2;
  const firstBaseline = top + air + capital;
  const items: PlanItem[] = [
    { kind: 'rule', x: 0, y: top, length: width, upright: false, weight: 1.2, ink: 'accent' },
    displayText('pullQuote', { block: id, part: 'quote' }, type, lines, width, leading, {
      ink: 'accent',
      y: firstBaseline - leading * 0.78,
    }),
    ...(saidLines.length > 0
      ? [
          gridText(page, 'attribution', { block: id, part: 'attribution' }, said, width, saidLines, {
            y:
              firstBaseline +
              (lines.length - 1) * leading +
              SAID_AIR * type.size +
              CAPITAL.sans * said.size -
              page.baseline,
          }),
        ]
      : []),
    { kind: 'rule', x: 0, y: foot, length: width, upright: false, weight: 0.4, ink: 'accent' },
  ];
  return { rows, items };
}

/** A subhead of display lines in a column; its last line stands on the grid. */
export function setSubhead({ id, text }: Subhead, page: PageTemplate, metrics: Metrics): FixedPiece {
  const width = spanWidth(page, 1) * POINTS_PER_MM;
  const type = typeOf(page, 'subhead');
  const leading = type.size * 1.15;
  const lines = setLines(tokensOf(text), { type, width, shape: 'balanced' }, metrics);
  const rows = Math.max(1, Math.ceil((lines.length * leading - 3) / page.row));
  const lastBaseline = (rows - 1) * page.row + page.baseline;
  const y = lastBaseline - (lines.length - 1) * leading - leading * 0.78;
  return {
    kind: 'fixed',
    what: 'subhead',
    rows,
    above: 1,
    below: 0,
    keepNext: true,
    items: [displayText('subhead', { block: id, part: 'text' }, type, lines, width, leading, { y })],
  };
}
