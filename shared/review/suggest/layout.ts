import { plainText } from '../../interview/text';
import type { Text } from '../../interview/types';
import { isAtom } from './atoms';
import { byWords } from './by-words';
import { marksOf } from './hunks';
import { isEnd, type EndItem, type Mark, type Weave } from './weave';

/** What is drawn into one living paragraph; offsets in UTF-16 units of its text. */
export interface Drawing {
  readonly length: number;
  readonly inserted: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  readonly restyled: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  /** Deleted words, each stretch where it stood; a deleted block ends with a line end. */
  readonly gaps: readonly { readonly at: number; readonly words: string; readonly by: string }[];
  /** Who proposed that the paragraph ends here. */
  readonly newEnd: string | null;
  readonly kindBy: string | null;
  readonly authors: readonly string[];
}

interface Open {
  length: number;
  inserted: { from: number; to: number; by: string }[];
  restyled: { from: number; to: number; by: string }[];
  gaps: { at: number; words: string; by: string }[];
  marks: Mark[];
}

function opened(): Open {
  return { length: 0, inserted: [], restyled: [], gaps: [], marks: [] };
}

/** The drawing of each living paragraph of a weave; what is deleted behind the last one is given as one more. */
export function drawingsOf(weave: Weave): readonly Drawing[] {
  const drawings: Drawing[] = [];
  let open = opened();
  for (const item of byWords(weave)) {
    open.marks.push(...marksOf(item));
    if (item.del) {
      addGap(open, isEnd(item) ? endWords(item, open.length) : item.text, item.del.by);
      continue;
    }
    if (isEnd(item)) {
      drawings.push(closed(open, item.ins?.by ?? null, item.ins ? null : (item.end.was?.by ?? null)));
      open = opened();
      continue;
    }
    const [from, to] = [open.length, open.length + item.text.length];
    if (item.ins) open.inserted.push({ from, to, by: item.ins.by });
    else if (item.was) open.restyled.push({ from, to, by: item.was.by });
    open.length = to;
  }
  if (open.gaps.length > 0) drawings.push(closed(open, null, null));
  return drawings;
}

function closed({ marks, ...open }: Open, newEnd: string | null, kindBy: string | null): Drawing {
  return { ...open, newEnd, kindBy, authors: [...new Set(marks.map(({ by }) => by))] };
}

/** Words that were deleted beside each other by one author are one gap. */
function addGap({ gaps, length }: Open, words: string, by: string): void {
  const last = gaps.at(-1);
  if (last?.at === length && last.by === by) last.words += words;
  else if (last?.at === length) gaps[gaps.length - 1] = { at: length, words: last.words + words, by: last.by };
  else gaps.push({ at: length, words, by });
}

/** A whole paragraph stands on lines of its own; between two halves of a merged one there is only the sign. */
function endWords({ end }: EndItem, offset: number): string {
  if (!isAtom(end.kind)) return offset === 0 ? '¶\n' : '¶';
  const { caption, quote, heading } = end.rest ?? {};
  return `▦ ${plainText((caption ?? quote ?? heading) as Text | undefined)}\n`;
}
