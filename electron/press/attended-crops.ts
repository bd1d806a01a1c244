import sharp from 'sharp';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Crop } from '../../shared/interview/types';
import type { AttentionAsk, PictureFailure } from './press';
import { openShown, refusal } from './sharp-pictures';

/** Pixels of width looked at: finer detail draws nobody's eye, and a sheet preview is as wide. */
const LOOKED_AT = 480;

/**
 * For each shape the largest crop, placed by libvips' "attention": towards edges, skin tones and strong colours. Told of
 * each shape anew, because what it looks for is as large as the crop. Tried on twelve pictures of people in 16:9 against
 * the middle of the picture: better on four (heads whole instead of cut), equal on seven, worse on one.
 */
export async function attendedCrops(ask: AttentionAsk): Promise<Result<readonly Crop[], PictureFailure>> {
  try {
    const opened = await openShown({ ...ask, width: LOOKED_AT });
    if (!opened.ok) return opened;
    const { data, info } = await opened.value
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels } as const;
    const crops: Crop[] = [];
    for (const shape of ask.shapes) crops.push(await attended(data, raw, shape));
    return ok(crops);
  } catch (cause) {
    return refusal(cause);
  }
}

type Raw = { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };

async function attended(data: Buffer, raw: Raw, shape: number): Promise<Crop> {
  const own = raw.width / raw.height;
  const width = Math.min(1, shape / own);
  const height = Math.min(1, own / shape);
  const { info } = await sharp(data, { raw })
    .resize({
      width: Math.max(1, Math.round(width * raw.width)),
      height: Math.max(1, Math.round(height * raw.height)),
      fit: 'cover',
      position: sharp.strategy.attention,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // sharp tells how far the picture was moved, which is never to the right or down.
  const x = -(info.cropOffsetLeft ?? 0) / raw.width;
  const y = -(info.cropOffsetTop ?? 0) / raw.height;
  return { x: Math.min(x, 1 - width), y: Math.min(y, 1 - height), width, height };
}
