import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Language, Translate } from '../../shared/i18n/translate';
import { translator } from '../../shared/i18n/translate';
import { useShell } from './shell-store';

const TranslateContext = createContext<Translate | null>(null);

/** The sentences of the interface in the language that is set. */
export function useTranslate(): Translate {
  const translate = useContext(TranslateContext);
  if (!translate) throw new Error('useTranslate stands outside LanguageProvider');
  return translate;
}

export function useLanguage(): Language {
  return useShell(({ settings, systemLanguage }) =>
    settings.language === 'system' ? systemLanguage : settings.language,
  );
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const translate = useMemo(() => translator(language), [language]);
  return <TranslateContext value={translate}>{children}</TranslateContext>;
}
