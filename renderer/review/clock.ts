import { useMemo } from 'react';
import { useLanguage } from '../app/language';

/** Writes moments (milliseconds since 1970, or ISO 8601) as day and time, in the language of the window. */
export function useClock(): (moment: number | string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
    return (moment) => format.format(typeof moment === 'string' ? Date.parse(moment) : moment);
  }, [language]);
}
