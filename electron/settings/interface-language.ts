import type { Settings } from '../../shared/ipc/contract';
import type { Language } from '../../shared/i18n/translate';

/**
 * What "system" comes to: the environment's choice, else Vietnamese where any of the user's languages is Vietnamese or
 * nothing is known, else English. `preferred` are BCP 47 tags, the dearest first.
 */
export function systemLanguage(override: string | undefined, preferred: readonly string[]): Language {
  if (override === 'vi' || override === 'en') return override;
  return preferred.length === 0 || preferred.some((tag) => /^vi\b/i.test(tag)) ? 'vi' : 'en';
}

/** The language of the interface. */
export function interfaceLanguage({ language }: Pick<Settings, 'language'>, system: Language): Language {
  return language === 'system' ? system : language;
}
