import { joinRuns, makeRun, plainText } from '../interview/text';
import type { Run, Text } from '../interview/types';

/**
 * A text after it was edited as plain words: what stands before and behind the change keeps its marks and links, what is
 * new takes the look of the character before it, but no link.
 */
export function retypeText(text: Text, plain: string): Text {
  const before = plainText(text);
  const after = plain.normalize('NFC');
  if (before === after) return text;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Neither side may cut a character in two.
  if (isLowSurrogate(before, start) || isLowSurrogate(after, start)) start--;
  if (isLowSurrogate(before, before.length - end)) end--;
  const marks = runAt(text, start - 1)?.marks ?? [];
  return joinRuns([
    ...cutText(text, 0, start),
    makeRun(after.slice(start, after.length - end), marks),
    ...cutText(text, before.length - end, before.length),
  ]);
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at));
}

function runAt(text: Text, at: number): Run | undefined {
  let left = at;
  return at < 0
    ? undefined
    : text.find((run) => {
        left -= run.text.length;
        return left < 0;
      });
}

/** The runs between two offsets in UTF-16 units. */
function cutText(text: Text, from: number, to: number): readonly Run[] {
  let at = 0;
  return text.map((run) => {
    const piece = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return { ...run, text: piece };
  });
}
