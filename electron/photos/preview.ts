import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { ok, type Result } from '../../shared/result';
import type { PictureFailure, Pictures } from '../press/press';

/** What a preview is for: the picture by itself, or one of many on the contact sheet. */
export type PreviewSize = 'large' | 'sheet';

/** Widths in pixels: sharp in the galley and on the sheet at twice the density. */
export const PREVIEW_WIDTHS: { readonly [size in PreviewSize]: number } = { large: 1600, sheet: 480 };
const PREVIEW_QUALITY = 80;

/**
 * The path of a preview of a stored photo, made on first asking: `previews/<hash>.webp` and `<hash>.sheet.webp` under
 * `cache`, which may be deleted at any time. `photo` is the absolute path of `<hash>.<ext>`. Throws errors of the disk.
 */
export async function previewOf(
  photo: string,
  cache: string,
  pictures: Pick<Pictures, 'render'>,
  size: PreviewSize = 'large',
  signal?: AbortSignal,
): Promise<Result<string, PictureFailure>> {
  const folder = join(cache, 'previews');
  const stem = basename(photo, extname(photo));
  const preview = join(folder, size === 'large' ? `${stem}.webp` : `${stem}.${size}.webp`);
  if (await isFile(preview)) return ok(preview);
  // The small one from the large one: a camera's picture is decoded once.
  const source = size === 'large' ? ok(photo) : await previewOf(photo, cache, pictures, 'large', signal);
  if (!source.ok) return source;
  const rendered = await pictures.render(
    { path: source.value, width: PREVIEW_WIDTHS[size], format: 'webp', quality: PREVIEW_QUALITY },
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

/**
 * Makes both previews of a picture that is not stored yet; `file` is the name that it will have. It decodes the whole
 * picture, so a file that breaks off in the middle is found out here.
 */
export async function previewBytes(
  file: string,
  bytes: Uint8Array,
  cache: string,
  pictures: Pick<Pictures, 'render'>,
  signal?: AbortSignal,
): Promise<Result<string, PictureFailure>> {
  const folder = join(cache, 'previews', `.${randomUUID()}.tmp`);
  await mkdir(folder, { recursive: true });
  try {
    const draft = join(folder, file);
    await writeFile(draft, bytes, { flag: 'wx' });
    return await previewOf(draft, cache, pictures, 'sheet', signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return facts?.isFile() === true && facts.size > 0;
}
