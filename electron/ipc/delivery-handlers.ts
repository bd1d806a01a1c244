import { shell } from 'electron';
import type { Interview, Photo } from '../../shared/interview/types';
import type { DeliveredPhotos, DeskFailure, ExportFailure, PhotoDelivery } from '../../shared/ipc/contract';
import { onlyPictures } from '../../shared/photos/desk-photos';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { asDiskFailure } from './disk-only';
import { exportPhotos } from '../photos/export-photos';
import { writeMany } from '../photos/write-many';
import { exportFolder } from './export-folder';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { sendSignal } from './send-signal';

type DeliveryCalls = 'photos:deliver' | 'photos:reveal';

/** Files of the photos of a piece: with its texts in them, into the originals, or cut for print and web. */
export function deliveryHandlers(parts: Parts): Pick<Handlers, DeliveryCalls> {
  const { desks, pictures, photoFiles, photoWork, window } = parts;
  const folders = exportFolder(parts);
  let delivered: string | null = null;

  return {
    'photos:deliver': async (piece, use, chosen) => {
      const folder = await folders.ask(use === 'originals' ? 'originals' : 'new-files');
      if (folder === undefined) return ok(null);

      const desk = desks.of(piece);
      const read = await desk.read(piece);
      if (!read.ok) return failed(asDiskFailure(read.failure));
      const interview = chosen === null ? read.value : onlyPictures(read.value, new Set(chosen));
      const paths = new Map<string, string | null>();
      for (const photo of interview.photos) paths.set(photo.file, await desk.photoPath(piece, photo.file));

      const result = await photoWork.run((signal) =>
        deliver({ interview, use, folder, signal, photoPath: (photo) => paths.get(photo.file) ?? null }),
      );
      if (result.ok) delivered = result.value.folder;
      return result;
    },

    'photos:reveal': async () => {
      if (delivered !== null) await shell.openPath(delivered);
      return null;
    },
  };

  async function deliver(job: {
    readonly interview: Interview;
    readonly use: PhotoDelivery;
    readonly folder: string;
    readonly signal: AbortSignal;
    readonly photoPath: (photo: Photo) => string | null;
  }): Promise<Result<DeliveredPhotos, ExportFailure | DeskFailure>> {
    const { use, folder, ...rest } = job;
    const tell = (done: number, total: number, name: string) =>
      sendSignal(window()?.webContents, 'photos:progress', { done, total, name });
    if (use === 'copies' || use === 'originals') {
      return await writeMany({
        ...rest,
        folder,
        into: use,
        files: photoFiles(),
        progress: ({ done, total, name }) => tell(done, total, name),
      });
    }
    const made = await exportPhotos({
      ...rest,
      use,
      out: folder,
      pictures,
      metadata: photoFiles,
      progress: (done, total) => tell(done, total, ''),
    });
    if (!made.ok) return made;
    const remarks = made.value.remarks.map((remark) => ({ name: '', remark }));
    return ok({ ...made.value, backups: [], remarks, refused: [], stopped: 0 });
  }
}
