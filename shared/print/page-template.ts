/** A page as the grid sees it. Lengths of the sheet in millimetres, the baseline grid in points. */
export interface PageTemplate {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly columns: number;
  readonly gutter: number;
  /** The distance between two baselines, in points; every text stands on this grid. */
  readonly row: number;
  /** The drawn text line stands this far below the top of its row, in points. */
  readonly baseline: number;
}

/** The tabloid or Berliner page of most Vietnamese provincial papers: five columns of 49.2 mm. */
export const BERLINER: PageTemplate = {
  width: 290,
  height: 420,
  margin: 12,
  columns: 5,
  gutter: 5,
  row: 10.8,
  baseline: 8.2,
};

export const POINTS_PER_MM = 72 / 25.4;

/** How wide `span` columns are with the gutters between them, in millimetres. */
export function spanWidth(page: PageTemplate, span: number): number {
  const column = (page.width - 2 * page.margin - (page.columns - 1) * page.gutter) / page.columns;
  return span * column + (span - 1) * page.gutter;
}

/** How many whole rows of the grid stand between the margins. */
export function rowsOf(page: PageTemplate): number {
  return Math.floor(((page.height - 2 * page.margin) * POINTS_PER_MM) / page.row);
}
