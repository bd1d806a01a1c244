import { isBlank } from '../interview/text';
import type { Interview } from '../interview/types';
import { CAPITAL, pictureInset } from './display';
import { fitHeadline } from './fit-headline';
import type { Metrics } from './metrics';
import { setOnce } from './metrics';
import type { PageTemplate } from './page-template';
import { columnLeft, numberOf, POINTS_PER_MM, printWidth, rowTop, spanWidth } from './page-template';
import type { PlacedPicture } from './place-pictures';
import { moved } from './plan';
import type { PlanItem, TextItem } from './plan';
import { setLines } from './set-lines';
import { setPlaced } from './set-placed';
import { tokensOf } from './tokens';
import { typeOf } from './type-scale';

/** Rows under the folio's rule where a page begins. */
export const FOLIO_ROWS = 2.3;

/** What stands over the story on its first page, and the row where each column is free. */
export interface PageHead {
  readonly items: readonly PlanItem[];
  readonly tops: readonly number[];
  /** Of each gutter, the row down to which something crosses it; the gutter right of column 0 first. */
  readonly crossed: readonly number[];
}

/** Kicker and headline over the whole width, and the row where the columns start. */
export interface PageTitle {
  readonly items: readonly PlanItem[];
  readonly row: number;
  /** A row of air more between headline and columns would not show as a gap. */
  readonly mayDrop: boolean;
}

/** So many rows under the headline's descenders are air; more is a gap. */
const AIR_BELOW = { least: 0.4, most: 1.8 } as const;

/** Sets kicker and headline; the headline as large as its lines allow. */
export function setTitle(interview: Interview, page: PageTemplate, metrics: Metrics): PageTitle {
  return setOnce(metrics, ['title', numberOf(page), interview.kicker, interview.headline], () =>
    newTitle(interview, page, metrics),
  );
}

function newTitle(interview: Interview, page: PageTemplate, metrics: Metrics): PageTitle {
  const items: PlanItem[] = [];
  const left = columnLeft(page, 0);
  const full = printWidth(page) * POINTS_PER_MM;
  let y = rowTop(page, page.folio ? FOLIO_ROWS : 0);

  if (interview.kicker && !isBlank(interview.kicker)) {
    const type = typeOf(page, 'kicker');
    const lines = setLines(tokensOf(interview.kicker), { type, width: full, shape: 'full' }, metrics);
    const leading = type.size * 1.25;
    items.push({
      ...display('kicker', 'kicker', type, lines, left, y, full, leading, 0.9 * type.size),
      ink: 'accent',
    });
    y += lines.length * leading + 1;
  }
  if (!isBlank(interview.headline)) {
    const fitted = fitHeadline(tokensOf(interview.headline), full, page, metrics);
    const { size } = fitted.type;
    const leading = size * 1.12;
    const lines = fitted.lines.map((tokens) => ({ tokens, indent: 0, justified: false, natural: 0 }));
    items.push(display('headline', 'headline', fitted.type, lines, left, y, full, leading, 0.9 * size));
    y += 0.9 * size + (lines.length - 1) * leading + 0.27 * size;
  }
  const foot = (y - rowTop(page, 0)) / page.row;
  const head = Math.ceil(foot + (items.length > 0 ? AIR_BELOW.least : 0));
  return { items, row: head, mayDrop: head + 1 - foot <= AIR_BELOW.most };
}

/** The whole head: standfirst and leading picture under the title. `taller` rows are added to the picture, or cropped off it. */
export function setHead(
  interview: Interview,
  page: PageTemplate,
  title: PageTitle,
  lead: PlacedPicture | undefined,
  metrics: Metrics,
  taller = 0,
): PageHead {
  const items = [...title.items];
  const head = title.row;
  const { columns } = page;
  const tops = Array.from({ length: columns }, () => head);
  const crossed = Array.from({ length: columns - 1 }, () => head);
  const cover = (from: number, span: number, rows: number) => {
    for (let column = from; column < from + span; column++) {
      tops[column] = (tops[column] ?? 0) + rows;
      if (column > from) crossed[column - 1] = tops[column] ?? 0;
    }
  };
  const set = lead ? setPlaced(lead, page, interview.language, metrics, taller) : null;
  let beside = Math.max(1, Math.ceil(columns * 0.6));
  if (lead && set && lead.span === columns) {
    items.push(...moved(set.items, columnLeft(page, 0), rowTop(page, head)));
    cover(0, columns, set.rows + 1);
  } else if (lead) {
    beside = columns - lead.span;
  }
  const standfirst = interview.standfirst;
  if (standfirst && !isBlank(standfirst)) {
    const type = typeOf(page, beside > 2 ? 'standfirstWide' : 'standfirst');
    const width = spanWidth(page, beside) * POINTS_PER_MM;
    const lines = setOnce(metrics, ['standfirst', numberOf(page), beside, standfirst], () =>
      setLines(tokensOf(standfirst), { type, width: width - 6, shape: beside > 1 ? 'balanced' : 'full' }, metrics),
    );
    // On every second half row where that suits the size; no more air than a standfirst bears.
    const leading = 1.5 * page.row <= 1.35 * type.size ? Math.max(1.5 * page.row, 1.16 * type.size) : 1.28 * type.size;
    const capital = CAPITAL[type.face] * type.size;
    const first = pictureInset(page) + capital;
    const y = rowTop(page, tops[0] ?? head) + first - 0.78 * leading;
    items.push(
      display('standfirst', 'standfirst', type, lines, columnLeft(page, 0), y, width, leading, 0.78 * leading),
    );
    // Two rows from its last baseline to the next one, no less: it must not sit on the text.
    const rows = Math.ceil((first + (lines.length - 1) * leading - page.baseline) / page.row + 1.8);
    cover(0, beside, rows);
  }
  if (lead && set && lead.span < columns) {
    items.push(...moved(set.items, columnLeft(page, columns - lead.span), rowTop(page, tops[columns - 1] ?? head)));
    cover(columns - lead.span, lead.span, set.rows + 1);
  }
  return { items, tops, crossed };
}

/** Text that is not on the grid: its first baseline stands `baseline` below its head. */
export function display(
  role: TextItem['role'],
  part: string,
  type: TextItem['type'],
  lines: TextItem['lines'],
  x: number,
  y: number,
  width: number,
  leading: number,
  baseline: number,
): TextItem {
  return {
    kind: 'text',
    role,
    source: { block: null, part },
    x,
    y,
    width,
    leading,
    baseline,
    align: 'left',
    type,
    ink: 'black',
    lines,
  };
}
