import { parseIso, parseStamp } from '../text/dates';

/** The day a picture was taken, as newsrooms write it: 20/11/2026; empty when it is not known. */
export function showTakenDay(taken: string | undefined): string {
  const time = parseIso(taken?.length === 10 ? `${taken}T00:00` : (taken ?? ''));
  if (!time) return taken ?? '';
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(time.day)}/${pad(time.month)}/${time.year}`;
}

/**
 * Reads a day that somebody wrote: "20/11/2026", "20-11-2026", "2026-11-20"; a short year is of this century. The time of
 * the same day before stays. Null when the line is empty, undefined when it cannot be read.
 */
export function readTakenDay(line: string, before: string | undefined): string | null | undefined {
  const text = line.normalize('NFC').trim();
  if (text === '') return null;
  const full = text.replace(/^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/, '$120$2');
  const time = parseIso(`${full}T00:00`) ?? parseStamp(full);
  if (!time) return undefined;
  const day = `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
  return before?.startsWith(day) ? before : day;
}
