import type { Translate } from '../../i18n/translate';
import type { Row, TextChange } from './comparison';

/** What a row is called: "Answer · changed · moved". */
export function rowTitle({ kind, change, moved }: Row, translate: Translate): string {
  const words = [translate(`review.kind-${kind}`)];
  if (change !== 'same') words.push(translate(`review.change-${change}`));
  if (moved) words.push(translate('review.moved'));
  return words.join(' · ');
}

/** The name of a part of a block; '' for its only text. */
export function partTitle({ part, index }: TextChange, translate: Translate): string {
  if (part === 'text') return '';
  const name = translate.loose(`review.part-${part}`);
  return index === undefined ? name : `${name} ${index + 1}`;
}
