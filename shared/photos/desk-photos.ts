import { keyOfPicture, shownInBlock, shownPictures } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import type { Place } from '../interview/place';
import type { Block, Interview, Photo } from '../interview/types';

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

/** The piece with no pictures but those of these keys (keyOfPicture); a gallery without any goes, its words stay with the others. */
export function onlyPictures<Piece extends Pick<Interview, 'body'>>(piece: Piece, keys: ReadonlySet<string>): Piece {
  const body = piece.body.flatMap((block): readonly Block[] => {
    const shown = shownInBlock(block);
    if (shown.length === 0) return [block];
    const kept = shown.map((picture) => keys.has(keyOfPicture(picture)));
    if (!kept.includes(true)) return [];
    return [block.kind === 'gallery' ? { ...block, pictures: block.pictures.filter((_, at) => kept[at]) } : block];
  });
  return { ...piece, body };
}
