import type { Remark } from '../checks/remark';
import { note, warning } from '../checks/remark';
import type { Interview, Photo, PhotoBlock } from '../interview/types';
import { shownSize } from '../photos/crop';
import type { PageTemplate } from './page-template';
import { spanWidth } from './page-template';

/** A picture where the page puts it: at the head beside the standfirst, at the foot, or in the column where it stands. */
export interface PlacedPicture {
  readonly block: PhotoBlock;
  /** Null while the picture is missing: the page keeps its room. */
  readonly photo: Photo | null;
  /** The name of its file in the job; null while it is missing. */
  readonly path: string | null;
  readonly span: number;
  /** Height over width as it is printed. */
  readonly ratio: number;
  readonly stands: 'head' | 'foot' | 'column';
}

/** No picture is taller than this at the foot of a page or in a column, in millimetres: a taller one gets fewer columns. */
const TALLEST = { foot: 110, column: 300 } as const;
const MISSING_RATIO = 2 / 3;

/**
 * Gives every photo block its place. The first one over more columns than one leads the page, wide ones after it
 * stand at the foot as long as there are columns, the rest stay in the text at one column.
 */
export function placePictures(
  interview: Interview,
  page: PageTemplate,
  hasPhoto: (photo: Photo) => boolean,
): { readonly pictures: readonly PlacedPicture[]; readonly remarks: readonly Remark[] } {
  const pictures: PlacedPicture[] = [];
  const remarks: Remark[] = [];
  let freeAtFoot = page.columns;
  for (const block of interview.body) {
    if (block.kind !== 'photo') continue;
    const named = interview.photos.find(({ id }) => id === block.photoId);
    const photo = named && hasPhoto(named) ? named : null;
    if (!photo) remarks.push(warning('export-photo-missing', {}, { block: block.id, part: 'block' }));
    const seen = named && shownSize(named, 'print');
    const ratio = seen ? seen.height / seen.width : MISSING_RATIO;
    const first = !pictures.some(({ stands }) => stands === 'head');
    const wanted = Math.min((first ? page.leadSpan : undefined) ?? block.span, page.columns);
    const atHead = wanted > 1 && first;
    const fitting = fittingSpan(page, wanted, ratio, atHead ? page.leadTallest : TALLEST.foot);
    const atFoot = !atHead && fitting > 1 && fitting <= freeAtFoot;
    const span = atHead || atFoot ? fitting : 1;
    if (atFoot) freeAtFoot -= span;
    if (span < Math.min(block.span, wanted)) {
      remarks.push(note('photo-narrowed', { asked: block.span, printed: span }, { block: block.id, part: 'block' }));
    }
    const tallest = (atHead ? page.leadTallest : TALLEST.column) / spanWidth(page, span);
    pictures.push({
      block,
      photo,
      path: photo ? `/photo-${pictures.length + 1}.jpg` : null,
      span,
      ratio: Math.min(ratio, tallest),
      stands: atHead ? 'head' : atFoot ? 'foot' : 'column',
    });
  }
  return { pictures, remarks };
}

function fittingSpan(page: PageTemplate, wanted: number, ratio: number, tallest: number): number {
  let span = wanted;
  while (span > 1 && spanWidth(page, span) * ratio > tallest) span--;
  return span;
}
