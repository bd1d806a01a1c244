import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { ok, type Result } from '../../shared/result';
import type { PictureFailure, Pictures } from '../press/press';

/** Longest width of a preview, in pixels: sharp in the galley at twice the density. */
export const PREVIEW_WIDTH = 1600;
const PREVIEW_QUALITY = 80;

/**
 * The path of a preview of a stored photo, made on first asking: `previews/<hash>.webp` under `cache`, which may be
 * deleted at any time. `photo` is the absolute path of `<hash>.<ext>`. Throws errors of the disk.
 */
export async function previewOf(
  photo: string,
  cache: string,
  pictures: Pick<Pictures, 'render'>,
  signal?: AbortSignal,
): Promise<Result<string, PictureFailure>> {
  const folder = join(cache, 'previews');
  const preview = join(folder, `${basename(photo, extname(photo))}.webp`);
  if (await isFile(preview)) return ok(preview);
  const rendered = await pictures.render(
    { path: photo, width: PREVIEW_WIDTH, format: 'webp', quality: PREVIEW_QUALITY },
    signal,
  );
  if (!rendered.ok) return rendered;
  await mkdir(folder, { recursive: true });
  // Two windows may ask for the same preview: whoever comes last puts the same picture there.
  const draft = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, rendered.value.bytes, { flag: 'wx' });
    await rename(draft, preview);
  } finally {
    await rm(draft, { force: true });
  }
  return ok(preview);
}

async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return facts?.isFile() === true && facts.size > 0;
}
