import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { failed, ok } from '../../shared/result';
import { checkLog, clockFaults } from '../../shared/review/log';
import { logAsText } from '../../shared/review/log-as-text';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { readReview } from '../review/review-store';
import { sha256 } from '../sha256';
import { pieceFolder } from './approve-command';
import { EXIT, type Done } from './done';
import { forgedWords } from './verify-command';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Every step of a piece; a log that is not as it was written is shown all the same, and the call answers with 1. */
export async function logCommand(
  { piece, json }: Extract<ReviewCommand, { readonly kind: 'log' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  const folder = await pieceFolder(path.resolve(world.cwd, piece));
  if (!folder.ok) return failed({ about: piece, failure: folder.failure });
  const review = await guarded(() => readReview(diskFiles, folder.value));
  if (!review.ok) return failed({ about: piece, failure: review.failure });
  const { log, state, seal } = review.value;
  const fault = checkLog(log, sha256);
  if (json) world.stdout(`${JSON.stringify({ state, seal, log, fault }, null, 2)}\n`);
  else world.stdout(logAsText(log, translate));
  for (const entry of clockFaults(log)) world.stderr(`- ${translate('review.log-clock', { entry })}\n`);
  if (!fault) return ok(null);
  const why = forgedWords({ what: 'log', ...fault }, translate);
  world.stderr(`${translate('review.verdict-forged', { name: piece, why })}\n`);
  return ok(EXIT.refused);
}
