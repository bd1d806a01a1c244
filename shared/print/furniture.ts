import { plainText, toText } from '../interview/text';
import type { Interview, Teaser } from '../interview/types';
import type { FlowPiece } from './flow';
import { gridText } from './display';
import type { SetItems } from './display';
import type { Metrics } from './metrics';
import { setOnce } from './metrics';
import { display } from './page-head';
import type { PageTemplate } from './page-template';
import { columnLeft, numberOf, POINTS_PER_MM, printWidth, rowTop, spanWidth } from './page-template';
import { pageDate, pageWords } from './page-words';
import type { PlanItem } from './plan';
import { setLines } from './set-lines';
import { flowPiece } from './story-pieces';
import { tokensOf } from './tokens';
import type { TypeRole } from './type-scale';
import { typeOf } from './type-scale';

/** The folio line: page and paper on the left, section in the middle, date on the right, a rule below. */
export function setFolio(
  interview: Interview,
  page: PageTemplate,
  number: number,
  metrics: Metrics,
): readonly PlanItem[] {
  if (!page.folio) return [];
  const words = pageWords(interview.language);
  const day = interview.published ? pageDate(interview.published) : null;
  const width = printWidth(page) * POINTS_PER_MM;
  const left = columnLeft(page, 0);
  const y = rowTop(page, 0);
  const line = (
    text: string,
    role: TypeRole,
    x: number,
    more: Partial<PlanItem & { kind: 'text' }>,
  ): readonly PlanItem[] => {
    const type = typeOf(page, role);
    const lines = setLines(tokensOf(toText(text)), { type, width, shape: 'full' }, metrics).slice(0, 1);
    if (lines.length === 0) return [];
    return [
      { ...display('folio', 'folio', type, lines, x, y, width - (x - left), page.row, 8.6), furniture: true, ...more },
    ];
  };
  const mark = String(number);
  const markType = typeOf(page, 'folioPage');
  const [markLine] = setLines(tokensOf(toText(mark)), { type: markType, width, shape: 'full' }, metrics);
  return [
    ...line(mark, 'folioPage', left, {}),
    ...line(interview.paper ?? '', 'folio', left + (markLine?.natural ?? 0) + 7, {}),
    ...line(interview.section ?? '', 'folioSection', left, { align: 'center' }),
    ...line(day ? words.longDate(day) : '', 'folio', left, { align: 'right' }),
    { kind: 'rule', x: left, y: y + 1.2 * page.row, length: width, upright: false, weight: 1, ink: 'black' },
  ];
}

/** The headline again over the rest of the piece, and where it comes from. */
export function setRunningHead(
  interview: Interview,
  page: PageTemplate,
  from: number,
  metrics: Metrics,
): readonly PlanItem[] {
  const { continued } = pageWords(interview.language);
  const type = typeOf(page, 'kicker');
  const width = printWidth(page) * POINTS_PER_MM;
  const text = [...tokensOf(interview.headline), ...tokensOf([{ text: continued(from), marks: ['italic'] }])];
  const spaced = text.map((token, at) =>
    at < text.length - 1 ? { ...token, start: -1, space: true } : { ...token, start: -1 },
  );
  const lines = setLines(spaced, { type, width, shape: 'full' }, metrics);
  // A headline too long for one line gives way: where the piece comes from must be read.
  const shown =
    lines.length <= 1 ? lines : setLines(tokensOf(toText(continued(from))), { type, width, shape: 'full' }, metrics);
  const item = display(
    'jump',
    'running-head',
    type,
    shown,
    columnLeft(page, 0),
    rowTop(page, page.folio ? 2.2 : 0),
    width,
    type.size * 1.25,
    0.95 * type.size,
  );
  return [{ ...item, furniture: true }];
}

/** Rows before the story on a page that continues it. */
export function continuedTop(page: PageTemplate): number {
  return page.folio ? 5 : 3;
}

/** The line at the foot of the last column that says where the piece goes on. */
export function setJump(interview: Interview, page: PageTemplate, to: number, metrics: Metrics): PlanItem {
  const type = typeOf(page, 'jump');
  const width = spanWidth(page, 1) * POINTS_PER_MM;
  const words = tokensOf(toText(pageWords(interview.language).continues(to)));
  const lines = setLines(words, { type, width, shape: 'full' }, metrics).slice(0, 1);
  return {
    ...gridText(page, 'jump', { block: null, part: 'jump' }, type, width, lines, { align: 'right' }),
    furniture: true,
  };
}

