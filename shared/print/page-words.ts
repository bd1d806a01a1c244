/** The few words that the page itself says, in the language of the piece. */
export interface PageWords {
  readonly related: string;
  readonly photoMissing: string;
  readonly continued: (page: number) => string;
  readonly continues: (page: number) => string;
  readonly longDate: (date: PageDate) => string;
}

/** A calendar day; `weekday` counts from Sunday, 0. */
export interface PageDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

const WEEKDAYS_VI = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const VI: PageWords = {
  related: 'Đọc thêm',
  photoMissing: 'Chưa có ảnh',
  continued: (page) => `(Tiếp theo trang ${page})`,
  continues: (page) => `(Xem tiếp trang ${page})`,
  longDate: ({ year, month, day, weekday }) => `${WEEKDAYS_VI[weekday] ?? ''}, ngày ${day}-${month}-${year}`,
};

const EN: PageWords = {
  related: 'Related',
  photoMissing: 'Picture to come',
  continued: (page) => `(Continued from page ${page})`,
  continues: (page) => `(Continued on page ${page})`,
  longDate: ({ year, month, day, weekday }) =>
    `${WEEKDAYS_EN[weekday] ?? ''}, ${day} ${MONTHS_EN[month - 1] ?? ''} ${year}`,
};

/** The words for a BCP 47 language: Vietnamese for "vi…", English for everything else. */
export function pageWords(language: string): PageWords {
  return /^vi\b/i.test(language) ? VI : EN;
}

/** The day on the calendar of the place where `published` (ISO 8601 with offset) was written; null when it is no date. */
export function pageDate(published: string): PageDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(published)?.map(Number) ?? [];
  if (!year || !month || !day) return null;
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}
