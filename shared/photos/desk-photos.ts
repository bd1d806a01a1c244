import { keyOfPicture, shownPictures } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import type { Place } from '../interview/place';
import type { Interview, Photo } from '../interview/types';

/** The photo that a picture shows; undefined while it is missing. */
export function photoOf(
  { photos }: Pick<Interview, 'photos'>,
  picture: Pick<ShownPicture, 'photoId'>,
): Photo | undefined {
  return photos.find(({ id }) => id === picture.photoId);
}

export function idOfPhoto({ photoId }: Pick<ShownPicture, 'photoId'>): string {
  return photoId ?? '';
}

/** The picture of that key (keyOfPicture). */
export function pictureOf(pictures: readonly ShownPicture[], key: string | null): ShownPicture | undefined {
  return pictures.find((picture) => keyOfPicture(picture) === key);
}

/** The picture whose texts stand at a place; of the common words of a gallery its first one. */
export function pictureAt(interview: Pick<Interview, 'body'>, place: Place | undefined): ShownPicture | undefined {
  const own = shownPictures(interview).filter(({ block }) => block === place?.block);
  return own.find(({ index }) => index === place?.index) ?? own[0];
}
