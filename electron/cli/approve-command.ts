import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { plainText } from '../../shared/interview/text';
import { failed, ok, type Result } from '../../shared/result';
import { deskFailure, guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { readWhole, SNAPSHOT_FILE } from '../desk/open-piece';
import { stepPiece } from '../review/review-store';
import type { Done } from './done';
import type { FileFailure, SourceFailure } from './failure';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Seals a piece of the desk in somebody's name; the review and the sealed version stand in its folder after it. */
export async function approveCommand(
  { piece, name, role, json }: Extract<ReviewCommand, { readonly kind: 'approve' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  const folder = await pieceFolder(path.resolve(world.cwd, piece));
  if (!folder.ok) return failed({ about: piece, failure: folder.failure });
  const now = (world.now ?? Date.now)();
  const actor = { name, ...(role ? { role } : {}) };
  const done = await guarded(() => stepPiece(diskFiles, folder.value, 'approve', actor, now));
  if (!done.ok) return failed({ about: piece, failure: done.failure });
  const { seal } = done.value;
  if (!seal) throw new Error('an approval made no seal');
  if (json) world.stdout(`${JSON.stringify(seal, null, 2)}\n`);
  else {
    const found = await readWhole(diskFiles, folder.value, now);
    const headline = found.ok ? plainText(found.value.interview.headline) : piece;
    world.stdout(translate('review.approved', { name, headline, hash: seal.hash }));
  }
  return ok(null);
}

/** The folder of a piece from its path or that of its interview.json. */
export async function pieceFolder(file: string): Promise<Result<string, SourceFailure | FileFailure>> {
  try {
    const folder = (await stat(file)).isDirectory() ? file : path.dirname(file);
    if (folder !== file && path.basename(file) !== SNAPSHOT_FILE) return failed({ kind: 'not-a-piece' });
    return (await diskFiles.look(path.join(folder, SNAPSHOT_FILE))) ? ok(folder) : failed({ kind: 'no-interview' });
  } catch (error) {
    return failed(deskFailure(error));
  }
}
