import type { Language } from '../../shared/i18n/translate';

/** The language of the sentences: GALLEY_LANGUAGE, else the locale; English for every locale but Vietnamese. */
export function languageOf(env: { readonly [name: string]: string | undefined }): Language {
  const asked = [env['GALLEY_LANGUAGE'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  return /^vi\b|^vi_/i.test(asked ?? '') ? 'vi' : 'en';
}
