import { shownPictures } from '../interview/shown-pictures';
import type { Interview } from '../interview/types';

/** A photo of the piece and the block that shows it. */
export interface PhotoOnPage {
  readonly block: string;
  /** Which picture of a gallery, from 0. */
  readonly index?: number;
  readonly file: string;
}

/** The pictures of a piece by the blocks that show them. */
export function photosOnPage({ body, photos }: Interview): readonly PhotoOnPage[] {
  return shownPictures({ body }).flatMap(({ block, index, photoId }) => {
    const photo = photos.find(({ id }) => id === photoId);
    return photo ? [{ block, ...(index === undefined ? {} : { index }), file: photo.file }] : [];
  });
}
