/** The words of a text without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}]*`;
const NAME = new RegExp(String.raw`(?<![\p{L}\p{M}])${CAPITAL}(?: ${CAPITAL}){1,5}(?![\p{L}\p{M}])`, 'gu');

/** Runs of two to six words with capitals: names of persons, places and offices alike. */
export function capitalRuns(text: string): readonly string[] {
  return [...new Set(text.normalize('NFC').match(NAME) ?? [])];
}

// Kinds of people whom a caption may show without names.
const PEOPLE_WORDS =
  /(?<!\p{L})(?:ông|bà|anh|chị|đồng chí|bà con|nông dân|công nhân|học sinh|sinh viên|cán bộ|chiến sĩ|bác sĩ|đại biểu|người dân|thành viên|gia đình|lãnh đạo|members?|farmers?|workers?|students?|residents?|people|mr|mrs|ms|dr)(?!\p{L})/iu;

// A place is no person, capitals or not.
const PLACE_RUN = new RegExp(
  String.raw`(?<!\p{L})(?:[Tt]ại|[Ởở]|[Tt]ừ|[Đđ]ến|[Tt]ỉnh|huyện|xã|phường|thành phố|TP\.?|thị xã|thị trấn|[Bb]uôn|[Tt]hôn|[Bb]ản|[Ll]àng|[Qq]uận|[Hh]ồ|[Ss]ông|[Nn]úi|[Hh]ợp tác xã|[Aa]t|in|from|near)\s+(?:[\p{Ll}\p{M}]+\s+){0,3}${CAPITAL}(?: ${CAPITAL})*`,
  'gu',
);

/** Whether a caption says who: a name from the list, a run of capitals, or a word for people. */
export function hasWho(caption: string, names: readonly string[]): boolean {
  const lower = caption.toLowerCase();
  return (
    names.some((name) => name !== '' && lower.includes(name.normalize('NFC').toLowerCase())) ||
    PEOPLE_WORDS.test(caption) ||
    capitalRuns(caption.replace(PLACE_RUN, ' ')).length > 0
  );
}

const PLACE = new RegExp(
  String.raw`(?<!\p{L})(?:tại|ở|trên|trong|thuộc|bên|giữa|trước|from|at|in|on|near)\s+(?:[\p{Ll}\p{M}]+\s+){0,4}${CAPITAL}`,
  'u',
);
const PLACE_WORDS =
  /(?<!\p{L})(?:[Tt]ỉnh|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hành phố|TP|[Tt]hị xã|[Bb]uôn|[Tt]hôn|[Bb]ản|[Ll]àng|[Qq]uận|[Hh]ồ|[Ss]ông|[Nn]úi)\.?\s+\p{Lu}/u;

/** Whether a caption says where: a preposition or a word for a place before a capital. */
export function hasWhere(caption: string): boolean {
  return PLACE.test(caption) || PLACE_WORDS.test(caption);
}

const TIME =
  /(?<!\p{L})(?:ngày|tháng|năm|sáng|trưa|chiều|tối|đêm|hôm nay|hôm qua|mùa|vụ|đầu|cuối|sau khi|trước khi|trong lúc|khi|dịp|Tết|January|February|March|April|May|June|July|August|September|October|November|December|today|yesterday|morning|afternoon|evening|during|after|before)(?!\p{L})|\d{1,2}[/.-]\d{1,2}|(?<!\d)(?:19|20)\d{2}(?!\d)/u;

/** Whether a caption says when: a date, a part of the day or of the year, or an occasion. */
export function hasWhen(caption: string): boolean {
  return TIME.test(caption) || TIME.test(caption.charAt(0).toLowerCase() + caption.slice(1));
}
