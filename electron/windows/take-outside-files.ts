import path from 'node:path';
import type { PieceId } from '../../shared/ipc/contract';
import { askWith } from '../ipc/ask';
import type { Parts } from '../ipc/parts';
import { askSamePiece } from '../ipc/ask-same-piece';
import { takeFile } from '../ipc/take-file';

/**
 * Takes files that came from outside (command line, second start, double click) onto the desk, one after the other, and
 * tells which could not be. Gives the pieces they became.
 */
export async function takeOutsideFiles(files: readonly string[], parts: Parts): Promise<readonly PieceId[]> {
  const taken: PieceId[] = [];
  for (const file of files) {
    const result = await takeFile(file, parts, () => askSamePiece(parts));
    if (result.ok) {
      if (!result.value) continue;
      parts.desks.tell(result.value.piece, result.value.remarks);
      taken.push(result.value.piece);
      continue;
    }
    const say = parts.translate();
    const { kind, ...values } = result.failure;
    parts.log.warn('file not taken', kind);
    void askWith(parts.window(), {
      type: 'warning',
      message: say('system.not-taken', { name: path.basename(file) }),
      detail: say.loose(`failures.${kind}`, values),
    });
  }
  return taken;
}
