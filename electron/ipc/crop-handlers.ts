import path from 'node:path';
import type { CropAsk, DeskFailure, PhotoFailure, PieceId, SuggestedCrops } from '../../shared/ipc/contract';
import { CROP_SHAPES, SHAPED_USES, WHOLE } from '../../shared/photos/crop';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { previewOf } from '../photos/preview';
import type { Parts } from './parts';
import type { Handlers } from './register';

type Suggested = SuggestedCrops['crops'][number];

/** Crops where the eye goes; one picture that cannot be looked at spoils no other. */
export function cropHandlers({ desks, pictures, userData }: Parts): Pick<Handlers, 'photo:suggest-crops'> {
  return {
    'photo:suggest-crops': async (piece, photos) => {
      const crops: Suggested[] = [];
      const refused: { name: string; failure: PhotoFailure | DeskFailure }[] = [];
      for (const photo of photos) {
        const found = await lookAt(piece, photo);
        if (found.ok) crops.push(found.value);
        else refused.push({ name: photo.file, failure: found.failure });
      }
      return { crops, refused };
    },
  };

  async function lookAt(
    piece: PieceId,
    { file, straighten }: CropAsk,
  ): Promise<Result<Suggested, PhotoFailure | DeskFailure>> {
    try {
      const stored = await desks.of(piece).photoPath(piece, file);
      if (stored === null) return failed({ kind: 'not-found' });
      // The small preview is mostly there: looking at it takes a tenth of the time that the photo would.
      const preview = await previewOf(stored, userData, pictures(), 'sheet');
      const shapes = SHAPED_USES.map((use) => CROP_SHAPES[use]);
      const seen = preview.ok
        ? await pictures().attend({ path: preview.value, shapes, ...(straighten === undefined ? {} : { straighten }) })
        : preview;
      if (!seen.ok) return failed({ kind: 'photo-unreadable', name: path.basename(file) });
      const [wide = WHOLE, square = WHOLE, upright = WHOLE] = seen.value;
      return ok({ file, crops: { 'web-16x9': wide, 'web-1x1': square, 'web-3x4': upright } });
    } catch (error) {
      return failed(deskFailure(error));
    }
  }
}
