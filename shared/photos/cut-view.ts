import type { Photo } from '../interview/types';
import type { CropUse } from './crop';
import { cropFor, straightenedFrame } from './crop';
import type { CropView } from './view-of-crop';
import { viewOfCrop } from './view-of-crop';

/** How the whole picture stands behind a window of the cut's own shape. */
export interface CutView extends CropView {
  /** Width over height of the window. */
  readonly shape: number;
}

/** What is seen of a photo in a use; the same rectangle that print and web are cut to. */
export function cutView(photo: Photo, use: CropUse): CutView {
  const crop = cropFor(photo, use);
  const frame = straightenedFrame(photo);
  return { ...viewOfCrop(photo, crop), shape: (crop.width * frame.width) / (crop.height * frame.height) };
}
