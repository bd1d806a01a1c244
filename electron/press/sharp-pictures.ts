import { stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { assertNever, failed, ok } from '../../shared/result';
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

/** Makes one rendition: upright, sRGB, no metadata, never enlarged. What is transparent turns white where the format knows no alpha. */
export async function renderPicture({
  path,
  width,
  format,
  quality,
}: Rendition): Promise<Result<RenderedPicture, PictureFailure>> {
  try {
    const opened = await openUpright(path, width);
    if (!opened.ok) return opened;
    const { data, info } = await encode(opened.value.toColourspace('srgb'), format, quality).toBuffer({
      resolveWithObject: true,
    });
    return ok({ bytes: new Uint8Array(data), width: info.width, height: info.height });
  } catch (cause) {
    return refusal(cause);
  }
}

/** A picture file turned upright and made as narrow as `width` pixels: nothing is decoded before it is asked for. */
export async function openUpright(path: string, width: number): Promise<Result<Sharp, PictureFailure>> {
  const { size } = await stat(path);
  if (size > PHOTO_BYTES_LIMIT) return refuse('too-large', `${size} bytes`);
  return ok(
    sharp(path, { limitInputPixels: PHOTO_PIXELS_LIMIT, failOn: 'error' })
      .rotate()
      .resize({ width, withoutEnlargement: true }),
  );
}

/** What sharp threw, as the failure that it is. */
export function refusal(cause: unknown): Result<never, PictureFailure> {
  const detail = words(cause);
  return refuse(/pixel limit/i.test(detail) ? 'too-large' : 'unreadable', detail);
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
