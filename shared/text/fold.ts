export interface FoldOptions {
  /** Keep ê apart from e and đ from d. */
  readonly accents?: boolean;
  readonly matchCase?: boolean;
}

/**
 * A text as it is compared in a search: without accents (đ is d) and in lower case unless asked otherwise.
 * Every UTF-16 unit of the input is one unit of the result, so that a place found in it is the place in the text.
 * Give it NFC: only there is an accented letter one unit.
 */
export function fold(text: string, options: FoldOptions = {}): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at), options);
  return folded;
}

const cache = new Map<string, string>();

function foldUnit(unit: string, { accents = false, matchCase = false }: FoldOptions): string {
  const key = `${accents ? 1 : 0}${matchCase ? 1 : 0}${unit}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  let folded = unit;
  if (!accents) folded = sameLength(folded, barredD(folded.normalize('NFD').replace(/(?<!^)\p{M}+/u, '')));
  if (!matchCase) folded = sameLength(folded, folded.toLowerCase());
  if (/\s/u.test(folded)) folded = ' ';
  if (cache.size < 20_000) cache.set(key, folded);
  return folded;
}

function barredD(letter: string): string {
  return letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter;
}

/** İ and a few others would grow: they stay as they are rather than move every place behind them. */
function sameLength(before: string, after: string): string {
  return after.length === before.length ? after : before;
}

/** Whether a text holds what somebody has typed to find it, with or without accents; nothing typed is in every text. */
export function holdsTyped(text: string, typed: string): boolean {
  return fold(text.normalize('NFC')).includes(fold(typed.normalize('NFC').trim()));
}

/** Whether two texts say the same to a reader who passes over accents, case, spaces and punctuation. */
export function sameWords(a: string, b: string): boolean {
  return bareWords(a) === bareWords(b);
}

function bareWords(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
