import { checkInterview } from '../../shared/checks/check-interview';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Remark } from '../../shared/checks/remark';
import { translator } from '../../shared/i18n/translate';
import type { Language, Translate } from '../../shared/i18n/translate';
import type { Stamp } from '../../shared/review/manifest';
import { equalData } from '../../shared/interview/equal';
import { plainText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import { cleaned } from '../../shared/writers/hand-off/typeable';
import type { HandOffFiles } from './hand-off-files';

/** What the layout desk should know before it starts, as plain text in the language of the interface. */
export function checkReport(
  interview: Interview,
  { condition, photos }: Pick<HandOffFiles, 'condition' | 'photos'>,
  remarks: readonly Remark[],
  { language, made, stamp }: { readonly language: Language; readonly made: Date; readonly stamp: Stamp | null },
): string {
  const say = translator(language);
  const all = [...checkInterview(interview), ...remarks];
  // Several makers may notice the same thing; it is told once.
  const told = all.filter((remark, at) => all.findIndex((earlier) => equalData(earlier, remark)) === at);
  const shown = [
    say('exports.report-title', { headline: plainText(interview.headline) || say('exports.page-untitled') }),
    say('exports.report-made', { at: `${made.toISOString().slice(0, 16).replace('T', ' ')} UTC` }),
    approval(stamp, say),
    '',
    say('exports.report-condition', { condition: condition.description }),
    ...photos.map(({ link, photo, printed, ppi, ink }) =>
      say('exports.report-photo', {
        file: link.file,
        name: photo.name ?? photo.file,
        mm: printed.toFixed(0),
        ppi,
        ink: Math.round(ink),
        plates: say(link.inks === 'grey' ? 'exports.report-grey' : 'exports.report-cmyk'),
      }),
    ),
    '',
    say('exports.report-remarks', { count: told.length }),
    ...told.map((remark) => `- ${describeRemark(say, remark)}`),
  ];
  return `${shown.map((line) => cleaned(line).text).join('\n')}\n`;
}

function approval(stamp: Stamp | null, say: Translate): string {
  if (stamp?.kind === 'plain') return say('exports.report-unmarked');
  if (stamp?.kind !== 'sealed') return say('exports.report-not-approved');
  const { by, role, at, hash } = stamp.seal;
  return say('exports.report-sealed', { by, role: say(`review.role-${role}`), at, hash });
}
