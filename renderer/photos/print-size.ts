import { rowsOfGallery } from '../../shared/interview/gallery';
import type { ShownPicture } from '../../shared/interview/shown-pictures';
import type { Photo } from '../../shared/interview/types';
import { effectivePpi } from '../../shared/photos/crop';
import type { PageTemplate } from '../../shared/print/page-template';
import { spanWidth } from '../../shared/print/page-template';

/** Pixels per inch of what a photo shows in print, over `span` columns of the page. */
export function printedPpi(photo: Photo, span: number, page: PageTemplate): number {
  return effectivePpi(photo, 'print', spanWidth(page, Math.min(span, page.columns)));
}

/** Below this a newspaper press shows that pixels are missing. */
export const ENOUGH_PPI = 170;

/** How many columns the picture itself takes: in a gallery about its share of a row. */
export function printedSpan({ span, gallery }: ShownPicture): number {
  return gallery ? span / (rowsOfGallery(gallery.layout, gallery.pictures.length)[0] ?? 1) : span;
}

/** The widths that a picture can have on a page, in columns; also the one it has where the page is narrower. */
export function spansOn({ columns }: PageTemplate, now: number): readonly number[] {
  const all = Array.from({ length: columns }, (_, at) => at + 1);
  return all.includes(now) ? all : [...all, now];
}
