import path from 'node:path';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Translate } from '../../shared/i18n/translate';
import { failed, ok } from '../../shared/result';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { findPiece } from '../desk/open-piece';
import { takeBackFile } from '../docx/take-back-file';
import { pieceFolder } from './approve-command';
import { changeOnDisk } from './change-on-disk';
import type { Done } from './done';
import type { World } from './world';

/** `import FILE.docx --into PIECE`: the changes of a document that was made from the piece become proposals in it. */
export async function takeBackCommand(
  command: { readonly file: string; readonly piece: string; readonly name?: string; readonly json: boolean },
  world: World,
  translate: Translate,
): Promise<Done> {
  const folder = await pieceFolder(path.resolve(world.cwd, command.piece));
  if (!folder.ok) return failed({ about: command.piece, failure: folder.failure });
  const now = (world.now ?? Date.now)();
  const found = await guarded(() => findPiece(diskFiles, folder.value, now));
  if (!found.ok) return failed({ about: command.piece, failure: found.failure });
  const file = path.resolve(world.cwd, command.file);
  const by = command.name === undefined ? {} : { by: command.name };
  const place = { files: diskFiles, folder: folder.value, interview: found.value.interview };
  const taken = await guarded(() => takeBackFile(place, file, { mint: world.mint, now, ...by }));
  if (!taken.ok) return failed({ about: command.file, failure: taken.failure });
  const { interview, changes, comments, remarks } = taken.value;
  const written = await changeOnDisk(folder.value, interview, world.desk);
  if (!written.ok) return failed({ about: command.piece, failure: written.failure });
  const worded = remarks.map((remark) => ({ ...remark, text: describeRemark(translate, remark) }));
  if (command.json) world.stdout(`${JSON.stringify({ changes, comments, remarks: worded }, null, 2)}\n`);
  else world.stdout(`${translate('rounds.took-back', { changes, comments })}\n`);
  world.stderr(worded.map(({ text }) => `- ${text}\n`).join(''));
  return ok(null);
}
