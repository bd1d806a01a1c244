import { useMemo } from 'react';
import { useLanguage } from '../../app/language';

/** Writes when something was said, in milliseconds since 1970: the time alone for today, else with the day. */
export function useCommentClock(): (at: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
    const day = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric' });
    return (at) => {
      const date = day.format(at);
      return date === day.format(Date.now()) ? time.format(at) : `${time.format(at)}, ${date}`;
    };
  }, [language]);
}
