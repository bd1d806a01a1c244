import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { failed, ok } from '../../shared/result';
import { comparisonAsText } from '../../shared/review/compare/comparison-as-text';
import type { Review } from '../../shared/review/review-file';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { readReview } from '../review/review-store';
import { verify } from '../review/verify';
import type { Verdict, Verified } from '../review/verdict';
import { pieceFolder } from './approve-command';
import { EXIT, type Done } from './done';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Says of a piece or of exports whether they are what was approved: 0 only when all of it is. */
export async function verifyCommand(
  { file, piece, json }: Extract<ReviewCommand, { readonly kind: 'verify' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  let of: Review | null = null;
  if (piece !== undefined) {
    const folder = await pieceFolder(path.resolve(world.cwd, piece));
    if (!folder.ok) return failed({ about: piece, failure: folder.failure });
    const review = await guarded(() => readReview(diskFiles, folder.value));
    if (!review.ok) return failed({ about: piece, failure: review.failure });
    of = review.value;
  }
  const verified = await verify(path.resolve(world.cwd, file), (world.now ?? Date.now)(), of);
  if (!verified.ok) return failed({ about: file, failure: verified.failure });
  if (json) world.stdout(`${JSON.stringify(verified.value, null, 2)}\n`);
  else for (const each of verified.value) world.stdout(words(each, translate));
  return ok(verified.value.every(({ verdict }) => verdict.kind === 'intact') ? null : EXIT.refused);
}

function words({ name, verdict }: Verified, translate: Translate): string {
  switch (verdict.kind) {
    case 'intact': {
      const { by, role, at, hash } = verdict.seal;
      const extra = verdict.extra.map((file) => `  - ${translate('review.file-extra', { file })}\n`);
      const who = { by, role: translate(`review.role-${role}`), at, hash };
      return `${translate('review.verdict-intact', { name, ...who })}\n${extra.join('')}`;
    }
    case 'edited': {
      const { seal, files, comparison } = verdict;
      const said = seal
        ? translate('review.verdict-edited-by', { name, by: seal.by, at: seal.at })
        : translate('review.verdict-edited', { name });
      const faults = files.map(({ file, how }) => `  - ${translate(`review.file-${how}`, { file })}\n`);
      const lost = files.length === 0 && !comparison ? `  - ${translate('review.version-lost')}\n` : '';
      const differs = comparison && !comparison.same ? comparisonAsText(comparison, translate) : '';
      return `${said}\n${faults.join('')}${lost}${differs.replace(/^(?=.)/gm, '  ')}`;
    }
    case 'unsealed':
      return `${translate(verdict.proof ? 'review.verdict-proof' : 'review.verdict-unsealed', { name })}\n`;
    case 'forged':
      return `${translate('review.verdict-forged', { name, why: forgedWords(verdict.why, translate) })}\n`;
  }
}

/** What was found to be forged, as a sentence. */
export function forgedWords(why: Extract<Verdict, { readonly kind: 'forged' }>['why'], translate: Translate): string {
  return why.what === 'log'
    ? translate(`review.forged-log-${why.why}`, { entry: why.entry })
    : translate(`review.forged-${why.what}`);
}
