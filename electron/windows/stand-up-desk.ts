import { app } from 'electron';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { plainText } from '../../shared/interview/text';
import type { PieceId } from '../../shared/ipc/contract';
import { sampleInterview } from '../../shared/templates/sample';
import type { Desk } from '../desk/desk';
import { prepareDesk } from '../desk/first-desk';
import type { Log } from '../log';
import type { Pictures } from '../press/press';

export interface DeskStart {
  readonly folder: string;
  readonly desk: Desk;
  readonly pictures: () => Pictures;
  /** Put the sample interview on a desk with nothing on it. */
  readonly withSample: boolean;
  /** Show it at once. */
  readonly showSample: boolean;
  readonly log: Log;
}

/**
 * Makes the desk's folder before the window asks for it. Gives the piece to show, or null. That the folder cannot be
 * made is told by the desk itself, when it is listed.
 */
export async function standUpDesk({
  folder,
  desk,
  pictures,
  withSample,
  showSample,
  log,
}: DeskStart): Promise<PieceId | null> {
  if (!withSample) {
    await mkdir(folder, { recursive: true });
    return null;
  }
  const prepared = await prepareDesk(folder, desk, { picture: () => readFile(samplePicture()), pictures });
  if (!prepared.ok) {
    log.warn('desk without sample', prepared.failure.kind);
    return null;
  }
  return showSample ? (prepared.value.sample ?? (await earlierSample(desk))) : null;
}

/** The sample that was put on the desk some other day, found by its headline. */
async function earlierSample(desk: Desk): Promise<PieceId | null> {
  const photo = { id: 'p', file: `${'0'.repeat(64)}.jpg`, width: 1, height: 1 };
  const headline = plainText(sampleInterview(photo).headline);
  const pieces = await desk.list();
  return (pieces.ok && pieces.value.find((piece) => piece.headline === headline)?.id) || null;
}

/** Beside the archive in the packaged app, in the work tree otherwise. */
function samplePicture(): string {
  const folder = app.isPackaged
    ? path.join(process.resourcesPath, 'sample')
    : path.join(app.getAppPath(), 'electron/desk/sample');
  return path.join(folder, 'ho-ea-suong.jpg');
}
