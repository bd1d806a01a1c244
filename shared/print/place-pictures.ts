import type { Remark } from '../checks/remark';
import { note, warning } from '../checks/remark';
import { placeOfShown, shownInBlock } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import type { Gallery, Interview, Photo, PhotoBlock } from '../interview/types';
import { shownSize } from '../photos/crop';
import { galleryRows } from './gallery-rows';
import type { GalleryRow } from './gallery-rows';
import type { PageTemplate } from './page-template';
import { pictureGap, POINTS_PER_MM, spanWidth } from './page-template';

interface Placed {
  readonly span: number;
  /** Height over width of its pictures as they are printed. */
  readonly ratio: number;
  /** At the head beside the standfirst, at the foot, or in the column of the text. */
  readonly stands: 'head' | 'foot' | 'column';
}

/** A photo of a placed block. */
export interface PlacedShot {
  /** Null while the picture is missing: the page keeps its room. */
  readonly photo: Photo | null;
  /** The name of its file in the job; null while it is missing. */
  readonly path: string | null;
  /** Height over width of what is shown of it. */
  readonly ratio: number;
}

/** A picture where the page puts it. */
export interface PlacedPhoto extends Placed, PlacedShot {
  readonly kind: 'photo';
  readonly block: PhotoBlock;
}

/** Several pictures that the page shows as one. */
export interface PlacedGallery extends Placed {
  readonly kind: 'gallery';
  readonly block: Gallery;
  /** One for each picture of the gallery. */
  readonly shots: readonly PlacedShot[];
}

export type PlacedPicture = PlacedPhoto | PlacedGallery;

/** No picture is taller than this at the foot of a page or in a column, in millimetres: a taller one gets fewer columns. */
const TALLEST = { foot: 110, column: 300 } as const;
const MISSING_RATIO = 2 / 3;

/**
 * Gives every photo block its place. The first one over more columns than one leads the page, wide ones after it
 * stand at the foot as long as there are columns, the rest stay in the text at one column. `footColumns` is 0 for a page
 * whose head leaves the foot no room.
 */
export function placePictures(
  interview: Interview,
  page: PageTemplate,
  hasPhoto: (photo: Photo) => boolean,
  footColumns = page.columns,
): { readonly pictures: readonly PlacedPicture[]; readonly remarks: readonly Remark[] } {
  const pictures: PlacedPicture[] = [];
  const remarks: Remark[] = [];
  let freeAtFoot = footColumns;
  let files = 0;
  const shotOf = (shown: ShownPicture): PlacedShot => {
    const named = interview.photos.find(({ id }) => id === shown.photoId);
    const photo = named && hasPhoto(named) ? named : null;
    if (!photo) remarks.push(warning('export-photo-missing', {}, placeOfShown(shown)));
    const seen = named && shownSize(named, 'print');
    files += 1;
    return {
      photo,
      path: photo ? `/photo-${files}.jpg` : null,
      ratio: seen ? seen.height / seen.width : MISSING_RATIO,
    };
  };
  for (const block of interview.body) {
    if (block.kind !== 'photo' && block.kind !== 'gallery') continue;
    const shots = shownInBlock(block).map(shotOf);
    const ratio = block.kind === 'gallery' ? galleryRatio(block, shots) : (shots[0]?.ratio ?? MISSING_RATIO);
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
    const placed = {
      span,
      ratio: Math.min(ratio, tallest),
      stands: atHead ? ('head' as const) : atFoot ? ('foot' as const) : ('column' as const),
    };
    const [shot = { photo: null, path: null }] = shots;
    pictures.push(
      block.kind === 'gallery'
        ? { kind: 'gallery', block, shots, ...placed }
        : { kind: 'photo', block, ...shot, ...placed },
    );
  }
  return { pictures, remarks };
}

/** The rows of a gallery on top of each other, as high as they are without gaps. */
function galleryRatio({ layout }: Gallery, shots: readonly PlacedShot[]): number {
  const ratios = shots.map(({ ratio }) => ratio);
  return galleryRows(layout, ratios, { width: 1, gap: 0, narrowest: 0 }).reduce((sum, { height }) => sum + height, 0);
}

function fittingSpan(page: PageTemplate, wanted: number, ratio: number, tallest: number): number {
  let span = wanted;
  while (span > 1 && spanWidth(page, span) * ratio > tallest) span--;
  return span;
}

/** Pictures beside each other get fewer before they get smaller than this, in millimetres. */
const NARROWEST = 22;

/** The rows of a placed gallery, in points: their heights already cut to what the page bears. */
export function rowsOfPlaced(page: PageTemplate, { block, shots, span, ratio }: PlacedGallery): readonly GalleryRow[] {
  const ratios = shots.map((shot) => shot.ratio);
  const width = spanWidth(page, span) * POINTS_PER_MM;
  const rows = galleryRows(block.layout, ratios, {
    width,
    gap: pictureGap(page),
    narrowest: NARROWEST * POINTS_PER_MM,
  });
  const cut = Math.min(1, ratio / galleryRatio(block, shots));
  return rows.map((row) => ({ ...row, height: row.height * cut }));
}
