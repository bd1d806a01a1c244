import { rowsOfGallery, sharesCredit } from '../../interview/gallery';
import { isBlank } from '../../interview/text';
import type { Gallery, GalleryPicture, Interview } from '../../interview/types';
import { shownSize } from '../../photos/crop';
import { element } from './element';
import type { Markup } from './element';
import { figcaption, picture } from './figure';
import type { PicturePlan } from './picture-plan';

/** Pictures beyond these shapes are cropped by the style sheet, so that their neighbours keep some room. Width over height. */
const NARROWEST = 0.55;
const WIDEST = 2.5;
const MISSING_SHAPE = 1.5;

/** From this many columns in print a gallery is as wide as a wide photo. */
const WIDE_SPAN = 4;

/**
 * A gallery: one figure with a figure for each picture, row by row as on the printed page. In a row the pictures are as
 * high as each other: the style sheet gives each its part of the width, by the class of its shape (galleryStyle).
 */
export function galleryFigure(
  block: Gallery,
  interview: Interview,
  pictures: PicturePlan,
  { eager }: { readonly eager: boolean },
): Markup {
  const { layout, span } = block;
  const measure = span >= WIDE_SPAN ? 'wide' : 'column';
  const once = sharesCredit(block);
  const own = block.pictures.some(({ caption, credit }) => !isBlank(caption) || (!once && !isBlank(credit)));
  let first = 0;
  const rows = rowsOfGallery(layout, block.pictures.length).map((count, row) => {
    const members = block.pictures.slice(first, first + count);
    first += count;
    const shapes = members.map((member) => shapeOf(member, interview));
    const whole = shapes.reduce((sum, shape) => sum + shape, 0);
    return element(
      'div',
      { class: 'row' },
      members.map((member, at) => {
        const shape = shapes[at] ?? MISSING_SHAPE;
        const renditions = (member.photoId !== undefined && pictures.get(member.photoId)) || [];
        const sizes = sizesFor(shape / whole, measure, own);
        const words = figcaption(once ? { caption: member.caption, credit: [] } : member);
        // A missing picture without words leaves nothing to show.
        if (renditions.length === 0 && !words) return undefined;
        return element(
          'figure',
          { class: `photo ${shapeClass(shape)}` },
          renditions.length > 0 && picture(renditions, member.alt, sizes, eager && row === 0),
          words,
        );
      }),
    );
  });
  const credit = once ? (block.pictures[0]?.credit ?? []) : block.credit;
  return element(
    'figure',
    { class: `gallery ${layout} ${measure}${own ? ' captioned' : ''}` },
    rows,
    figcaption({ caption: block.caption, credit }),
  );
}

/** The shapes of all pictures in galleries, each once. */
export function shapesOf(interview: Interview): readonly number[] {
  const shapes = interview.body.flatMap((block) =>
    block.kind === 'gallery' ? block.pictures.map((member) => shapeOf(member, interview)) : [],
  );
  return [...new Set(shapes)].toSorted((a, b) => a - b);
}

/** Width over height to two places. */
function shapeOf({ photoId }: GalleryPicture, { photos }: Interview): number {
  const photo = photos.find(({ id }) => id === photoId);
  const seen = photo && shownSize(photo, 'web');
  const shape = seen ? seen.width / seen.height : MISSING_SHAPE;
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, shape)) * 100) / 100;
}

export function shapeClass(shape: number): string {
  return `shape-${Math.round(shape * 100)}`;
}

/** As in the style sheet: on a narrow screen captioned pictures stand below each other, others two to a row. */
function sizesFor(share: number, measure: 'column' | 'wide', captioned: boolean): string {
  const part = (width: number) => Math.ceil(share * width);
  const wide = measure === 'wide' ? `(min-width: 64rem) ${part(60)}rem, ` : '';
  return `${wide}(min-width: 40rem) ${part(42)}rem, ${captioned ? 100 : 60}vw`;
}
