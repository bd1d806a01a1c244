import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { Interview } from '../../shared/interview/types';
import type { DeskFailure, PieceId, SavedCopy } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';
import { salvageText } from '../../shared/readers/salvage-text';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import { replaceFile } from '../desk/atomic-file';
import { deskFailure } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { SNAPSHOT_FILE } from '../desk/open-piece';
import { writeGalley } from '../exports/galley-archive';
import { askWhereToSave } from './ask';
import type { Parts } from './parts';

type CopyParts = Pick<Parts, 'desks' | 'translate' | 'window' | 'log'>;

/** Asks where to, and puts the piece there as the window holds it: a .galley with its pictures, or interview.json alone. */
export async function savePieceCopy(
  piece: PieceId,
  interview: Interview,
  { desks, translate, window, log }: CopyParts,
): Promise<Result<SavedCopy | null, DeskFailure>> {
  const say = translate();
  const chosen = await askWhereToSave(window(), {
    title: say('system.save-copy'),
    defaultPath: path.join(app.getPath('documents'), `${fileStem(interview)}.galley`),
    filters: [
      { name: say('system.file-galley'), extensions: ['galley'] },
      { name: say('system.file-text-only'), extensions: ['json'] },
    ],
  });
  if (chosen === null) return ok(null);
  try {
    if (path.extname(chosen).toLowerCase() === '.json') {
      await replaceFile(diskFiles, chosen, Buffer.from(writeInterviewFile(interview)));
      return ok({ file: chosen, remarks: [] });
    }
    const file = path.extname(chosen) === '' ? `${chosen}.galley` : chosen;
    const photos = new Map<string, string>();
    const remarks: Remark[] = [];
    for (const photo of interview.photos) {
      const found = await readable(await desks.of(piece).photoPath(piece, photo.file));
      if (found !== null) photos.set(photo.file, found);
      else remarks.push(warning('galley-photo-missing', { name: photo.name ?? photo.file }));
    }
    // A desk whose disk fails cannot note that; the copy is whole without it.
    const origin = await desks.of(piece).handOver(piece, interview);
    const known = origin.ok ? origin.value : null;
    await writeWhole(file, (target) =>
      writeGalley(target, interview, photos, new AbortController().signal, new Map(), known),
    );
    return ok({ file, remarks });
  } catch (error) {
    log.warn('copy not saved', piece, error);
    return failed(deskFailure(error));
  }
}

/** Asks where to, and writes what can still be read of a damaged piece there as plain text. */
export async function saveTextOf(
  piece: PieceId,
  { desks, translate, window, log }: CopyParts,
): Promise<Result<string | null, DeskFailure | ReadFailure>> {
  const say = translate();
  try {
    const source = await readFile(path.join(desks.of(piece).folderOf(piece), SNAPSHOT_FILE), 'utf8');
    const words = salvageText(source);
    if (words.length === 0) return failed({ kind: 'empty' });
    const file = await askWhereToSave(window(), {
      title: say('system.save-text'),
      defaultPath: path.join(app.getPath('documents'), `${piece}.txt`),
      filters: [{ name: say('system.file-text'), extensions: ['txt'] }],
    });
    if (file === null) return ok(null);
    await replaceFile(diskFiles, file, Buffer.from(`${words.join('\n\n')}\n`));
    return ok(file);
  } catch (error) {
    log.warn('text not saved', piece, error);
    return failed(deskFailure(error));
  }
}

/** The path when the file behind it can be read to its end: the disk it lies on may be the one that fails. */
async function readable(file: string | null): Promise<string | null> {
  if (file === null) return null;
  try {
    await readFile(file);
    return file;
  } catch (error) {
    // Told as a missing picture, whatever the disk says of it: the words go first.
    deskFailure(error);
    return null;
  }
}

/** The file appears whole or not at all, and is durable then. */
async function writeWhole(file: string, write: (target: string) => Promise<unknown>): Promise<void> {
  const target = path.join(path.dirname(file), `.galley-${randomUUID()}-${path.basename(file)}.tmp`);
  try {
    await write(target);
    const handle = await open(target, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(target, file);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}
