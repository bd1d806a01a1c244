import { equalData } from '../../interview/equal';
import { isEnd, toWeave, type Item, type Mark, type Weave, type WordsItem } from './weave';

const LETTERS = String.raw`[\p{L}\p{N}\p{M}]`;
const ENDS_IN_WORD = new RegExp(`${LETTERS}$`, 'u');
const STARTS_IN_WORD = new RegExp(`^${LETTERS}`, 'u');
const SEPARATE = /[^\p{L}\p{N}\p{M}]/u;
const PARTS = new RegExp(`^(${LETTERS}*)(.*?)(${LETTERS}*)$`, 'su');

/**
 * The weave as the eye reads it: a word of which some letters changed is one that went and one that came, never "[b→n]ửa".
 * Text, base and marks are those of the weave; what is typed and decided goes by the weave itself, letter by letter. Words
 * that two people changed stay as they are: their proposals are decided one without the other.
 */
export function byWords(weave: Weave): Weave {
  if (!weave.some((item) => !isEnd(item) && (item.ins ?? item.del))) return weave;
  const once = inWords(weave);
  // A word that slid to its other end may now touch the next: "tiếng[tiếng,]nửa".
  return equalData(once, weave) ? once : inWords(once);
}

function inWords(weave: Weave): Weave {
  const pieces = weave.flatMap(inPieces);
  const out: Item[] = [];
  for (let at = 0; at < pieces.length;) {
    const stretch = stretchAt(pieces, at);
    if (stretch.length === 0) out.push(...pieces.slice(at, at + 1));
    else out.push(...widened(stretch));
    at += Math.max(1, stretch.length);
  }
  return toWeave(out);
}

/** Kept words with the letters at either edge apart, where they may belong to a word that changed. */
function inPieces(item: Item): readonly Item[] {
  if (isEnd(item) || isChanged(item) || item.was) return [item];
  const [, head = '', middle = '', tail = ''] = PARTS.exec(item.text) ?? [];
  return [head, middle, tail].filter((text) => text !== '').map((text) => ({ ...item, text }));
}

/** Changed words and letters that were kept between them and around, up to a kept space, a sign or the end of the paragraph. */
function stretchAt(pieces: readonly Item[], from: number): readonly WordsItem[] {
  const found: WordsItem[] = [];
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece || isEnd(piece) || !(isChanged(piece) || isKeptLetters(piece))) break;
    found.push(piece);
  }
  return found;
}

function isChanged(item: WordsItem): boolean {
  return (item.ins ?? item.del) !== undefined;
}

function isKeptLetters(item: WordsItem): boolean {
  return !isChanged(item) && !item.was && STARTS_IN_WORD.test(item.text);
}

/** The stretch with each group of changes that share a word taken together. */
function widened(stretch: readonly WordsItem[]): readonly WordsItem[] {
  const chunks = inChunks(stretch);
  const out: WordsItem[] = [];
  let group: WordsItem[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const before = chunks[at - 1];
    if (before && !shareWord(before, chunk)) {
      out.push(...together(group));
      group = [];
    }
    group.push(...chunk);
  }
  return [...out, ...together(group)];
}

/** Changed and kept words by turns. */
function inChunks(stretch: readonly WordsItem[]): readonly (readonly WordsItem[])[] {
  const chunks: WordsItem[][] = [];
  for (const item of stretch) {
    const last = chunks.at(-1);
    if (last?.[0] && isChanged(last[0]) === isChanged(item)) last.push(item);
    else chunks.push([item]);
  }
  return chunks;
}

/** Whether a word goes over from one into the other, as the text was or as it is. */
function shareWord(before: readonly WordsItem[], behind: readonly WordsItem[]): boolean {
  const meets = (counts: (item: WordsItem) => boolean) => {
    const [last, first] = [before.findLast(counts), behind.find(counts)];
    return last !== undefined && first !== undefined && ENDS_IN_WORD.test(last.text) && STARTS_IN_WORD.test(first.text);
  };
  return meets(({ ins }) => !ins) || meets(({ del }) => !del);
}

function together(given: readonly WordsItem[]): readonly WordsItem[] {
  const group = slidBack(given);
  const marks = group.flatMap(({ ins, del }) => [ins, del].filter((mark) => mark !== undefined));
  const [first] = marks;
  if (!first || group !== given || group.every(isChanged) || marks.some(({ by }) => by !== first.by)) return group;
  const [goneMark, comeMark] = [markOf(group, 'del') ?? first, markOf(group, 'ins') ?? first];
  const gone = group.flatMap((item) => (isChanged(item) ? (item.ins ? [] : [item]) : [asGone(item, goneMark)]));
  const come = group.flatMap((item) => (isChanged(item) ? (item.ins ? [item] : []) : [{ ...item, ins: comeMark }]));
  return [...gone, ...come];
}

/**
 * Of "t[ưới t]ràn" the word "tưới" went, and of "c{ũng c}uối" the word "cũng" came: what only went or only came can begin with
 * the word, when it ends in the letters that were kept before it. The group itself where it cannot.
 */
function slidBack(group: readonly WordsItem[]): readonly WordsItem[] {
  const [kept, changed, ...rest] = group;
  if (!kept || !changed || isChanged(kept) || !isChanged(changed) || (changed.ins && changed.del)) return group;
  if (rest.some(isChanged) || !changed.text.endsWith(kept.text) || changed.look !== kept.look || changed.was)
    return group;
  if ((changed.ins && kept.threads) || changed.text === kept.text) return group;
  const text = kept.text + changed.text.slice(0, changed.text.length - kept.text.length);
  return SEPARATE.test(changed.text) ? [{ ...changed, text }, kept, ...rest] : group;
}

function markOf(group: readonly WordsItem[], kind: 'ins' | 'del'): Mark | undefined {
  return group.find((item) => item[kind])?.[kind];
}

/** Comment threads hang on the words that live. */
function asGone({ threads: _threads, ...item }: WordsItem, del: Mark): WordsItem {
  return { ...item, del };
}
