import type { Remark } from '../../shared/checks/remark';
import { note } from '../../shared/checks/remark';
import type { MintId } from '../../shared/interview/build';
import { isBlank } from '../../shared/interview/text';
import type { Block, Interview, Photo, PhotoBlock } from '../../shared/interview/types';
import type { TakenPhoto } from '../../shared/ipc/contract';

/** The columns that a photo appended without a place of its own takes. */
const APPENDED_SPAN = 2;

/**
 * Puts pictures into the photo blocks that have none, in order; texts already written stay. What finds no place gets a
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
  const body = interview.body.map((block): Block => {
    if (block.kind !== 'photo') return block;
    const now = block.photoId === undefined ? undefined : photos.get(block.photoId);
    if (now && present(now)) return block;
    const next = waiting.shift();
    if (!next) return block;
    if (now) photos.delete(now.id);
    photos.set(next.photo.id, next.photo);
    return withPhoto(block, next);
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

function withPhoto(block: PhotoBlock, { photo, texts }: TakenPhoto): PhotoBlock {
  return {
    ...block,
    photoId: photo.id,
    caption: isBlank(block.caption) ? texts.caption : block.caption,
    credit: isBlank(block.credit) ? texts.credit : block.credit,
    alt: block.alt.trim() === '' ? texts.alt : block.alt,
  };
}
