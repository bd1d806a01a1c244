/**
 * Where a line may end inside a stretch without spaces, as offsets. The few rules of Unicode's line breaking (UAX 14)
 * that newspaper copy meets: after a hyphen or dash between letters, after a slash, between ideographs; a code such as
 * 04-QĐ/TU, a date, a figure with its sign never. A stretch no line holds is parted by `split-long-tokens.ts`.
 */
export function breaksIn(chunk: string): readonly number[] {
  if (isCode(chunk)) return [];
  const breaks: number[] = [];
  for (const { index, 0: found } of chunk.matchAll(OPPORTUNITY)) {
    const at = index + found.length;
    if (at > 0 && at < chunk.length && !NEVER_FIRST.test(chunk.slice(at))) breaks.push(at);
  }
  return breaks;
}

/** A number read as one word with its code, sign or unit. */
export function isCode(chunk: string): boolean {
  const bare = chunk.replace(/^[“"'‘(«[]+|[”"'’)»\].,;:!?…]+$/gu, '');
  return bare.length <= LONGEST_CODE && /\p{N}/u.test(bare) && !IDEOGRAPH.test(bare);
}

const LONGEST_CODE = 24;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const OPPORTUNITY =
  /(?<=\p{L}{2})[-‐]+(?=\p{L}{2})|(?<=[^\s\-–—])[–—]+(?=[^\s\-–—])|(?<=[\p{L}/])\/+(?=[\p{L}])|\u200b|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．）」』】！？]*/gu;
const NEVER_FIRST = /^[”"'’)»\].,;:!?…%‰、。，．）」』】！？]/u;

/** A dash or a sign that must not start a line. */
export function neverFirst(chunk: string): boolean {
  return /^[-–—•·…]+[,.;:]?$/u.test(chunk) || NEVER_FIRST.test(chunk);
}

/** A short word that its line must not end with: what follows belongs to it. */
export function neverLast(before: string, chunk: string, next: string): boolean {
  const bare = chunk.replace(/^[“"'‘(«[]+/u, '').toLowerCase();
  if (/^(trang|số|khóa|điều|khoản|chương|năm|ngày|tháng|quý|thế kỷ|no\.|p\.)$/u.test(bare)) return /^\p{N}/u.test(next);
  if (!/^\p{Lu}/u.test(next)) return false;
  if (HONORIFICS.has(bare.replace(/\.$/, ''))) return true;
  return bare === 'chí' && before.toLowerCase() === 'đồng';
}

const HONORIFICS = new Set(
  'ông bà anh chị cô chú bác cụ thầy em đ/c ts ths pgs gs pgs.ts gs.ts bs ks luật_sư mr mrs ms dr prof st'.split(' '),
);
