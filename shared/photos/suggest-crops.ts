import type { Crop, Photo } from '../interview/types';
import { SHAPED_USES } from './crop';
import type { ShapedUse } from './crop';
import { withCrop } from './edit-crop';

/** The photo with these crops for the shapes that have none of their own: what a hand has cut stays. */
export function withSuggestedCrops(photo: Photo, crops: { readonly [use in ShapedUse]: Crop }): Photo {
  return SHAPED_USES.reduce(
    (cut, use) => (cut.crops?.[use] === undefined ? withCrop(cut, use, crops[use]) : cut),
    photo,
  );
}

/** Whether a shape is left that a suggestion would fill. */
export function lacksShapedCrop(photo: Pick<Photo, 'crops'>): boolean {
  return SHAPED_USES.some((use) => photo.crops?.[use] === undefined);
}
