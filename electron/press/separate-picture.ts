import { access } from 'node:fs/promises';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { PictureFailure, SeparatedPicture, Separation } from './press';
import { openShown, refusal } from './sharp-pictures';

/**
 * The picture in the inks of a profile, whose ink limit it then keeps. A picture without colour goes to the black
 * plate alone: four inks for a grey would shimmer in every colour as soon as one plate shifts.
 */
export async function separatePicture(asked: Separation): Promise<Result<SeparatedPicture, PictureFailure>> {
  try {
    await access(asked.profile);
    const opened = await openShown(asked);
    if (!opened.ok) return opened;
    // Decoded once: with a large photo that is most of the work.
    const { data, info } = await opened.value
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const picture = sharp(data, { raw: { width, height, channels } });
    return isGrey(data, channels) ? await greyOf(picture, asked) : await inksOf(picture, asked);
  } catch (cause) {
    return refusal(cause);
  }
}

async function inksOf(picture: Sharp, { profile, quality }: Separation) {
  const { data, info } = await picture
    // The screen of the press softens edges; without this the picture would look out of focus.
    .sharpen({ sigma: 0.7 })
    .toColourspace('cmyk')
    .withIccProfile(profile, { attach: false })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  // Without the pipeline in CMYK the inks would come back by way of sRGB.
  const inks = await sharp(data).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
  const { width, height } = info;
  return ok<SeparatedPicture>({ bytes: new Uint8Array(data), width, height, inks: 'cmyk', ink: inkOf(inks, 4) });
}

async function greyOf(picture: Sharp, { quality }: Separation) {
  const { data, info } = await picture
    .sharpen({ sigma: 0.7 })
    .toColourspace('b-w')
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  const light = await sharp(data).toColourspace('b-w').raw().toBuffer();
  const dark = light.map((value) => 255 - value);
  const { width, height } = info;
  return ok<SeparatedPicture>({ bytes: new Uint8Array(data), width, height, inks: 'grey', ink: inkOf(dark, 1) });
}

/** So far may the colours of a grey pixel lie apart, of 255: JPEG parts them by a step or two. */
const COLOURLESS = 2;

/** Whether no pixel has colour. */
function isGrey(pixels: Uint8Array, channels: number): boolean {
  if (channels < 3) return true;
  for (let at = 0; at < pixels.length; at += channels) {
    const red = pixels[at] ?? 0;
    const green = pixels[at + 1] ?? 0;
    const blue = pixels[at + 2] ?? 0;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURLESS) return false;
  }
  return true;
}

function inkOf(pixels: Uint8Array, inks: number): SeparatedPicture['ink'] {
  let most = 0;
  let sum = 0;
  for (let at = 0; at < pixels.length; at += inks) {
    let ink = 0;
    for (let plate = 0; plate < inks; plate++) ink += pixels[at + plate] ?? 0;
    sum += ink;
    if (ink > most) most = ink;
  }
  const count = Math.max(1, pixels.length / inks);
  return { most: most / 2.55, mean: sum / count / 2.55 };
}
