import { fold } from '../../text/fold';
import { parseByline } from '../../interview/byline';
import type { Signature, Teaser } from '../../interview/types';
import type { Line } from './lines';

/** Words of menus and buttons, folded. A line made of nothing else is navigation. */
const MENU_WORDS = [
  'doc bao in',
  'bao in',
  'bao dien tu',
  'e-paper',
  'epaper',
  'multimedia',
  'e-magazine',
  'emagazine',
  'infographic',
  'podcast',
  'video',
  'media',
  'trang chu',
  'dang nhap',
  'dang ky',
  'dang xuat',
  'tim kiem',
  'lien he',
  'quang cao',
  'rss',
  'english',
  'menu',
  'chia se',
  'facebook',
  'twitter',
  'zalo',
  'in bai',
  'in bai viet',
  'ban in',
  'gui email',
  'gui bai',
  'luu bai',
  'nghe doc bai',
  'nghe audio',
  'cuon len dau trang',
  've dau trang',
  'thich',
  'theo doi',
  'google news',
  'co chu',
  'home',
  'news',
  'sign in',
  'log in',
  'sign up',
  'subscribe',
  'search',
  'share',
  'print',
  'email',
  'newsletter',
  'skip to content',
  'back to top',
  'advertisement',
].toSorted((a, b) => b.length - a.length);

const MENU = new RegExp(`(?<![a-z])(?:${MENU_WORDS.join('|')})(?![a-z])`, 'g');

/** A line of menu entries or buttons and nothing else, or a trail of sections ("Trang chủ > Chính trị"). */
export function isNavigation(line: string): boolean {
  // A button has no full stop; an answer of one word has one: "Thích."
  if (/[.!?…”"]$/.test(line)) return false;
  const folded = fold(line);
  if (
    /^(trang chu|home)\s*[>»›/|]/.test(folded) ||
    /^(tu khoa|tags?)\s*:/.test(folded) ||
    /^(©|ban quyen|copyright)/.test(folded)
  )
    return true;
  const rest = folded.replace(MENU, '');
  return rest !== folded && !/[\p{L}\p{N}]/u.test(rest);
}

/** The last section of a trail such as "Trang chủ > Chính trị > Xây dựng Đảng". */
export function sectionOfTrail(line: string): string | null {
  if (!/^(trang chu|home)\s*[>»›/|]/.test(fold(line))) return null;
  return (
    line
      .split(/[>»›/|]/)
      .at(-1)
      ?.trim() || null
  );
}

/** The heading of the readers' comments, with or without their number. */
export function isCommentsHeading(line: string): boolean {
  return /^(y kien( cua)? (ban|ban doc|doc gia)|binh luan|gui binh luan|y kien|(reader |readers' )?comments?|leave a comment)\s*(\(\d+\)|: ?\d+)?:?$/.test(
    fold(line),
  );
}

/** The heading over related pieces. */
export function isRelatedHeading(line: string): boolean {
  return (
    /^(tin|bai|bai viet) (lien quan|cung chuyen muc|khac|doc nhieu)|^(xem|doc) them:?$|^(related( articles| stories)?|read (more|next)|see also):?$/.test(
      fold(line),
    ) && line.length < 60
  );
}

const ORNAMENTS = /^[*•●▪■◆✦_~–—-]+\s*|\s*[*_~✦■]+$/g;

/** A line without the stars and dashes a page sets around it, and those. */
export function withoutOrnaments(line: string): { readonly text: string; readonly ornament: string } {
  const text = line.replace(ORNAMENTS, '').trim();
  return text === ''
    ? { text: line, ornament: '' }
    : { text, ornament: line === text ? '' : line.replace(text, '').trim() };
}

/** The line of thanks that ends an interview. A longer one is somebody's answer. */
export function isThanks(line: string): boolean {
  if (line.length > 200) return false;
  const folded = fold(withoutOrnaments(line).text);
  if (folded.split(' ').length > 20) return false;
  return (
    /^((xin|toi xin|chung toi xin|xin duoc|bao [a-z ]+ xin|mot lan nua)\s+)?((tran trong|chan thanh)( va tran trong)?\s+)?(cam on|cam on)\b.*[.!]?$/.test(
      folded,
    ) || /^(many )?(thank you|thanks)\b[^?]*$/.test(folded)
  );
}

const ROLES =
  'thực hiện|lược ghi|ghi chép|ghi|biên dịch|lược dịch|dịch|tổng hợp|tổng thuật|bài và ảnh|bài, ảnh|ảnh|interview|text|photos?|words';

/** The signatures of a byline, or null when the line is something else. */
export function readByline(line: string): readonly Signature[] | null {
  const text = line.replace(/^[*•–—-]+\s*/, '').trim();
  if (text.length > 120) return null;
  const bracketed = new RegExp(`^\\((?<names>[^()]+?)\\s+(?<role>${ROLES})\\)$`, 'iu').exec(text);
  const before = new RegExp(`^(?<role>${ROLES})\\s*:\\s*(?<names>.+)$`, 'iu').exec(text);
  const behind = new RegExp(`^(?<names>[^():]+?)\\s+(?<role>thực hiện|lược ghi|ghi)\\.?$`, 'u').exec(text);
  const english = /^(?<role>interview by|interviewed by|words by|text by|by)\s+(?<names>[^.,:]+)$/i.exec(text);
  const found = bracketed ?? before ?? behind ?? english;
  if (found?.groups) {
    const role =
      found.groups['role']
        ?.toLowerCase()
        .replace(/\s*\bby$/, '')
        .replace('interviewed', 'interview') ?? '';
    const names = (found.groups['names'] ?? '').split(/\s+[-–&]\s+|\s+và\s+|\s+and\s+/u);
    return names.every(isName) ? names.map((name) => ({ name: name.trim(), ...(role ? { role } : {}) })) : null;
  }
  const signed = parseByline(text);
  return signed.length > 0 && signed.every(({ name, role }) => isName(name) && role !== undefined && role.length < 30)
    ? signed
    : null;
}

/** One to six words, each beginning with a capital. */
export function isName(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return parts.length <= 6 && parts.every((part) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(part));
}

/** The teasers among the lines after the article: a heading, with a label in brackets, and the words under it. */
export function readTeasers(lines: readonly Line[]): readonly Teaser[] {
  const groups: string[][] = [];
  for (const { text, gap } of lines) {
    if (gap || groups.length === 0) groups.push([text]);
    else groups.at(-1)?.push(text);
  }
  const teasers: Teaser[] = [];
  for (const [heading = '', ...rest] of groups) {
    const last = teasers.at(-1);
    // A whole sentence alone, after a bare heading, is what that heading promises.
    const isText = rest.length === 0 && /[.!…]$/.test(heading) && heading.length > 100;
    if (isText && last && last.text === undefined) {
      teasers[teasers.length - 1] = { ...last, text: heading };
      continue;
    }
    const [, label, words = heading] = /^[([]([^()[\]]{2,30})[)\]]\s*(.+)$/.exec(heading) ?? [];
    teasers.push({ heading: words, ...(rest.length ? { text: rest.join(' ') } : {}), ...(label ? { label } : {}) });
  }
  return teasers;
}
