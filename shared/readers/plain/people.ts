import { fold } from '../../text/fold';
import { splitHonorific } from './labels';

/** Whom the introduction presents. */
export interface Introduced {
  readonly name: string;
  readonly honorific?: string;
  readonly office?: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){0,5}`;

const VIETNAMESE = new RegExp(
  String.raw`(?:phỏng vấn|trao đổi(?: với| cùng)|trò chuyện(?: với| cùng)|đối thoại(?: với| cùng)|gặp gỡ)\s+(?<who>(?:(?:đồng chí|ông|bà|anh|chị|cô|thầy|bác sĩ|luật sư|nghệ sĩ|nghệ nhân|kỹ sư|PGS\.?\s?-?\s?TS|GS\.?\s?-?\s?TS|PGS|GS|TS|ThS|BS)\.?\s+){0,2}${NAME})\s*(?:[,–-]|\()\s*(?<office>[^.;:?!()]+)`,
  'u',
);

// The flag i would let any word in as a name: only the names begin with a capital.
const ENGLISH = new RegExp(
  String.raw`(?:[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Ii]nterviewed|[Ss]at down with|[Ii]n conversation with|[Mm]et)\s+(?<who>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?\s+)?${NAME}),\s*(?<office>[^.;:?!()]+)`,
  'u',
);

// Where an office ends and the sentence goes on.
const OFFICE_END =
  /(?:,\s*)?\s(?:xung quanh|xoay quanh|về|để|nhằm|liên quan|nhân|bên lề|trước|sau khi|about|on|ahead of|as|after|before|at her|at his|in her|in his|for this|to)\s.*$|,\s.*$/u;

/** The interviewee as the introduction presents them; null when no sentence says so plainly. */
export function readIntroduction(paragraph: string): Introduced | null {
  const groups = (VIETNAMESE.exec(paragraph) ?? ENGLISH.exec(paragraph))?.groups;
  const who = groups?.['who'];
  if (!who) return null;
  const { honorific, name } = splitHonorific(who);
  const office = officeOf(groups['office'] ?? '');
  return { name, ...(honorific ? { honorific } : {}), ...(office ? { office } : {}) };
}

function officeOf(words: string): string {
  const office = words.replace(OFFICE_END, '').trim();
  return office.split(' ').length <= 25 ? office : '';
}

/** The paper that a Vietnamese introduction names: "phóng viên Báo Cao Nguyên đã có …". */
export function readPaper(paragraph: string): string | null {
  const found = new RegExp(
    String.raw`(?:[Pp]hóng viên|PV|P\.V)\s+(?<paper>(?:[Bb]áo|[Tt]ạp chí|Đài)\s+(?:điện tử\s+)?${NAME})`,
    'u',
  ).exec(paragraph)?.groups?.['paper'];
  return found ? `${found.charAt(0).toLocaleUpperCase('vi')}${found.slice(1)}` : null;
}

/** Whether a label ("Ông Hảo") can mean a person ("Lê Năng Hảo"): its words are the last words of the name, or the name. */
export function meansPerson(label: string, name: string): boolean {
  const called = fold(splitHonorific(label).name);
  const whole = fold(name);
  return whole === called || whole.endsWith(` ${called}`) || whole.startsWith(`${called} `);
}
