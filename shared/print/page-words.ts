/** The few words that the page itself says, in the language of the piece. */
export interface PageWords {
  readonly related: string;
  readonly photoMissing: string;
  readonly continued: (page: number) => string;
  readonly continues: (page: number) => string;
  /** Which picture of a gallery a text means; `rows` tells how many pictures each of its rows holds. */
  readonly pictureAt: (index: number, rows: readonly number[]) => string;
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

type Spot = 'left' | 'centre' | 'right' | 'above' | 'below';

/** The one word for a picture's place, where one word tells it: two or three beside each other, or two on top of each other. */
function spotIn(index: number, rows: readonly number[]): Spot | null {
  if (rows.length === 1 && rows[0] === 2) return index === 0 ? 'left' : 'right';
  if (rows.length === 1 && rows[0] === 3) return (['left', 'centre', 'right'] as const)[index] ?? null;
  return rows.length === 2 && rows.every((count) => count === 1) ? (index === 0 ? 'above' : 'below') : null;
}

const SPOTS_VI = { left: 'Ảnh trái:', centre: 'Ảnh giữa:', right: 'Ảnh phải:', above: 'Ảnh trên:', below: 'Ảnh dưới:' };
const SPOTS_EN = { left: 'Left:', centre: 'Centre:', right: 'Right:', above: 'Top:', below: 'Bottom:' };

const VI: PageWords = {
  related: 'Đọc thêm',
  photoMissing: 'Chưa có ảnh',
  continued: (page) => `(Tiếp theo trang ${page})`,
  continues: (page) => `(Xem tiếp trang ${page})`,
  pictureAt: (index, rows) => {
    const spot = spotIn(index, rows);
    return spot ? SPOTS_VI[spot] : `Ảnh ${index + 1}:`;
  },
  longDate: ({ year, month, day, weekday }) => `${WEEKDAYS_VI[weekday] ?? ''}, ngày ${day}-${month}-${year}`,
};

const EN: PageWords = {
  related: 'Related',
  photoMissing: 'Picture to come',
  continued: (page) => `(Continued from page ${page})`,
  continues: (page) => `(Continued on page ${page})`,
  pictureAt: (index, rows) => {
    const spot = spotIn(index, rows);
    return spot ? SPOTS_EN[spot] : `Picture ${index + 1}:`;
  },
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