/** The related pieces in a box across the page; its items stand from 0, 0. */
export function setTeasers(interview: Interview, page: PageTemplate, metrics: Metrics): SetItems {
  if (interview.teasers.length === 0) return { rows: 0, items: [] };
  return setOnce(metrics, ['teasers', numberOf(page), interview.language, interview.teasers], () =>
    newTeasers(interview, page, metrics),
  );
}

function newTeasers(interview: Interview, page: PageTemplate, metrics: Metrics): SetItems {
  const width = printWidth(page) * POINTS_PER_MM;
  const inset = 3 * POINTS_PER_MM;
  const gutter = page.gutter * POINTS_PER_MM;
  const first = page.columns > 3 ? Math.round(page.columns * 0.4) : 1;
  const headWidth = spanWidth(page, first) * POINTS_PER_MM - inset;
  const textWidth = width - headWidth - gutter - 2 * inset;
  const items: PlanItem[] = [];
  const heading = typeOf(page, 'boxHeading');
  const related = setLines(
    tokensOf(toText(pageWords(interview.language).related)),
    { type: heading, width: headWidth, shape: 'full' },
    metrics,
  );
  items.push(
    gridText(page, 'teaser', { block: null, part: 'related' }, heading, headWidth, related, {
      x: inset,
      y: 0.4 * page.row,
      ink: 'accent',
    }),
  );
  let rows = 1.8;
  interview.teasers.forEach((teaser, at) => {
    const type = typeOf(page, 'teaser');
    const leading = 1.5 * page.row;
    const lines = setLines(teaserTokens(teaser), { type, width: headWidth, shape: 'balanced' }, metrics);
    const text = typeOf(page, 'text');
    const textLines = setLines(
      tokensOf(toText(teaser.text ?? '')),
      { type: text, width: textWidth, shape: 'justified' },
      metrics,
    );
    items.push({
      ...display('teaser', `teaser-${at}`, type, lines, inset, rows * page.row, headWidth, leading, 0.8 * leading),
    });
    if (textLines.length > 0)
      items.push(
        gridText(page, 'teaserText', { block: null, part: `teaser-${at}-text` }, text, textWidth, textLines, {
          x: inset + headWidth + gutter,
          // On the first baseline of the heading beside it.
          y: rows * page.row + 0.8 * leading - page.baseline,
        }),
      );
    rows += Math.max(lines.length * 1.5, textLines.length) + 0.6;
  });
  const high = Math.ceil(rows);
  return {
    rows: high,
    items: [
      { kind: 'tint', x: 0, y: 0, width, height: rows * page.row },
      { kind: 'rule', x: 0, y: 0, length: width, upright: false, weight: 1.2, ink: 'black' },
      ...items,
    ],
  };
}

function teaserTokens({ heading, label }: Teaser) {
  const marked = label ? tokensOf([{ text: `(${label})` }]) : [];
  return [...marked.map((token) => ({ ...token, space: true, start: -1 })), ...tokensOf(toText(heading))];
}

/** The related pieces as texts of the column, where the page has no room across it. */
export function teaserPieces(interview: Interview, page: PageTemplate, metrics: Metrics): readonly FlowPiece[] {
  const context = { page, metrics };
  const related = toText(pageWords(interview.language).related);
  const pieces = [
    flowPiece('teaser', { block: null, part: 'related' }, related, context, { style: { above: 2 } }),
    ...interview.teasers.flatMap((teaser, at) => [
      flowPiece(
        'teaser',
        { block: null, part: `teaser-${at}` },
        toText([teaser.label ? `(${teaser.label})` : '', teaser.heading].join(' ').trim()),
        context,
        {
          style: plainText(toText(teaser.text ?? '')) === '' ? { keepNext: false } : {},
        },
      ),
      flowPiece('teaserText', { block: null, part: `teaser-${at}-text` }, toText(teaser.text ?? ''), context, {}),
    ]),
  ];
  return pieces.filter((piece) => piece !== null);
}
