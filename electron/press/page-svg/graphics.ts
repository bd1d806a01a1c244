import type { Matrix } from './matrix';
import { IDENTITY, short } from './matrix';

/** How things are painted at one place of a page's content: what `q` keeps and `Q` brings back. */
export interface Graphics {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  /** What of it is not seen through, from 0 to 1. */
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly width: number;
  readonly dash: string;
  /** Groups opened for clips that this level has to close. */
  readonly groups: number;
}

/** ISO 32000-1, table 52. */
export const START: Graphics = {
  matrix: IDENTITY,
  fill: '#000',
  stroke: '#000',
  fillOpacity: 1,
  strokeOpacity: 1,
  width: 1,
  dash: '',
  groups: 0,
};

export const NO_FILL = ' fill="none"';

/** The attributes of what is filled. */
export function fillOf({ fill, fillOpacity }: Graphics): string {
  return ` fill="${fill}"${fillOpacity < 1 ? ` fill-opacity="${short(fillOpacity)}"` : ''}`;
}

/** The attributes of a line; `width` in the units of its path. */
export function strokeOf({ stroke, strokeOpacity }: Graphics, width: number): string {
  const through = strokeOpacity < 1 ? ` stroke-opacity="${short(strokeOpacity)}"` : '';
  return ` stroke="${stroke}" stroke-width="${short(width)}"${through}`;
}

/** The attributes of letters in the units of `matrix`. `mode` is that of Tr: 0 filled, 1 as outlines, 2 both. */
export function lettersOf(now: Graphics, mode: number, matrix: Matrix): string {
  const fill = mode === 1 ? NO_FILL : fillOf(now);
  if (mode !== 1 && mode !== 2) return fill;
  const scale = Math.hypot(matrix[0], matrix[1]) / Math.hypot(now.matrix[0], now.matrix[1]);
  return fill + strokeOf(now, now.width / scale);
}
