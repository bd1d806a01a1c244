import type { TypeRole, TypeSize } from './type-scale';

/** Ink in percent of each plate: cyan, magenta, yellow, black. */
export type Ink = readonly [c: number, m: number, y: number, k: number];

/** A page as the grid sees it. Lengths of the sheet in millimetres, the baseline grid in points. */
export interface PageTemplate {
  /** What files and the command line call it. */
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly columns: number;
  readonly gutter: number;
  /** The distance between two baselines, in points; every text stands on this grid. */
  readonly row: number;
  /** The drawn text line stands this far below the top of its row, in points. */
  readonly baseline: number;
  /** How many rows of a page the piece may fill, from the folio down; all of them when not given. */
  readonly depth?: number;
  /** Where this template departs from the common type scale. */
  readonly type?: { readonly [role in TypeRole]?: Partial<TypeSize> };
  /** The bounds between which a headline is fitted to its lines, in points. */
  readonly headline: { readonly least: number; readonly most: number; readonly weight: number };
  readonly ink: { readonly accent: Ink; readonly tint: Ink };
  /** Paper, section, date and page over the first row. */
  readonly folio: boolean;
  /** Columns of the leading picture whatever its block asks; its block decides when not given. */
  readonly leadSpan?: number;
  /** The tallest leading picture, in millimetres. */
  readonly leadTallest: number;
  /** How many lines the initial of the first paragraph is deep; 0 for none. */
  readonly dropCap: 0 | 2 | 3 | 4;
  /** How many columns the first pull quote crosses. */
  readonly quoteSpan: 1 | 2;
  readonly columnRules: boolean;
  /** How the label before a question or an answer is set, where its face has small capitals; bold when not given. */
  readonly labels?: 'small-capitals';
}

export const POINTS_PER_MM = 72 / 25.4;

/** The width between the margins, in millimetres. */
export function printWidth({ width, margins }: PageTemplate): number {
  return width - margins.left - margins.right;
}

/** How wide `span` columns are with the gutters between them, in millimetres. */
export function spanWidth(page: PageTemplate, span: number): number {
  const column = (printWidth(page) - (page.columns - 1) * page.gutter) / page.columns;
  return span * column + (span - 1) * page.gutter;
}

/** Between two pictures that stand beside each other as one, in points. */
export function pictureGap({ row }: PageTemplate): number {
  return 0.45 * row;
}

/** How many whole rows of the grid stand between the margins. */
export function rowsOf({ height, margins, row }: PageTemplate): number {
  return Math.floor(((height - margins.top - margins.bottom) * POINTS_PER_MM) / row);
}

/** The last row that the piece may fill on a page. */
export function depthOf(page: PageTemplate): number {
  return Math.min(page.depth ?? Infinity, rowsOf(page));
}

/** The left edge of a column, in points from the edge of the sheet. */
export function columnLeft(page: PageTemplate, column: number): number {
  return (page.margins.left + column * (spanWidth(page, 1) + page.gutter)) * POINTS_PER_MM;
}

/** The top of a row, in points from the edge of the sheet. */
export function rowTop(page: PageTemplate, row: number): number {
  return page.margins.top * POINTS_PER_MM + row * page.row;
}

const names = new WeakMap<PageTemplate, number>();
const numbers = new Map<string, number>();
let templates = 0;

/** A number that stands for all a template says: the same for templates that say the same. */
export function numberOf(page: PageTemplate): number {
  const before = names.get(page);
  if (before !== undefined) return before;
  // Templates come over from another process: copies, anew with each job.
  const said = JSON.stringify(page);
  const number = numbers.get(said) ?? ++templates;
  if (numbers.size > MOST_TEMPLATES) numbers.clear();
  numbers.set(said, number);
  names.set(page, number);
  return number;
}

/** Each assigned length makes a template of its own. A number that was forgotten is not given again. */
const MOST_TEMPLATES = 200;
