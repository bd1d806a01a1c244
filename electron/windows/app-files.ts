import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PieceId } from '../../shared/ipc/contract';
import type { Desks } from '../ipc/desks';
import type { Log } from '../log';
import type { PreviewSize } from '../photos/preview';
import { previewOf } from '../photos/preview';
import type { Pictures } from '../press/press';
import type { ServedPhoto } from '../protocol';

/** Up to this many bytes a picture is shown as it is: making a preview would take longer than reading it. */
const SMALL = 150_000;

/** Kinds that Chromium shows by itself. */
const SHOWN: ReadonlySet<string> = new Set(['.jpg', '.png', '.webp']);

/** Finds pictures of the desk for the window: small ones as they are, others as a preview kept in `cache`. */
export function photoFinder(
  desks: Desks,
  pictures: () => Pictures,
  cache: string,
  log: Log,
): (piece: PieceId, file: string, size: PreviewSize) => Promise<ServedPhoto | null> {
  return async (piece, file, size) => {
    try {
      const found = await desks.of(piece).photoPath(piece, file);
      // A link in the piece's folder would hand out any file of the machine to whoever sent the piece.
      if (found === null || !(await isInside(desks.of(piece).folderOf(piece), found))) return null;
      const extension = path.extname(found);
      if (SHOWN.has(extension) && (await stat(found)).size <= SMALL) return { bytes: await readFile(found), extension };
      const make = () => previewOf(found, cache, pictures(), size);
      const first = await make();
      // The picture process may have died of the picture before; it is started anew on the next asking.
      const preview = !first.ok && first.failure.kind === 'died' ? await make() : first;
      if (preview.ok) return { bytes: await readFile(preview.value), extension: path.extname(preview.value) };
      log.warn('no preview', file, preview.failure.kind);
      return null;
    } catch (error) {
      log.warn('picture not served', file, error);
      return null;
    }
  };
}

async function isInside(folder: string, file: string): Promise<boolean> {
  const [home, target] = await Promise.all([realpath(folder), realpath(file)]);
  return target.startsWith(home + path.sep);
}
