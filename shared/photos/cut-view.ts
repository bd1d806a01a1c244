import type { Photo } from '../interview/types';
import type { CropUse } from './crop';
import { cropFor, straightenedFrame, straightenedShare } from './crop';

/**
 * How the whole upright picture stands behind a window of the cut's shape, so that the window shows exactly the cut.
 * Shares are of the window's own width and height; the picture is turned about its middle.
 */
export interface CutView {
  /** Width over height of the window. */
  readonly shape: number;
  /** The picture's width as a share of the window's width. */
  readonly width: number;
  /** Where the picture's middle stands, from the window's top left. */
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise. */
  readonly turn: number;
}

/** What is seen of a photo in a use; the same rectangle that print and web are cut to. */
export function cutView(photo: Photo, use: CropUse): CutView {
  const crop = cropFor(photo, use);
  const frame = straightenedFrame(photo);
  const turn = photo.straighten ?? 0;
  return {
    shape: (crop.width * frame.width) / (crop.height * frame.height),
    width: 1 / (crop.width * straightenedShare(photo.width, photo.height, turn)),
    x: (0.5 - crop.x) / crop.width,
    y: (0.5 - crop.y) / crop.height,
    turn,
  };
}
