import { basename, dirname, join } from 'node:path';
import { hasCode, type Files } from './files';

const TEMPORARY = /^\.galley-[^/]+\.tmp$/;
/** Older than this, a temporary file belongs to nobody any more; in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/**
 * Puts these bytes at `path` so that at every moment, also after a loss of power, either the old file or the whole new
 * one is there. When it returns, the new one is durable.
 */
export async function replaceFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  await replaceLazily(files, path, bytes);
  await files.syncFolder(dirname(path));
}

/**
 * The same, but only when `may` says yes once all is written and nothing is left to do but the last step: what it found out
 * is then as fresh as plain files allow. False when it said no, and nothing was changed.
 */
export async function replaceFileIf(
  files: Files,
  path: string,
  bytes: Uint8Array,
  may: () => Promise<boolean>,
): Promise<boolean> {
  const replaced = await replaceWhen(files, path, bytes, may);
  if (replaced) await files.syncFolder(dirname(path));
  return replaced;
}

/** As `replaceFile`, but after a loss of power the old file may be back: for copies whose age does not matter. */
export async function replaceLazily(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  await replaceWhen(files, path, bytes, () => Promise.resolve(true));
}

async function replaceWhen(
  files: Files,
  path: string,
  bytes: Uint8Array,
  may: () => Promise<boolean>,
): Promise<boolean> {
  const temporary = join(dirname(path), `.galley-${files.fresh()}-${basename(path)}.tmp`);
  try {
    await writeSynced(files, temporary, bytes);
    const allowed = await may();
    if (allowed) await files.rename(temporary, path);
    else await removeIfThere(files, temporary);
    return allowed;
  } catch (error) {
    await removeIfThere(files, temporary);
    throw error;
  }
}

/** A new file whose contents are durable; its name is not yet. */
export async function writeSynced(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Takes away what crashes left half-written in the folder an hour ago or earlier. */
export async function sweep(files: Files, folder: string, now: number): Promise<void> {
  for (const { name } of await files.list(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const facts = await files.look(join(folder, name));
    if (facts && now - facts.modified > ABANDONED) await removeIfThere(files, join(folder, name));
  }
}

/** Takes a file away; a disk that refuses is no failure here. */
export async function removeIfThere(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    // The failure that led here is the one to tell; a leftover is swept at a later open.
    if (!hasCode(error, 'ENOENT', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR')) throw error;
  }
}
