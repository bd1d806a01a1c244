import { isBlank, joinRuns, plainText } from './text';
import type { Gallery, GalleryLayout, GalleryPicture, PhotoBlock } from './types';

/** More pictures than this are a web slideshow, no block of a page. */
export const MOST_PICTURES = 12;

/** How many pictures stand beside each other. A strip goes on in a second row before its pictures become stamps. */
const BESIDE: { readonly [layout in GalleryLayout]: number } = { pair: 2, triptych: 3, strip: 6 };

/**
 * How many pictures each row of a gallery holds, from the top: as even as they go, the longer rows first. `most` pictures
 * have room beside each other.
 */
export function rowsOfGallery(layout: GalleryLayout, count: number, most: number = MOST_PICTURES): readonly number[] {
  const beside = Math.max(1, Math.min(BESIDE[layout], most));
  const rows = Math.ceil(count / beside);
  const [short, longer] = [Math.floor(count / rows), count % rows];
  return Array.from({ length: rows }, (_, row) => short + (row < longer ? 1 : 0));
}

/** The layout that suits a number of pictures best. */
export function layoutFor(count: number): GalleryLayout {
  return count === 3 || count === 5 || count === 6 ? 'triptych' : count > 6 ? 'strip' : 'pair';
}

/** Whether every picture of the gallery repeats one credit of its own: a page then prints it once. */
export function sharesCredit({ pictures, credit }: Gallery): boolean {
  const [first, ...others] = pictures.map((picture) => plainText(picture.credit).trim());
  return isBlank(credit) && others.length > 0 && first !== '' && others.every((words) => words === first);
}

/**
 * Neighbouring photos and galleries as one gallery under the first one's id, as wide as the widest of them, but no narrower
 * than two columns. What was common to the first gallery stays common; later ones give it to their own pictures.
 */
export function joinPhotos([first, ...others]: readonly [PhotoBlock | Gallery, ...(PhotoBlock | Gallery)[]]): Gallery {
  const head = first.kind === 'gallery' ? first.pictures : [pictureOf(first)];
  const rest = others.flatMap((block) => (block.kind === 'gallery' ? partGallery(block) : [block]).map(pictureOf));
  const pictures = [...head, ...rest];
  return {
    kind: 'gallery',
    id: first.id,
    layout: layoutFor(pictures.length),
    span: Math.max(2, first.span, ...others.map(({ span }) => span)),
    pictures,
    caption: first.kind === 'gallery' ? first.caption : [],
    credit: first.kind === 'gallery' ? first.credit : [],
  };
}

/**
 * A gallery as photo blocks of their own; the first keeps its id, the others have none yet. A picture without caption or
 * credit takes the common one, so that no word is lost: the first takes the common caption besides its own.
 */
export function partGallery(gallery: Gallery): readonly PhotoBlock[] {
  const { id, span, pictures, caption, credit } = gallery;
  const each = Math.max(1, Math.floor(span / (rowsOfGallery(gallery.layout, pictures.length)[0] ?? 1)));
  return pictures.map((picture, index) => {
    const common = index === 0 && !isBlank(caption);
    const own = isBlank(picture.caption);
    return {
      kind: 'photo',
      id: index === 0 ? id : '',
      ...picture,
      span: each,
      caption: own
        ? common
          ? caption
          : []
        : common
          ? joinRuns([...caption, { text: ' ' }, ...picture.caption])
          : picture.caption,
      credit: isBlank(picture.credit) ? credit : picture.credit,
    };
  });
}

function pictureOf({ photoId, caption, credit, alt }: PhotoBlock): GalleryPicture {
  return { ...(photoId === undefined ? {} : { photoId }), caption, credit, alt };
}
