import type { Crop, Photo } from '../interview/types';
import { straightenedShare } from './crop';

/**
 * How the whole upright picture stands behind a window, so that the window shows exactly one crop of it. Shares are of
 * the window's own width and height; the picture is turned about its middle.
 */
export interface CropView {
  /** The picture's width as a share of the window's width, and its height as one of the window's height. */
  readonly width: number;
  readonly height: number;
  /** Where the picture's middle stands, from the window's top left. */
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise. */
  readonly turn: number;
}

/** Where the picture stands behind a window that shows `crop` of it. */
export function viewOfCrop(photo: Pick<Photo, 'width' | 'height' | 'straighten'>, crop: Crop): CropView {
  const turn = photo.straighten ?? 0;
  const share = straightenedShare(photo.width, photo.height, turn);
  return {
    width: 1 / (crop.width * share),
    height: 1 / (crop.height * share),
    x: (0.5 - crop.x) / crop.width,
    y: (0.5 - crop.y) / crop.height,
    turn,
  };
}
