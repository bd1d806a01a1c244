import { stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { assertNever, failed, ok } from '../../shared/result';
import { pixelBox, straightenedFrame, WHOLE } from '../../shared/photos/crop';
import type { Result } from '../../shared/result';
import { PHOTO_BYTES_LIMIT, PHOTO_PIXELS_LIMIT } from './limits';
import { sniffFormat } from './picture-format';
import type { PictureFacts, PictureFailure, RenderedPicture, Rendition } from './press';

// Two threads leave the typist's machine usable; a cache would only keep pictures nobody asks for again.
sharp.concurrency(2);
sharp.cache(false);

/** Reads a picture's header: nothing is decoded. */
export async function inspectPicture(bytes: Uint8Array): Promise<Result<PictureFacts, PictureFailure>> {
  if (bytes.byteLength > PHOTO_BYTES_LIMIT) return refuse('too-large', `${bytes.byteLength} bytes`);
  const format = sniffFormat(bytes);
  if (!format) return refuse('unsupported', 'not a JPEG, PNG, WebP or TIFF picture');
  try {
    const { width, height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PHOTO_PIXELS_LIMIT) return refuse('too-large', `${width} x ${height} pixels`);
    // EXIF orientations from 5 on lie on their side.
    return ok(orientation >= 5 ? { format, width: height, height: width } : { format, width, height });
  } catch (cause) {
    return refuse('unreadable', words(cause));
  }
}

/**
 * Makes one rendition: upright, straightened, cut, sRGB, no metadata but the packet given, never enlarged. What is
 * transparent turns white where the format knows no alpha.
 */
export async function renderPicture(rendition: Rendition): Promise<Result<RenderedPicture, PictureFailure>> {
  const { format, quality, xmp } = rendition;
  try {
    const opened = await openShown(rendition);
    if (!opened.ok) return opened;
    const encoded = encode(opened.value.toColourspace('srgb'), format, quality);
    const { data, info } = await (xmp === undefined ? encoded : encoded.withXmp(xmp)).toBuffer({
      resolveWithObject: true,
    });
    return ok({ bytes: new Uint8Array(data), width: info.width, height: info.height });
  } catch (cause) {
    return refusal(cause);
  }
}

/** A picture file turned upright, straightened, cut and made as narrow as `width` pixels: mostly nothing is decoded before it is asked for. */
export async function openShown(
  shown: Pick<Rendition, 'path' | 'width' | 'crop' | 'straighten'>,
): Promise<Result<Sharp, PictureFailure>> {
  const { size } = await stat(shown.path);
  if (size > PHOTO_BYTES_LIMIT) return refuse('too-large', `${size} bytes`);
  const picture = await cut(shown.path, shown);
  return ok(picture.resize({ width: shown.width, withoutEnlargement: true }));
}

/** What sharp threw, as the failure that it is. */
export function refusal(cause: unknown): Result<never, PictureFailure> {
  const detail = words(cause);
  return refuse(/pixel limit/i.test(detail) ? 'too-large' : 'unreadable', detail);
}

const LIMITS = { limitInputPixels: PHOTO_PIXELS_LIMIT, failOn: 'error' } as const;

async function cut(path: string, { straighten = 0, crop }: Pick<Rendition, 'crop' | 'straighten'>): Promise<Sharp> {
  if (straighten === 0 && crop === undefined) return sharp(path, LIMITS).autoOrient();
  const { width, height, orientation = 1 } = await sharp(path, LIMITS).metadata();
  const upright = orientation >= 5 ? { width: height, height: width } : { width, height };
  if (straighten === 0)
    return sharp(path, LIMITS)
      .autoOrient()
      .extract(pixelBox(upright, crop ?? WHOLE));

  // In two steps: sharp turns by free angles only after it has cut.
  const { data, info } = await sharp(path, LIMITS)
    .autoOrient()
    .toColourspace('srgb')
    .rotate(straighten, { background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const frame = straightenedFrame({ ...upright, straighten });
  const box = pixelBox(frame, crop ?? WHOLE);
  const raw = { width: info.width, height: info.height, channels: info.channels } as const;
  return sharp(data, { raw, limitInputPixels: false }).extract({
    ...box,
    left: box.left + Math.round((info.width - frame.width) / 2),
    top: box.top + Math.round((info.height - frame.height) / 2),
  });
}

function encode(picture: Sharp, format: Rendition['format'], quality: number): Sharp {
  switch (format) {
    case 'jpg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
    case 'png':
      return picture.png();
    case 'webp':
      return picture.webp({ quality });
    case 'avif':
      return picture.avif({ quality, effort: 3 });
    default:
      return assertNever(format);
  }
}

function refuse<Kind extends PictureFailure['kind']>(kind: Kind, detail: string) {
  return failed<PictureFailure>({ kind, detail });
}

function words(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
