import type { Crop, Photo } from '../interview/types';

/**
 * What a picture is cut for. print and web are free in shape (web follows print until it has a crop of its own); the
 * others have the shape of their name; original is the whole picture.
 */
export const CROP_USES = ['print', 'web', 'web-16x9', 'web-1x1', 'web-3x4', 'original'] as const;
export type CropUse = (typeof CROP_USES)[number];

/** The uses that have a shape of their own. */
export const SHAPED_USES = ['web-16x9', 'web-1x1', 'web-3x4'] as const;
export type ShapedUse = (typeof SHAPED_USES)[number];

/** Width over height. */
export const CROP_SHAPES: { readonly [use in ShapedUse]: number } & { readonly [use in CropUse]?: number } = {
  'web-16x9': 16 / 9,
  'web-1x1': 1,
  'web-3x4': 3 / 4,
};

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Narrowest side of a crop, as a fraction: below it a slip of the hand has made a speck. */
const LEAST = 0.01;

type Framed = Pick<Photo, 'width' | 'height' | 'focus' | 'crops' | 'straighten'>;

/** The crop of a photo for a use: the one that was made by hand, else the largest of the use's shape that keeps the focus nearest its middle. */
export function cropFor(photo: Framed, use: CropUse): Crop {
  if (use === 'original') return WHOLE;
  const own = photo.crops?.[use] ?? (use === 'web' ? photo.crops?.['print'] : undefined);
  if (own !== undefined) return clampCrop(own);
  const shape = CROP_SHAPES[use];
  return shape === undefined ? WHOLE : suggestCrop(photo, shape);
}

/** The largest crop of `shape` (width over height), with the focus as near its middle as the picture's edges allow. */
export function suggestCrop(photo: Framed, shape: number): Crop {
  const own = photo.width / photo.height;
  const width = Math.min(1, shape / own);
  const height = Math.min(1, own / shape);
  const { x, y } = photo.focus ?? { x: 0.5, y: 0.5 };
  return { x: within(x - width / 2, 0, 1 - width), y: within(y - height / 2, 0, 1 - height), width, height };
}

/**
 * What a room of the page shows of a photo, whose height over width is `ratio`: the largest part of the use's crop in
 * that shape, with the focus as near its middle as the crop's edges allow.
 */
export function roomCrop(photo: Framed, use: CropUse, ratio: number): Crop {
  const own = cropFor(photo, use);
  const frame = straightenedFrame(photo);
  const ownRatio = (own.height * frame.height) / (own.width * frame.width);
  const width = own.width * Math.min(1, ownRatio / ratio);
  const height = own.height * Math.min(1, ratio / ownRatio);
  const { x, y } = photo.focus ?? { x: own.x + own.width / 2, y: own.y + own.height / 2 };
  return {
    x: within(x - width / 2, own.x, own.x + own.width - width),
    y: within(y - height / 2, own.y, own.y + own.height - height),
    width,
    height,
  };
}

/** A crop that lies inside the picture and is no speck; it is moved before it is made smaller. */
export function clampCrop({ x, y, width, height }: Crop): Crop {
  const wide = within(width, LEAST, 1);
  const high = within(height, LEAST, 1);
  return { x: within(x, 0, 1 - wide), y: within(y, 0, 1 - high), width: wide, height: high };
}

/** The crop moved by the least that brings the focus inside it. */
export function keepFocus(crop: Crop, focus: Photo['focus']): Crop {
  if (focus === undefined) return crop;
  const move = (start: number, size: number, point: number) =>
    point < start ? point : point > start + size ? point - size : start;
  return clampCrop({ ...crop, x: move(crop.x, crop.width, focus.x), y: move(crop.y, crop.height, focus.y) });
}

/** Where the focus lies in a crop, as fractions of the crop; its nearest point for one outside. */
export function focusIn(crop: Crop, focus: Photo['focus']): Photo['focus'] {
  return (
    focus && { x: within((focus.x - crop.x) / crop.width, 0, 1), y: within((focus.y - crop.y) / crop.height, 0, 1) }
  );
}

export function isWhole(crop: Crop): boolean {
  return crop.x <= 0 && crop.y <= 0 && crop.width >= 1 && crop.height >= 1;
}

/**
 * How much of the upright picture's width and height is left when it is turned by so many degrees and cut to the largest
 * rectangle of its own shape without empty corners; 1 for no turn.
 */
export function straightenedShare(width: number, height: number, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  if (angle === 0) return 1;
  const long = Math.max(width / height, height / width);
  return 1 / (Math.cos(angle) + Math.sin(angle) * long);
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The whole pixels of a frame that a crop takes: edges are rounded, so that neighbouring crops neither gap nor overlap. */
export function pixelBox(frame: { readonly width: number; readonly height: number }, crop: Crop): PixelBox {
  const { x, y, width, height } = clampCrop(crop);
  const left = Math.min(frame.width - 1, Math.round(x * frame.width));
  const top = Math.min(frame.height - 1, Math.round(y * frame.height));
  const right = Math.max(left + 1, Math.round((x + width) * frame.width));
  const bottom = Math.max(top + 1, Math.round((y + height) * frame.height));
  return {
    left,
    top,
    width: Math.min(right, frame.width) - left,
    height: Math.min(bottom, frame.height) - top,
  };
}

/** The pixels that a photo shows in a use: straightened and cut. */
export function shownSize(photo: Framed, use: CropUse): { readonly width: number; readonly height: number } {
  const { width, height } = pixelBox(straightenedFrame(photo), cropFor(photo, use));
  return { width, height };
}

/** The size in pixels of the upright picture after straightening. */
export function straightenedFrame({ width, height, straighten = 0 }: Pick<Photo, 'width' | 'height' | 'straighten'>): {
  readonly width: number;
  readonly height: number;
} {
  const share = straightenedShare(width, height, straighten);
  return { width: Math.max(1, Math.floor(width * share)), height: Math.max(1, Math.floor(height * share)) };
}

/** What a rendition is told about the cut of a photo: nothing when it shows all of it. */
export function cutOf(photo: Framed, use: CropUse): { readonly crop?: Crop; readonly straighten?: number } {
  return cutTo(photo, cropFor(photo, use));
}

/** The same for a crop that a room of the page has made. */
export function cutTo(photo: Framed, crop: Crop): { readonly crop?: Crop; readonly straighten?: number } {
  return {
    ...(isWhole(crop) ? {} : { crop }),
    ...(photo.straighten ? { straighten: photo.straighten } : {}),
  };
}

/** Pixels to an inch of the printed width, which is in millimetres. */
export function effectivePpi(photo: Framed, use: CropUse, printedWidth: number): number {
  return cropPpi(photo, cropFor(photo, use), printedWidth);
}

/** The same for a crop that a room of the page has made. */
export function cropPpi(photo: Framed, crop: Crop, printedWidth: number): number {
  return Math.round((pixelBox(straightenedFrame(photo), crop).width / printedWidth) * 25.4);
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), Math.max(least, most)) : least;
}
