import { plainText } from '../interview/text';
import type { Interview } from '../interview/types';
import { textsOf, type PlacedText } from '../interview/visit';
import { note, type Remark } from './remark';

/** Spaces and quotation marks that would show on the page. */
export function checkCharacters(interview: Interview): readonly Remark[] {
  const texts = textsOf(interview);
  return [...texts.flatMap(checkSpaces), ...checkQuotes(texts)];
}

function checkSpaces({ place, text }: PlacedText): readonly Remark[] {
  const plain = plainText(text);
  const double = plain.match(/[ \u00a0]{2,}/g)?.length ?? 0;
  // An ellipsis may follow a space: "và ... rồi thôi".
  const before = plain.match(/[^\s][ \u00a0]+(?:[,;!?](?=\s|$)|[:.](?=\s|$))/g)?.length ?? 0;
  return [
    ...(double > 0 ? [note('double-spaces', { count: double }, place)] : []),
    ...(before > 0 ? [note('space-before-punctuation', { count: before }, place)] : []),
  ];
}

/** Straight and curly quotation marks in one piece; the place is the first straight one. */
function checkQuotes(texts: readonly PlacedText[]): readonly Remark[] {
  // 12" is inches and 5'30" is a time: a mark right behind a digit opens and closes nothing.
  const straight = texts.filter(({ text }) => /(?<!\d)"/.test(plainText(text)));
  const curly = texts.some(({ text }) => /[“”]/.test(plainText(text)));
  const [first] = straight;
  if (!first || !curly) return [];
  const count = straight.reduce((sum, { text }) => sum + (plainText(text).match(/(?<!\d)"/g)?.length ?? 0), 0);
  return [note('quotes-mixed', { count }, first.place)];
}
