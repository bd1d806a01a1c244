import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DeskFailure, TakeInFailure, PieceId, TakenPhoto } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { sniffForeign } from '../photos/foreign-picture';
import { previewBytes } from '../photos/preview';
import { takeIn } from '../photos/take-in';
import type { TakenIn } from '../photos/take-in';
import { takeForeign } from '../photos/take-foreign';
import { sumUpArrivals } from '../photos/sum-up-arrivals';
import { takeInMany } from '../photos/take-in-many';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import { sniffFormat } from '../press/picture-format';
import { askForPaths, askWith } from './ask';
import { asDiskFailure } from './disk-only';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { sendSignal } from './send-signal';

type PhotoCalls = 'photo:choose' | 'photo:take' | 'photos:take-in' | 'photos:stop';
type Taken = Result<TakenPhoto, TakeInFailure>;

const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic', 'heif', 'avif'];
const RAW = ['cr2', 'cr3', 'nef', 'nrw', 'arw', 'raf', 'orf', 'rw2', 'pef', 'srw', 'dng'];

export function photoHandlers(parts: Parts): Pick<Handlers, PhotoCalls> {
  const { desks, pictures, photoFiles, photoWork, translate, window, userData, log } = parts;

  /** Previews first: they read the whole picture, so that a broken one is never stored. */
  async function keep(piece: PieceId, taken: TakenIn, bytes: Uint8Array): Promise<Result<null, TakeInFailure>> {
    const seen = await previewBytes(taken.file, bytes, userData, pictures());
    if (!seen.ok && seen.failure.kind !== 'cancelled') {
      log.warn('picture refused', taken.photo.name, seen.failure.kind, seen.failure.detail);
      return failed({ kind: 'photo-unreadable', name: taken.photo.name ?? '' });
    }
    return await desks.of(piece).addPhoto(piece, taken.file, bytes);
  }

  async function take(piece: PieceId, name: string, bytes: Uint8Array): Promise<Taken> {
    try {
      if (bytes.byteLength > 0 && sniffFormat(bytes) === null && sniffForeign(bytes) !== null) {
        const inside = await takeForeign(name, bytes, photoFiles());
        return inside.ok ? await takePlain(piece, name, inside.value) : inside;
      }
      return await takePlain(piece, name, bytes);
    } catch (error) {
      return failed(deskFailure(error));
    }
  }

  async function takePlain(piece: PieceId, name: string, bytes: Uint8Array): Promise<Taken> {
    const taken = await takeIn(name, bytes, pictures());
    if (!taken.ok) return taken;
    const kept = await keep(piece, taken.value, bytes);
    const { photo, texts, remarks = [] } = taken.value;
    return kept.ok ? ok({ photo, texts, remarks }) : kept;
  }

  async function takeFile(piece: PieceId, file: string): Promise<Taken> {
    const name = path.basename(file);
    try {
      const { size } = await stat(file);
      // Before it is read: a file of many gigabytes would not fit into memory to be refused there.
      if (size > PHOTO_BYTES_LIMIT) return failed({ kind: 'photo-too-large', name, limit: PHOTO_BYTES_LIMIT });
      return await take(piece, name, await readFile(file));
    } catch (error) {
      return failed(deskFailure(error));
    }
  }

  async function askForPhotos(): Promise<readonly string[]> {
    const say = translate();
    return await askForPaths(window(), {
      title: say('system.choose-photos'),
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: say('system.file-photo'), extensions: [...PICTURES, ...RAW] },
        { name: say('system.file-all'), extensions: ['*'] },
      ],
    });
  }

  return {
    'photo:take': take,

    'photo:choose': async (piece) => {
      const taken: TakenPhoto[] = [];
      const refused: (TakeInFailure | DeskFailure)[] = [];
      for (const file of await askForPhotos()) {
        const result = await takeFile(piece, file);
        if (result.ok) taken.push(result.value);
        else refused.push(result.failure);
      }
      const [first] = refused;
      if (first === undefined) return ok(taken);
      if (taken.length === 0) return failed(first);
      // Some are in and some are not: those that are must reach the text, so the others are told here.
      const say = translate();
      const sentences = refused.map(({ kind, ...values }) => say.loose(`failures.${kind}`, values));
      void askWith(window(), { type: 'warning', message: sentences.join('\n') });
      return ok(taken);
    },

    'photos:take-in': async (piece) => {
      const files = await askForPhotos();
      if (files.length === 0) return ok(null);
      const read = await desks.of(piece).read(piece);
      if (!read.ok) return failed(asDiskFailure(read.failure));
      const { photos } = read.value;
      const arrivals = await photoWork.run((signal) =>
        takeInMany(files, {
          pictures: pictures(),
          metadata: photoFiles(),
          keep: (taken, bytes) => keep(piece, taken, bytes),
          known: photos.map(({ file }) => file),
          arrived: ({ file }, done, total) =>
            sendSignal(window()?.webContents, 'photos:progress', { done, total, name: path.basename(file) }),
          signal,
        }),
      );
      return ok(sumUpArrivals(arrivals, photos));
    },

    'photos:stop': () => {
      photoWork.stop();
      return null;
    },
  };
}
