import type { Translate } from '../../i18n/translate';
import type { ChangeCounts, Comparison } from './comparison';

/** In the order that an editor asks for them. */
const COUNTS = [
  'changed',
  'added',
  'removed',
  'moved',
  'wordsAdded',
  'wordsRemoved',
] as const satisfies readonly (keyof ChangeCounts)[];

/** What a comparison comes to in one line, "2 blocks changed · 1 moved · +12 words"; what there is none of is not said. */
export function comparisonSummary({ same, counts, facts, head }: Comparison, translate: Translate): string {
  if (same) return translate('review.compare-same');
  const fields = facts.length + head.length;
  return [
    ...(fields > 0 ? [translate('review.count-fields', { count: fields })] : []),
    ...COUNTS.flatMap((what) => (counts[what] > 0 ? [translate(`review.count-${what}`, { count: counts[what] })] : [])),
  ].join(' · ');
}
