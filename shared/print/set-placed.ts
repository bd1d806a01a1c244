import { sharesCredit } from '../interview/gallery';
import { isBlank } from '../interview/text';
import type { Gallery } from '../interview/types';
import { roomCrop } from '../photos/crop';
import { pictureInset, setCaption, setPicture } from './display';
import type { SetItems } from './display';
import type { GalleryRow } from './gallery-rows';
import type { Metrics } from './metrics';
import type { PageTemplate } from './page-template';
import { POINTS_PER_MM, spanWidth } from './page-template';
import { pageWords } from './page-words';
import { rowsOfPlaced } from './place-pictures';
import type { PlacedGallery, PlacedPicture } from './place-pictures';
import { moved } from './plan';
import type { PlanItem } from './plan';

/** Narrower than this a picture bears no caption of its own, in millimetres. */
const CAPTION_LEAST = 34;
/** Longer captions than this many lines would hang under their pictures like columns. */
const CAPTION_LINES = 5;

/** A photo or a gallery with its texts, on the grid. `taller` rows are cropped off its first row of pictures, or added to it. */
export function setPlaced(
  placed: PlacedPicture,
  page: PageTemplate,
  language: string,
  metrics: Metrics,
  taller = 0,
): SetItems {
  return placed.kind === 'photo'
    ? setPicture(placed, page, metrics, taller)
    : setGallery(placed, page, language, metrics, taller);
}

/**
 * The rows of a gallery, each of one height. Captions stand under their own pictures and what is common to all below them;
 * where pictures are too narrow for that, the common words come first and then the others, with words that say which is meant.
 */
function setGallery(
  placed: PlacedGallery,
  page: PageTemplate,
  language: string,
  metrics: Metrics,
  taller: number,
): SetItems {
  const { block, shots, span } = placed;
  const width = spanWidth(page, span) * POINTS_PER_MM;
  const inset = pictureInset(page);
  const rows = rowsOfPlaced(page, placed);
  const under = captionsUnder(block, rows, page, metrics);
  const items: PlanItem[] = [];
  let depth = 0;
  const put = (set: SetItems, x = 0) => {
    items.push(...moved(set.items, x, depth * page.row));
    return set.rows;
  };
  rows.forEach(({ cells, height }, at) => {
    const whole = Math.round((height + inset + page.row - page.baseline) / page.row);
    const high = Math.max(3, whole + (at === 0 ? taller : 0));
    const inner = (high - 1) * page.row + page.baseline - inset;
    for (const { index, x, width: wide } of cells) {
      const { photo = null, path = null } = shots[index] ?? {};
      items.push({
        kind: 'picture',
        block: block.id,
        index,
        path,
        alt: block.pictures[index]?.alt ?? '',
        x,
        y: depth * page.row + inset,
        width: wide,
        height: inner,
        shows: photo && { photo, crop: roomCrop(photo, 'print', inner / wide) },
      });
    }
    depth += high;
    if (under) {
      const texts = cells.map((cell) =>
        put(setCaption(block.id, textsOf(block, cell.index), page, cell.width, metrics), cell.x),
      );
      depth += Math.max(...texts);
    }
  });
  if (under) depth += put(setCaption(block.id, block, page, width, metrics));
  else {
    const counts = rows.map(({ cells }) => cells.length);
    depth += put(setCaption(block.id, { caption: block.caption, credit: [] }, page, width, metrics));
    block.pictures.forEach((_, index) => {
      const label = pageWords(language).pictureAt(index, counts);
      depth += put(setCaption(block.id, { ...textsOf(block, index), label }, page, width, metrics));
    });
    depth += put(setCaption(block.id, { caption: [], credit: block.credit }, page, width, metrics));
  }
  return { rows: depth, items };
}

/** The texts of one picture. A credit that all of them share is printed once, with the last. */
function textsOf(block: Gallery, index: number) {
  const { caption = [], credit = [] } = block.pictures[index] ?? {};
  const told = sharesCredit(block) && index < block.pictures.length - 1;
  return { caption, credit: told ? [] : credit, index };
}

function captionsUnder(block: Gallery, rows: readonly GalleryRow[], page: PageTemplate, metrics: Metrics): boolean {
  return rows.every(({ cells }) =>
    cells.every(({ index, width }) => {
      const texts = textsOf(block, index);
      if (isBlank(texts.caption) && isBlank(texts.credit)) return true;
      if (width < CAPTION_LEAST * POINTS_PER_MM) return false;
      return setCaption(block.id, texts, page, width, metrics).rows <= CAPTION_LINES;
    }),
  );
}
