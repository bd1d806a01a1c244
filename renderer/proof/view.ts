/** How pages are shown: fitted to the window, or at a share of their printed size. */
export type Zoom = 'width' | 'height' | number;

export interface View {
  readonly zoom: Zoom;
  readonly twoPages: boolean;
  /** The first page shown, from 0. */
  readonly page: number;
}

/** A point on the screen at full size: 96 pixels to an inch. */
const PIXELS_PER_POINT = 96 / 72;
/** Air round a page and between two, in pixels. */
export const AIR = 16;
const STEPS = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4];

/** The width of one page in pixels. `room` is the free area in pixels, the sheet is in points. */
export function pageWidth(
  view: Pick<View, 'zoom' | 'twoPages'>,
  room: { readonly width: number; readonly height: number },
  sheet: { readonly width: number; readonly height: number; readonly pageCount: number },
): number {
  const { zoom } = view;
  // The last page of an odd number keeps the size of those before it; an only page has all the room.
  const twoPages = view.twoPages && sheet.pageCount > 1;
  if (typeof zoom === 'number') return sheet.width * PIXELS_PER_POINT * zoom;
  const across = (room.width - AIR * (twoPages ? 3 : 2)) / (twoPages ? 2 : 1);
  const down = ((room.height - 2 * AIR) * sheet.width) / sheet.height;
  return Math.max(40, zoom === 'width' ? across : Math.min(across, down));
}

/** The share of the printed size that a width on the screen is. */
export function shareOf(width: number, sheet: { readonly width: number }): number {
  return width / (sheet.width * PIXELS_PER_POINT);
}

/** The next step up or down from a share; the last one when there is none. */
export function stepFrom(share: number, step: 1 | -1): number {
  const next = step > 0 ? STEPS.find((one) => one > share * 1.02) : STEPS.findLast((one) => one < share * 0.98);
  return next ?? (step > 0 ? Math.max(...STEPS) : Math.min(...STEPS));
}

/** The pages on the screen, from 0. Two pages stand in pairs: 1 and 2, 3 and 4 … The jump of a piece is read across them. */
export function pagesShown({ page, twoPages }: Pick<View, 'page' | 'twoPages'>, pageCount: number): readonly number[] {
  const there = Math.max(1, pageCount);
  const first = Math.min(Math.max(0, page), there - 1);
  if (!twoPages) return [first];
  const left = first - (first % 2);
  return [left, left + 1].filter((one) => one < there);
}

/** The page to turn to; the same one at the end. */
export function turned(view: Pick<View, 'page' | 'twoPages'>, step: 1 | -1, pageCount: number): number {
  const shown = pagesShown(view, pageCount);
  const next = step > 0 ? (shown.at(-1) ?? 0) + 1 : (shown[0] ?? 0) - 1;
  return next < 0 || next >= pageCount ? (shown[0] ?? 0) : next;
}
