import type { Remark } from '../../shared/checks/remark';
import { note } from '../../shared/checks/remark';
import type { MintId } from '../../shared/interview/build';
import { isBlank } from '../../shared/interview/text';
import type { Block, GalleryPicture, Interview, Photo, PhotoBlock } from '../../shared/interview/types';
import type { TakenPhoto } from '../../shared/ipc/contract';

/** A photo block or a picture of a gallery: both have one photo with its texts. */
type PicturePlace = GalleryPicture;

/** The columns that a photo appended without a place of its own takes. */
const APPENDED_SPAN = 2;

/**
 * Puts pictures into the photo blocks and galleries that have none, in order; texts already written stay. What finds no place gets a
 * block of its own before the closing, with a remark.
 */
export function fillPhotos(
  interview: Interview,
  taken: readonly TakenPhoto[],
  present: (photo: Photo) => boolean,
  mint: MintId,
): { readonly interview: Interview; readonly remarks: readonly Remark[] } {
  const photos = new Map(interview.photos.map((photo) => [photo.id, photo]));
  const waiting = [...taken];
  const filled = <Place extends PicturePlace>(place: Place): Place => {
    const now = place.photoId === undefined ? undefined : photos.get(place.photoId);
    if (now && present(now)) return place;
    const next = waiting.shift();
    if (!next) return place;
    if (now) photos.delete(now.id);
    photos.set(next.photo.id, next.photo);
    return withPhoto(place, next);
  };
  const body = interview.body.map((block): Block => {
    if (block.kind === 'gallery') return { ...block, pictures: block.pictures.map(filled) };
    return block.kind === 'photo' ? filled(block) : block;
  });

  const appended = waiting.map((next): PhotoBlock => {
    photos.set(next.photo.id, next.photo);
    const empty = { kind: 'photo', id: mint(), span: APPENDED_SPAN, caption: [], credit: [], alt: '' } as const;
    return withPhoto(empty, next);
  });
  const end = body.at(-1)?.kind === 'closing' ? body.length - 1 : body.length;
  return {
    interview: {
      ...interview,
      body: [...body.slice(0, end), ...appended, ...body.slice(end)],
      photos: [...photos.values()],
    },
    remarks: appended.length > 0 ? [note('photos-appended', { count: appended.length })] : [],
  };
}

function withPhoto<Place extends PicturePlace>(place: Place, { photo, texts }: TakenPhoto): Place {
  return {
    ...place,
    photoId: photo.id,
    caption: isBlank(place.caption) ? texts.caption : place.caption,
    credit: isBlank(place.credit) ? texts.credit : place.credit,
    alt: place.alt.trim() === '' ? texts.alt : place.alt,
  };
}
