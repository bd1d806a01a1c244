import { isWeak } from '../compare/tokens';
import { plainText } from '../../interview/text';
import type { Text } from '../../interview/types';
import { isAtom } from './atoms';
import { byWords } from './by-words';
import { isEnd, type EndItem, type Item, type Mark, type Weave } from './weave';

/** One change as the eye counts it: what is decided with one key, drawn with one bar. */
export interface Hunk {
  /** The marks in it, each once, in the order of the text. */
  readonly marks: readonly Mark[];
  /** The paragraph in which it starts: its id now. */
  readonly paragraph: string;
  /** Where it stands in that paragraph as it is now, in UTF-16 units; a paragraph end in it counts as one. */
  readonly from: number;
  readonly length: number;
  /** What was put in and taken out; paragraph ends as "¶", a photo or another block without words of its own as "▦" and its words. */
  readonly inserted: string;
  readonly deleted: string;
  /** Whether marks or a link change in it. */
  readonly look: boolean;
  /** What kind of block becomes another. */
  readonly kind: { readonly from: string; readonly to: string } | null;
}

/** Kept text no longer than this between two changes does not part them, if there is no word in it. */
const BRIDGE = 3;

/** The open proposals in the order of the text; what only spaces or commas part is one, and a word that changed is whole. */
export function hunksOf(given: Weave): readonly Hunk[] {
  const weave = byWords(given);
  const hunks: Hunk[] = [];
  const ids = paragraphIds(weave);
  let open: Writable<Hunk> | null = null;
  let bridge = '';
  // In the paragraph, and over all of them: a change may go on in the next.
  let at = 0;
  let over = 0;
  let start = 0;
  for (const [index, item] of weave.entries()) {
    const marks = marksOf(item);
    const words = isEnd(item) ? signOf(item) : item.text;
    const length = item.del ? 0 : isEnd(item) ? 1 : words.length;
    if (marks.length === 0) {
      bridge += words;
    } else {
      if (open && bridge.length <= BRIDGE && (bridge === '' || (isWeak(bridge) && !/[¶▦]/.test(bridge)))) {
        if (open.inserted !== '') open.inserted += bridge;
        if (open.deleted !== '') open.deleted += bridge;
      } else {
        open = {
          marks: [],
          paragraph: ids[index] ?? '',
          from: at,
          length: 0,
          inserted: '',
          deleted: '',
          look: false,
          kind: null,
        };
        hunks.push(open);
        start = over;
      }
      bridge = '';
      const known = new Set(open.marks.map(({ id }) => id));
      open.marks = [...open.marks, ...marks.filter(({ id }) => !known.has(id) && known.add(id))];
      if (item.del && !item.ins) open.deleted += words;
      if (item.ins && !item.del) open.inserted += words;
      if (!isEnd(item)) open.look ||= item.was !== undefined;
      else if (item.end.was && !item.del) open.kind = { from: item.end.was.kind, to: item.end.kind };
      open.length = over + length - start;
    }
    over += length;
    at = isEnd(item) && !item.del ? 0 : at + length;
  }
  return hunks;
}

function signOf({ end }: EndItem): string {
  if (!isAtom(end.kind)) return '¶';
  const { caption, quote, heading, items } = end.rest ?? {};
  const [first] = (items ?? []) as readonly Text[];
  return ['▦', plainText((caption ?? quote ?? heading ?? first) as Text | undefined)].join(' ').trim();
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

export function marksOf(item: Item): readonly Mark[] {
  const was = isEnd(item) ? item.end.was : item.was;
  return [item.ins, item.del, was].filter((mark) => mark !== undefined);
}

/** For each item the id of the living paragraph it stands in. */
function paragraphIds(weave: Weave): readonly string[] {
  const ids: string[] = [];
  let id = '';
  for (let index = weave.length - 1; index >= 0; index--) {
    const item = weave[index];
    if (item && isEnd(item) && !item.del) id = item.end.id;
    ids[index] = id;
  }
  return ids;
}
