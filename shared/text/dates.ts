/** A moment as its own clock shows it: what the paper printed, whatever the zone of this machine. */
export interface ClockTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Vietnam keeps one time all year. */
export const VIETNAM_OFFSET = '+07:00';

/** The clock time of an ISO date and time with offset, or null when it is none or no such day exists. */
export function parseIso(iso: string): ClockTime | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(iso);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  return clockTime(year, month, day, hour, minute);
}

/**
 * Reads the time stamp of a Vietnamese news page: "09:14, 02/02/2018", "Thứ Sáu, 2/2/2018 | 9:14 (GMT+7)",
 * "02-02-2018 09h14", "2 February 2018, 9:14 AM". Day before month, as there; midnight when the line has no time.
 * Null when the line holds anything else, or no such day exists.
 */
export function parseStamp(line: string): ClockTime | null {
  const text = numericMonth(line.normalize('NFC').trim());
  const date = String.raw`(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})`;
  const time = String.raw`(?<hour>\d{1,2})(?:[:]|h|\s*giờ\s*)(?<minute>\d{2})(?:\s*(?:phút|AM|PM|SA|CH))?`;
  const weekday = String.raw`(?:(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[,\s]+)?`;
  const lead = String.raw`(?:(?:cập nhật|đăng|ngày đăng|xuất bản|updated|published)[\s:]*(?:lúc|on|at)?\s*)?`;
  const zone = String.raw`(?:\s*[([]?\s*(?:GMT|UTC)\s*\+\s*0?7(?::00)?\s*[)\]]?)?`;
  const gap = String.raw`[\s,|–-]*(?:ngày\s+)?`;
  const shapes = [
    `${lead}${weekday}(?:ngày )?${date}${gap}(?:lúc\\s+)?${time}${zone}`,
    `${lead}${weekday}(?:ngày )?${date}`,
    `${lead}${time}${zone}${gap}${weekday}(?:ngày )?${date}${zone}`,
  ];
  for (const shape of shapes) {
    const groups = new RegExp(`^${shape}$`, 'iu').exec(text)?.groups;
    if (!groups) continue;
    const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((name) =>
      Number(groups[name] ?? 0),
    );
    const afternoon = /\b(?:PM|CH)\b/.test(text) && (hour ?? 0) < 12;
    return clockTime(year, month, day, (hour ?? 0) + (afternoon ? 12 : 0), minute);
  }
  return null;
}

/** "2 February 2018" and "February 2, 2018" as 2/2/2018. */
function numericMonth(line: string): string {
  const names = ENGLISH_MONTHS.join('|');
  const swap = (_: string, day: string, month: string, year: string) => `${day}/${monthNumber(month)}/${year}`;
  return line
    .replace(new RegExp(`\\b(\\d{1,2}) (${names}),? (\\d{4})\\b`, 'i'), swap)
    .replace(
      new RegExp(`\\b(${names}) (\\d{1,2}),? (\\d{4})\\b`, 'i'),
      (whole, month: string, day: string, year: string) => swap(whole, day, month, year),
    );
}

function monthNumber(name: string): number {
  return ENGLISH_MONTHS.findIndex((month) => month.toLowerCase() === name.toLowerCase()) + 1;
}

/** ISO 8601 to the minute, as `published` holds it. */
export function toIso(time: ClockTime, offset = VIETNAM_OFFSET): string {
  return `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}T${pad(time.hour)}:${pad(time.minute)}${offset}`;
}

/** The time line of a web page: "09:14, 02/02/2018" in Vietnamese, "2 February 2018, 09:14" in English. Empty when `iso` is not a time. */
export function formatTimeLine(iso: string, language: string): string {
  const time = parseIso(iso);
  if (!time) return '';
  const clock = `${pad(time.hour)}:${pad(time.minute)}`;
  if (isEnglish(language)) return `${time.day} ${englishMonth(time.month)} ${time.year}, ${clock}`;
  return `${clock}, ${pad(time.day)}/${pad(time.month)}/${time.year}`;
}

/** The day as a folio prints it: "Thứ Sáu, ngày 2-2-2018" in Vietnamese, "Friday, 2 February 2018" in English. Empty when `iso` is not a time. */
export function formatLongDate(iso: string, language: string): string {
  const time = parseIso(iso);
  if (!time) return '';
  const weekday = weekdayOf(time);
  if (isEnglish(language))
    return `${ENGLISH_DAYS[weekday] ?? ''}, ${time.day} ${englishMonth(time.month)} ${time.year}`;
  return `${VIETNAMESE_DAYS[weekday] ?? ''}, ngày ${time.day}-${time.month}-${time.year}`;
}

const VIETNAMESE_DAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? '';
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}

/** From 0 for Sunday. */
function weekdayOf({ year, month, day }: ClockTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function clockTime(year = 0, month = 0, day = 0, hour = 0, minute = 0): ClockTime | null {
  const real = new Date(Date.UTC(year, month - 1, day));
  const exists = year > 0 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
  return exists && hour < 24 && minute < 60 ? { year, month, day, hour, minute } : null;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
