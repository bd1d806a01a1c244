import type { Interview } from '../interview/types';

/** A photo of the piece and the block that shows it. */
export interface PhotoOnPage {
  readonly block: string;
  readonly file: string;
}

/** The pictures of a piece by the blocks that show them. */
export function photosOnPage({ body, photos }: Interview): readonly PhotoOnPage[] {
  return body.flatMap((block) => {
    if (block.kind !== 'photo') return [];
    const photo = photos.find(({ id }) => id === block.photoId);
    return photo ? [{ block: block.id, file: photo.file }] : [];
  });
}
