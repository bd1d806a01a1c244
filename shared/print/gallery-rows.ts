import { rowsOfGallery } from '../interview/gallery';
import type { GalleryLayout } from '../interview/types';

/** One picture of a row: from the left edge of the gallery, in the same measure as its width. */
export interface GalleryCell {
  /** Which picture of the gallery, from 0. */
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

export interface GalleryRow {
  readonly cells: readonly GalleryCell[];
  /** The height at which every picture of the row shows all of itself, side by side over the whole width. */
  readonly height: number;
}

/** A panorama or a pillar would leave its neighbours no room: beyond these shapes a picture is cropped. Height over width. */
const FLATTEST = 0.4;
const TALLEST = 1.8;

/**
 * Pictures in rows of one height each, as a newspaper sets them: in every row the widths are as the shapes of its pictures,
 * and fill `width` with `gap` between them. `ratios` are heights over widths; no picture gets narrower than `narrowest`
 * where fewer of them may stand beside each other.
 */
export function galleryRows(
  layout: GalleryLayout,
  ratios: readonly number[],
  { width, gap, narrowest }: { readonly width: number; readonly gap: number; readonly narrowest: number },
): readonly GalleryRow[] {
  const most = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  let first = 0;
  return rowsOfGallery(layout, ratios.length, most).map((count) => {
    const shapes = ratios.slice(first, first + count).map((ratio) => 1 / Math.min(TALLEST, Math.max(FLATTEST, ratio)));
    const height = (width - (count - 1) * gap) / shapes.reduce((sum, shape) => sum + shape, 0);
    let x = 0;
    const cells = shapes.map((shape, at) => {
      const cell = { index: first + at, x, width: height * shape };
      x += cell.width + gap;
      return cell;
    });
    first += count;
    return { cells, height };
  });
}
