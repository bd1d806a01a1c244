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

/**
 * Of one paragraph with many proposals what lies around the change: while somebody types, the rest need not be compared. Null
 * where more than the words of one paragraph may have changed.
 */
export function nearChange(weave: Weave, next: readonly Paragraph[]): NearChange | null {
  const end = weave.at(-1);
  const [paragraph] = next;
  if (!end || !isEnd(end) || end.del || !paragraph || next.length !== 1 || weave.length < 6) return null;
  const { id, kind } = end.end;
  if (id !== paragraph.id || kind !== paragraph.kind) return null;
  if (weave.some((item, at) => isEnd(item) && !item.del && at < weave.length - 1)) return null;
  const letters = lettersOf(paragraph.text);
  const [head, start] = matched(weave.slice(0, -1), letters, 1);
  const [tail, stop] = matched(weave.slice(head, -1), letters, -1, start);
  const from = backToPlain(weave, head);
  const to = onToPlain(weave, weave.length - 1 - tail);
  if (from === 0 && to === weave.length - 1) return null;
  const first = start - lengthOf(weave.slice(from, head));
  const last = stop + lengthOf(weave.slice(weave.length - 1 - tail, to));
  return {
    head: weave.slice(0, from),
    middle: [...weave.slice(from, to), end],
    tail: weave.slice(to, -1),
    next: { ...paragraph, text: sliced(paragraph.text, first, last) },
  };
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
