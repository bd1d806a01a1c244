import { useMemo } from 'react';
import { useLanguage } from '../app/language';

/**
 * Writes moments (milliseconds since 1970, or ISO 8601) as a newsroom does, in the language of the window: the time alone for
 * today, else with the day, day before month.
 */
export function useClock(): (moment: number | string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
    const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
    return (moment) => {
      const at = typeof moment === 'string' ? Date.parse(moment) : moment;
      const date = day.format(at);
      return date === day.format(Date.now()) ? time.format(at) : `${time.format(at)}, ${date}`;
    };
  }, [language]);
}
