import { parseIso } from '../../../shared/text/dates';
import { readPublished } from '../../story/published-time';

/** A day as newsrooms write it: "04/12/2026". Empty when there is none. */
export function showDay(day: string | undefined): string {
  return /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ? (day ?? '').split('-').toReversed().join('/') : '';
}

/** The weekday of it, by which a wrong month is noticed: "Thứ Sáu", "Friday". */
export function weekdayOf(day: string, language: string): string {
  return parseIso(`${day}T00:00`)
    ? new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`))
    : '';
}

/**
 * Reads what somebody wrote, day before month: "4/12", "4-12-26", "04/12/2026", "2026-12-04". A missing year is that of `now`.
 * As YYYY-MM-DD; '' for an empty line, undefined when it cannot be read.
 */
export function readDay(line: string, now = new Date()): string | undefined {
  const text = line.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseIso(`${text}T00:00`) ? text : undefined;
  const read = readPublished(line, undefined, now);
  return read === undefined ? undefined : (read ?? '').slice(0, 10);
}
