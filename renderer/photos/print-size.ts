import { spanWidth } from '../../shared/print/page-template';
import { BERLINER } from '../../shared/print/templates/shipped';

/** Pixels per inch of a picture `width` pixels wide, set over `span` columns of the printed page. */
export function effectivePpi(width: number, span: number): number {
  return Math.round(width / (spanWidth(BERLINER, Math.min(span, BERLINER.columns)) / 25.4));
}

/** Below this a newspaper press shows that pixels are missing. */
export const ENOUGH_PPI = 170;
