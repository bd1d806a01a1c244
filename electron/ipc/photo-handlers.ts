import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DeskFailure, PhotoFailure, PieceId, TakenPhoto } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { takeIn } from '../photos/take-in';
import { PHOTO_BYTES_LIMIT } from '../press/limits';
import { askForPaths, askWith } from './ask';
import type { Parts } from './parts';
import type { Handlers } from './register';

type PhotoCalls = 'photo:choose' | 'photo:take';
type Taken = Result<TakenPhoto, PhotoFailure | DeskFailure>;

const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic', 'heif', 'avif'];

export function photoHandlers({ desks, pictures, translate, window }: Parts): Pick<Handlers, PhotoCalls> {
  async function take(piece: PieceId, name: string, bytes: Uint8Array): Promise<Taken> {
    const taken = await takeIn(name, bytes, pictures());
    if (!taken.ok) return taken;
    const { file, photo, texts } = taken.value;
    const added = await desks.of(piece).addPhoto(piece, file, bytes);
    return added.ok ? ok({ photo, texts }) : added;
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

  return {
    'photo:take': take,

    'photo:choose': async (piece) => {
      const say = translate();
      const files = await askForPaths(window(), {
        title: say('system.choose-photos'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: say('system.file-photo'), extensions: PICTURES },
          { name: say('system.file-all'), extensions: ['*'] },
        ],
      });
      const taken: TakenPhoto[] = [];
      const refused: (PhotoFailure | DeskFailure)[] = [];
      for (const file of files) {
        const result = await takeFile(piece, file);
        if (result.ok) taken.push(result.value);
        else refused.push(result.failure);
      }
      const [first] = refused;
      if (first === undefined) return ok(taken);
      if (taken.length === 0) return failed(first);
      // Some are in and some are not: those that are must reach the text, so the others are told here.
      const sentences = refused.map(({ kind, ...values }) => say.loose(`failures.${kind}`, values));
      void askWith(window(), { type: 'warning', message: sentences.join('\n') });
      return ok(taken);
    },
  };
}
