import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { answerDialogs } from './dialogs';
import type { RunningApp } from './launch';
import { giveToApp } from './launch';

const lake = path.resolve(import.meta.dirname, '..', '..', 'electron', 'desk', 'sample', 'ho-ea-suong.jpg');

/**
 * Pictures like those of one assignment: the sample's lake cut and tinted otherwise each time, lying and standing, in the
 * files of the machine under DSC_0001.jpg and so on. `metadata` puts what a camera or an agency writes into each.
 */
export async function pressPhotos(
  { machine }: Pick<RunningApp, 'machine'>,
  count: number,
  { width = 1600, exif = {} }: { readonly width?: number; readonly exif?: Readonly<Record<string, string>> } = {},
): Promise<readonly string[]> {
  const { width: full, height: tall } = await sharp(lake).metadata();
  const files: string[] = [];
  for (let at = 0; at < count; at++) {
    const standing = at % 5 === 3;
    const size = { width: Math.floor(full * (0.45 + 0.05 * (at % 8))), height: Math.floor(tall * 0.8) };
    const left = Math.floor(((full - size.width) * (at % 7)) / 7);
    const bytes = await sharp(lake)
      .extract({ left, top: Math.floor((tall * (at % 4)) / 20), ...size })
      .resize(
        standing ? Math.floor(width * 0.5) : width,
        standing ? Math.floor(width * 0.75) : Math.floor(width * 0.66),
        {
          fit: 'cover',
        },
      )
      .modulate({ hue: (at * 37) % 360, saturation: 0.6 + (at % 4) * 0.15 })
      .withExif({ IFD0: exif })
      .jpeg({ quality: 88 })
      .toBuffer();
    const file = path.join(machine.files, `DSC_${String(at + 1).padStart(4, '0')}.jpg`);
    writeFileSync(file, bytes);
    giveToApp(file);
    files.push(file);
  }
  return files;
}

/** Opens the photo desk of the piece on the screen and takes these pictures in there. */
export async function takeInAtDesk(galley: RunningApp, files: readonly string[]): Promise<void> {
  const { page } = galley;
  await answerDialogs(galley, files);
  await page.keyboard.press('ControlOrMeta+Shift+2');
  await page.locator('.photo-desk').waitFor();
  const before = await page.locator('.sheet-cell').count();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.sheet-cell').length === wanted,
    before + files.length,
    { timeout: 180_000 },
  );
}
