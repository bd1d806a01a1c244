import { translator } from '../../i18n/translate';
import type { Translate } from '../../i18n/translate';

/** The words that the page itself needs, in the language of the piece; English for any other than Vietnamese. */
export function pageWords(language: string): Translate {
  return /^vi\b/i.test(language) ? WORDS.vi : WORDS.en;
}

const WORDS = { vi: translator('vi'), en: translator('en') };
