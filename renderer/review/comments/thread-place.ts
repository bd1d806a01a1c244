import type { Translate } from '../../../shared/i18n/translate';
import { pairsOf } from '../../../shared/interview/pairs';
import type { Interview } from '../../../shared/interview/types';
import type { Standing } from '../../../shared/review/threads/standing';

/** Parts and kinds whose name says enough. */
const NAMED = new Set([
  'headline',
  'kicker',
  'standfirst',
  'byline',
  'caption',
  'credit',
  'alt',
  'quote',
  'attribution',
  'heading',
  'paragraphs',
  'items',
]);

/** Which part of the piece a thread is about, in a word or two: "Sapo", "Answer to 3". '' for a detached one. */
export function threadPlace(
  translate: Translate,
  body: Interview['body'],
  numbers: ReadonlyMap<string, number>,
  standing: Standing,
): string {
  if (standing.kind === 'detached') return '';
  if (standing.kind === 'piece') return translate('comments.at-piece');
  if (standing.kind === 'field') return translate.loose(`comments.at-${standing.field}`);
  const { block, part = '' } = placeOf(standing);
  if (NAMED.has(part)) return translate.loose(`comments.at-${part}`);
  const found = body.find(({ id }) => id === block);
  if (!found) return '';
  if (found.kind === 'photo' || found.kind === 'closing') return translate.loose(`comments.at-${found.kind}`);
  const number = numbers.get(found.id);
  if (number === undefined) return translate('comments.at-lead');
  return translate(found.kind === 'question' ? 'comments.at-question' : 'comments.at-pair', { number });
}

function placeOf(standing: Exclude<Standing, { readonly kind: 'detached' | 'piece' | 'field' }>) {
  if (standing.kind === 'words') return standing.spots[0].place;
  return standing.kind === 'struck' ? standing.place : standing;
}

/** The number of the pair that each block is in, from 1. */
export function pairNumbers(body: Interview['body']): ReadonlyMap<string, number> {
  return new Map(
    pairsOf(body).flatMap(({ question, answers }, index) =>
      [question, ...answers].map(({ id }) => [id, index + 1] as const),
    ),
  );
}
