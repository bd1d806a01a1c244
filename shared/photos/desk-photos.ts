import { isKind } from '../interview/build';
import type { Interview, Photo, PhotoBlock } from '../interview/types';

/** The photo blocks of a piece in the order of the body: what stands on the contact sheet. */
export function photoBlocks({ body }: Pick<Interview, 'body'>): readonly PhotoBlock[] {
  return body.filter((block) => isKind(block, 'photo'));
}

/** The picture that a block shows; undefined while it is missing. */
export function photoOf({ photos }: Pick<Interview, 'photos'>, block: PhotoBlock): Photo | undefined {
  return photos.find(({ id }) => id === block.photoId);
}

export function idOfPhoto({ photoId }: PhotoBlock): string {
  return photoId ?? '';
}
