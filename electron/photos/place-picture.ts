import { constants } from 'node:fs';
import { copyFile, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';

interface TakenName {
  readonly kind: 'photo-exists';
  readonly path: string;
}

/** Puts the draft at `to` unless that name is taken. Throws other errors of the disk. */
export async function placeCopy(draft: string, to: string): Promise<Result<object, TakenName>> {
  try {
    // A link refuses a name that is taken, where a rename would overwrite it.
    await link(draft, to);
    return ok({});
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return failed({ kind: 'photo-exists', path: to });
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  // A file system without links: FAT on a camera's card.
  await copyFile(draft, to, constants.COPYFILE_EXCL);
  return ok({});
}

/** Puts the draft in the place of the original, which is kept beside it; `backup` is its path. */
export async function placeOver(draft: string, file: string): Promise<Result<{ readonly backup: string }, never>> {
  const backup = await keepOriginal(file);
  try {
    await rename(draft, file);
  } catch (error) {
    await rm(backup, { force: true });
    throw error;
  }
  return ok({ backup });
}

/** The original under the name `<name>.original.<ext>`, or with a number when that is taken: an older backup is never replaced. */
async function keepOriginal(file: string): Promise<string> {
  const ending = extname(file);
  const stem = join(dirname(file), basename(file, ending));
  for (let number = 1; ; number++) {
    const backup = `${stem}.original${number === 1 ? '' : `-${number}`}${ending}`;
    try {
      await copyFile(file, backup, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await flush(backup);
      return backup;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        await rm(backup, { force: true });
        throw error;
      }
    }
  }
}

/** Waits until a file or a folder is on the disk. Windows does not open folders; there a rename is safe by other rules. */
export async function flush(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL') throw error;
  }
}
