import type { Crop, Photo } from '../../shared/interview/types';
import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { PressFailure } from '../press/press';
import type { Making } from './making';

/** A photo in its room on a page. */
export interface PagePicture {
  readonly photo: Photo;
  /** Its file in the job of the press. */
  readonly path: string;
  /** The part of it that fills the room. */
  readonly crop: Crop;
  /** The width of the room, in millimetres. */
  readonly printed: number;
}

export interface PagePictures {
  readonly pictures: readonly PagePicture[];
  /** The files of photos that are not on this machine: their rooms stay grey. */
  readonly missing: readonly string[];
}

/** Lays the pages out without painting them: where the photos stand, and what of each is seen there. */
export async function pagePictures({
  interview,
  template,
  photoPath,
  press,
  signal,
}: Making): Promise<Result<PagePictures, ExportFailure>> {
  const missing = interview.photos.filter((photo) => photoPath(photo) === null).map(({ file }) => file);
  const planned = await press().pages({ interview, template, files: {}, missing, wanted: 'plan' }, signal);
  if (!planned.ok) return failed(pressFailure(planned.failure));
  const pictures = planned.value.composed.plan.pages.flatMap(({ items }) =>
    items.flatMap((item): readonly PagePicture[] => {
      if (item.kind !== 'picture' || item.path === null || item.shows === null) return [];
      return [{ ...item.shows, path: item.path, printed: (item.width * 25.4) / 72 }];
    }),
  );
  return ok({ pictures, missing });
}

export function pressFailure({ kind, detail }: PressFailure): ExportFailure {
  return kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail };
}
