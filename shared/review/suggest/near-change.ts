import type { Text } from '../../interview/types';
import { lookOf } from '../compare/tokens';
import { isEnd, type Item, type Paragraph, type Weave, type WordsItem } from './weave';

/** The part of a weave that a change can concern, and what stands there now. The items before and behind stay. */
export interface NearChange {
  readonly head: Weave;
  readonly middle: Weave;
  readonly tail: Weave;
  readonly next: Paragraph;
}

/** So many letters around a change are compared with it, from a space on. */
const AROUND = 24;

/**
 * Of one paragraph what lies around the change: while somebody types, the rest need not be compared. Null where more than the
 * words of one paragraph may have changed, or nearly all of them did.
 */
export function nearChange(given: Weave, next: readonly Paragraph[]): NearChange | null {
  const end = given.at(-1);
  const [paragraph] = next;
  if (!end || !isEnd(end) || end.del || !paragraph || next.length !== 1) return null;
  const { id, kind } = end.end;
  if (id !== paragraph.id || kind !== paragraph.kind) return null;
  if (given.some((item, at) => isEnd(item) && !item.del && at < given.length - 1)) return null;
  const letters = lettersOf(paragraph.text);
  const { weave, first, behind } = parted(given, letters.plain);
  const last = weave.length - 1;
  const [head, start] = matched(weave.slice(0, -1), letters, 1);
  const [tail, stop] = matched(weave.slice(head, -1), letters, -1, start);
  const from = head === first ? head : backToPlain(weave, head);
  const to = last - tail === behind ? behind : onToPlain(weave, last - tail);
  if (from === 0 && to === last) return null;
  const [begin, finish] = [start - lengthOf(weave.slice(from, head)), stop + lengthOf(weave.slice(last - tail, to))];
  return {
    head: weave.slice(0, from),
    middle: [...weave.slice(from, to), end],
    tail: weave.slice(to, -1),
    next: { ...paragraph, text: sliced(paragraph.text, begin, finish) },
  };
}

/** The weave with words without a proposal parted at a space before the change, and at one behind it. */
function parted(given: Weave, now: string) {
  const old = given.map((item) => (isEnd(item) || item.del ? '' : item.text)).join('');
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const before = old.lastIndexOf(' ', start - AROUND);
  const after = old.indexOf(' ', old.length - end + AROUND);
  const behind = start < AROUND && after < 0 ? null : split(given, after);
  const ahead = start < AROUND ? null : split(behind?.weave ?? given, before);
  return {
    weave: ahead?.weave ?? behind?.weave ?? given,
    first: ahead?.at ?? -1,
    behind: behind ? behind.at + (ahead ? 1 : 0) : -1,
  };
}

/** The weave with the words at this letter of the text parted there; null where they carry a proposal or already part. */
function split(weave: Weave, letter: number): { readonly weave: Weave; readonly at: number } | null {
  if (letter <= 0) return null;
  let offset = 0;
  for (const [at, item] of weave.entries()) {
    if (isEnd(item) || item.del) continue;
    const stop = offset + item.text.length;
    if (letter < stop) {
      if (letter === offset || !isPlain(item)) return null;
      const [one, two] = [item.text.slice(0, letter - offset), item.text.slice(letter - offset)];
      return { weave: weave.toSpliced(at, 1, { ...item, text: one }, { ...item, text: two }), at: at + 1 };
    }
    offset = stop;
  }
  return null;
}

/** A text as one string with the look of each stretch. */
interface Letters {
  readonly plain: string;
  readonly stretches: readonly { readonly end: number; readonly look: string }[];
}

function lettersOf(text: Text): Letters {
  let end = 0;
  return {
    plain: text.map((run) => run.text).join(''),
    stretches: text.map((run) => ({ end: (end += run.text.length), look: lookOf(run) })),
  };
}

function hasLook({ stretches }: Letters, from: number, to: number, look: string): boolean {
  const at = stretches.findIndex(({ end }) => end > from);
  return stretches[at]?.look === look && (stretches[at]?.end ?? 0) >= to;
}

/** How many items from the front (or, with -1, from the back) stand in the text as they are, and up to which letter. */
function matched(items: Weave, letters: Letters, step: 1 | -1, floor = 0): readonly [count: number, offset: number] {
  let offset = step === 1 ? 0 : letters.plain.length;
  let count = 0;
  for (; count < items.length; count++) {
    const item = items[step === 1 ? count : items.length - 1 - count];
    if (!item) break;
    if (item.del) continue;
    if (isEnd(item)) break;
    const [from, to] = step === 1 ? [offset, offset + item.text.length] : [offset - item.text.length, offset];
    if (from < floor || to > letters.plain.length) break;
    if (letters.plain.slice(from, to) !== item.text || !hasLook(letters, from, to, item.look)) break;
    offset = step === 1 ? to : from;
  }
  return [count, offset];
}

function isPlain(item: Item | undefined): item is WordsItem {
  return item !== undefined && !isEnd(item) && !item.ins && !item.del && !item.was && item.text.length > 1;
}

/** Words without a proposal on both sides belong to the part: marks beside the change may join with it. */
function backToPlain(weave: Weave, at: number): number {
  let from = at;
  while (from > 0 && !isPlain(weave[from - 1])) from--;
  return Math.max(0, from - 1);
}

function onToPlain(weave: Weave, at: number): number {
  let to = at;
  while (to < weave.length - 1 && !isPlain(weave[to])) to++;
  return Math.min(weave.length - 1, to + 1);
}

function lengthOf(items: Weave): number {
  return items.reduce((sum, item) => (isEnd(item) || item.del ? sum : sum + item.text.length), 0);
}

function sliced(text: Text, from: number, to: number): Text {
  let at = 0;
  return text.flatMap((run) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, run.text.length)];
    at += run.text.length;
    return start < end ? [{ ...run, text: run.text.slice(start, end) }] : [];
  });
}
