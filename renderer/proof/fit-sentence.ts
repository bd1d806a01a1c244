import type { Fit } from '../../shared/proof/proof';
import type { Translate } from '../../shared/i18n/translate';

/** The sentence of the status line: "Thừa 8 dòng: bớt khoảng 56 tiếng"; null when no length is assigned. */
export function fitSentence(translate: Translate, { over, words }: Fit): string | null {
  if (over === null) return null;
  if (over === 0) return translate('proof.exact');
  const told = new Intl.NumberFormat(translate.language).format(words);
  return translate(over > 0 ? 'proof.over' : 'proof.under', { count: Math.abs(over), words: told });
}
