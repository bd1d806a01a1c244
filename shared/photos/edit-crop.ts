import type { Crop, Photo } from '../interview/types';
import type { CropUse } from './crop';
import { clampCrop, CROP_SHAPES, isWhole, straightenedFrame } from './crop';

/** Narrowest side that a hand can make, as a fraction. */
const LEAST = 0.03;

/** Which edges are held: -1 left or top, 1 right or bottom, 0 neither. */
export interface Held {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** Width over height in fractions of the frame that a use's shape comes to; undefined where the shape is free. */
export function cropRatio(photo: Pick<Photo, 'width' | 'height' | 'straighten'>, use: CropUse): number | undefined {
  const shape = CROP_SHAPES[use];
  if (shape === undefined) return undefined;
  const frame = straightenedFrame(photo);
  return (shape * frame.height) / frame.width;
}

/** The crop moved by fractions of the frame, and kept inside it. */
export function moveCrop(crop: Crop, dx: number, dy: number): Crop {
  return clampCrop({ ...crop, x: crop.x + dx, y: crop.y + dy });
}

/** The crop after the held edges were dragged by fractions of the frame; with a ratio it keeps its shape, and the edge or corner opposite stays. */
export function resizeCrop(crop: Crop, held: Held, dx: number, dy: number, ratio?: number): Crop {
  if (ratio !== undefined) return resizeShaped(crop, held, dx, dy, ratio);
  const [x, width] = dragged(crop.x, crop.width, held.x, dx);
  const [y, height] = dragged(crop.y, crop.height, held.y, dy);
  return clampCrop({ x, y, width, height });
}

function dragged(start: number, size: number, held: -1 | 0 | 1, by: number): readonly [start: number, size: number] {
  if (held === 0) return [start, size];
  const end = start + size;
  if (held > 0) return [start, within(end + by, start + LEAST, 1) - start];
  const moved = within(start + by, 0, end - LEAST);
  return [moved, end - moved];
}

function resizeShaped(crop: Crop, held: Held, dx: number, dy: number, ratio: number): Crop {
  const byX = held.x * dx;
  const byY = held.y * dy * ratio;
  const wanted = crop.width + (Math.abs(byX) >= Math.abs(byY) ? byX : byY);
  const most = Math.min(room(crop.x, crop.width, held.x), room(crop.y, crop.height, held.y) * ratio);
  const width = within(wanted, Math.min(most, Math.max(LEAST, LEAST * ratio)), most);
  const height = width / ratio;
  return clampCrop({
    x: anchored(crop.x, crop.width, held.x, width),
    y: anchored(crop.y, crop.height, held.y, height),
    width,
    height,
  });
}

/** How large a side may grow from the edge that stays; from its middle when neither edge is held. */
function room(start: number, size: number, held: -1 | 0 | 1): number {
  if (held === 0) return 2 * Math.min(start + size / 2, 1 - start - size / 2);
  return held > 0 ? 1 - start : start + size;
}

function anchored(start: number, size: number, held: -1 | 0 | 1, next: number): number {
  if (held === 0) return start + (size - next) / 2;
  return held > 0 ? start : start + size - next;
}

/** The crop made larger or smaller about its middle, in its shape or the use's. */
export function scaleCrop(crop: Crop, factor: number, ratio = crop.width / crop.height): Crop {
  const width = within(crop.width * factor, Math.max(LEAST, LEAST * ratio), Math.min(1, ratio));
  const height = width / ratio;
  const x = crop.x + (crop.width - width) / 2;
  const y = crop.y + (crop.height - height) / 2;
  return clampCrop({ x, y, width, height });
}

/** The photo with a crop of its own for a use; null, or the whole picture where that is what stands without one, takes it away. */
export function withCrop(photo: Photo, use: CropUse, crop: Crop | null): Photo {
  const { crops: { [use]: _, ...others } = {}, ...rest } = photo;
  const kept = crop === null || (use === 'print' && isWhole(crop)) ? others : { ...others, [use]: rounded(crop) };
  return Object.keys(kept).length > 0 ? { ...rest, crops: kept } : rest;
}

/** Six places are a hundredth of a pixel of the widest picture; more is only noise in the file. */
function rounded({ x, y, width, height }: Crop): Crop {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** The photo with another focal point, or none. */
export function withFocus(photo: Photo, focus: Photo['focus'] | null): Photo {
  const { focus: _, ...rest } = photo;
  if (!focus) return rest;
  return { ...rest, focus: { x: within(focus.x, 0, 1), y: within(focus.y, 0, 1) } };
}

/** Most degrees that a picture is straightened by: beyond it somebody has turned the camera. */
export const STRAIGHTEN_MOST = 15;

/** The photo turned by so many degrees clockwise, in tenths. */
export function withStraighten(photo: Photo, degrees: number): Photo {
  const { straighten: _, ...rest } = photo;
  const turn = Math.round(within(degrees, -STRAIGHTEN_MOST, STRAIGHTEN_MOST) * 10) / 10;
  return turn === 0 ? rest : { ...rest, straighten: turn };
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), Math.max(least, most)) : least;
}
