import { formatTimeLine, parseIso, parseStamp, toIso } from '../../shared/text/dates';
import type { ClockTime } from '../../shared/text/dates';

/** The time as newsrooms write it: "09:14, 02/02/2018", by the clock of the paper. Empty when there is none. */
export function showPublished(published: string | undefined): string {
  return formatTimeLine(published ?? '', 'vi');
}

/**
 * Reads what somebody wrote: "09:14, 02/02/2018", "9h14 2/2/18", "9g 2-2", "2018-02-02 09:14". Day before month; a
 * missing year is that of `now`, a missing time midnight. ISO 8601: the offset that stood there stays, without one it is
 * this machine's at that moment. Null when the line is empty, undefined when it cannot be read.
 */
export function readPublished(line: string, before: string | undefined, now = new Date()): string | null | undefined {
  const text = line.normalize('NFC').trim();
  if (text === '') return null;
  const time =
    parseIso(text.replace(/^(\d{4}-\d{2}-\d{2})\s+/, '$1T')) ?? parseStamp(filledOut(text, now.getFullYear()));
  if (!time) return undefined;
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(before ?? '')?.[0] ?? offsetAt(time);
  return toIso(time, offset);
}

/** The short forms of a hurried hand as parseStamp knows them: "9h" and "9g14" as hours, two digits or none as a year. */
function filledOut(text: string, year: number): string {
  const clock = text
    .replace(/(\d)\s*(?:h|g|giờ)\s*(\d{2})(?!\d)/iu, '$1:$2')
    .replace(/(\d)\s*(?:h|g|giờ)(?![\p{L}\d])/iu, '$1:00');
  return clock.replace(
    /(?<!\d)(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}))?(?![\d/.-])/u,
    (_whole, day: string, mark: string, month: string, short: string | undefined) =>
      [day, month, short === undefined ? year : `20${short}`].join(mark),
  );
}

/** The offset of this machine's zone at that moment, as ISO 8601 writes it. */
function offsetAt({ year, month, day, hour, minute }: ClockTime): string {
  const minutes = -new Date(year, month - 1, day, hour, minute).getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`;
}
