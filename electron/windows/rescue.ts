import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { note, warning } from '../../shared/checks/remark';
import type { MintId } from '../../shared/interview/build';
import type { PieceId } from '../../shared/ipc/contract';
import { readInterviewFile } from '../../shared/readers/read-interview-file';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import { replaceFile } from '../desk/atomic-file';
import type { Desk, PhotoFile } from '../desk/desk';
import { diskFiles } from '../desk/files';
import type { Log } from '../log';
import type { Unwritten } from './orderly-close';

const RESCUED = /^(.+)\.(\d+)\.json$/;
/** Where rescued pieces go when they lie on the desk again: nothing of them is deleted. */
const TAKEN = 'taken';

/** Writes the piece to `<folder>/<piece>.<milliseconds>.json`, whole or not at all. Gives what removes it, or null when it could not be written. */
export async function putAside(
  folder: string,
  { piece, interview }: Pick<Unwritten, 'piece' | 'interview'>,
  now: number,
  log: Log,
): Promise<(() => Promise<void>) | null> {
  try {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${piece}.${now}.json`);
    await replaceFile(diskFiles, file, Buffer.from(writeInterviewFile(interview)));
    return () => rm(file, { force: true });
  } catch (error) {
    log.error('not rescued', piece, error);
    return null;
  }
}

export interface Rescued {
  /** The pieces that rescued ones became. */
  readonly pieces: readonly PieceId[];
  readonly remarks: readonly Remark[];
}

/**
 * Puts what an earlier end had to put aside onto the desk, each as a piece of its own beside the one it came from, with
 * that one's pictures. What the desk does not take stays where it is and is told at every start.
 */
export async function takeRescued(folder: string, desk: Desk, mint: MintId, log: Log): Promise<Rescued> {
  const pieces: PieceId[] = [];
  const remarks: Remark[] = [];
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    try {
      const read = readInterviewFile(await readFile(file, 'utf8'), { mint });
      if (!read.ok) throw new Error(read.failure.kind);
      const { interview } = read.value;
      const from = RESCUED.exec(name)?.[1] ?? '';
      const photos: PhotoFile[] = [];
      for (const photo of interview.photos) {
        const found = await desk.photoPath(from, photo.file);
        if (found !== null) photos.push({ file: photo.file, bytes: await readFile(found) });
      }
      const created = await desk.create(interview, photos);
      if (!created.ok) throw new Error(created.failure.kind);
      await mkdir(path.join(folder, TAKEN), { recursive: true });
      await rename(file, path.join(folder, TAKEN, name));
      pieces.push(created.value);
      remarks.push(note('rescued-taken'));
    } catch (error) {
      log.error('rescued piece not taken', name, error);
      remarks.push(warning('rescued-waits', { file }));
    }
  }
  return { pieces, remarks };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => RESCUED.test(name)).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
