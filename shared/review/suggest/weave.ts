import { joinRuns } from '../../interview/text';
import type { BlockRest, EndItem, Item, SuggestionMark, Weave, WordsItem } from '../../interview/suggestions';
import type { Run, Text } from '../../interview/types';
import { lookOf, PARAGRAPH_END, runWithLook } from '../compare/tokens';

export type { BlockRest, EndItem, Item, SuggestionMark as Mark, Weave, WordsItem };

/** A paragraph as the weave sees it: a block of words, a caption, a headline. */
export interface Paragraph {
  readonly id: string;
  readonly kind: string;
  readonly text: Text;
}

export function isEnd(item: Item): item is EndItem {
  return 'end' in item;
}

/** Paragraphs without proposals. Texts have to be canonical (normaliseText). */
export function weaveOf(paragraphs: readonly Paragraph[]): Weave {
  return paragraphs.flatMap(({ id, kind, text }): Item[] => [
    ...text.map((run) => ({ text: run.text, look: lookOf(run) })),
    { end: { id, kind, base: id } },
  ]);
}

/** The paragraphs as they are now: what the editor holds. */
export function currentOf(weave: Weave): readonly Paragraph[] {
  return paragraphsOf(
    weave.filter((item) => !item.del),
    ({ id, kind }) => ({ id, kind }),
    ({ look }) => look,
  );
}

/** The paragraphs as they were before all proposals that are still open. */
export function baseOf(weave: Weave): readonly Paragraph[] {
  return paragraphsOf(
    weave.filter((item) => !item.ins),
    ({ base, kind, was }) => ({ id: base, kind: was?.kind ?? kind }),
    ({ look, was }) => was?.look ?? look,
  );
}

function paragraphsOf(
  items: Weave,
  nameOf: (end: EndItem['end']) => Omit<Paragraph, 'text'>,
  lookOfItem: (item: WordsItem) => string,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let words: WordsItem[] = [];
  for (const item of items) {
    if (isEnd(item)) {
      const runs = words.map((each) => runOf(each, lookOfItem(each)));
      paragraphs.push({ ...nameOf(item.end), text: joinRuns(runs) });
      words = [];
    } else words.push(item);
  }
  return paragraphs;
}

function runOf({ text, threads }: WordsItem, look: string): Run {
  const run = runWithLook(text, look);
  return threads ? { ...run, threads } : run;
}

/** True when something in the weave waits for a decision. */
export function hasMarks(weave: Weave): boolean {
  return weave.some((item) => item.ins ?? item.del ?? (isEnd(item) ? item.end.was : item.was));
}

/** One code point of words, or the end of a paragraph. */
export type Cell = Item;

export function toCells(weave: Weave): Cell[] {
  const cells: Cell[] = [];
  for (const item of weave) {
    if (isEnd(item)) cells.push(item);
    else for (const text of item.text) cells.push({ ...item, text });
  }
  return cells;
}

/** The items that the cells make, neighbours of one look and of the same marks joined. */
export function toWeave(cells: readonly Cell[]): Weave {
  const items: Item[] = [];
  for (const cell of cells) {
    const last = items.at(-1);
    if (last && !isEnd(last) && !isEnd(cell) && isAlike(last, cell))
      items[items.length - 1] = { ...last, text: last.text + cell.text };
    else items.push(cell);
  }
  return items;
}

/** What a cell is compared by. */
export function charOf(cell: Cell): string {
  return isEnd(cell) ? PARAGRAPH_END : cell.text;
}

function isAlike(a: WordsItem, b: WordsItem): boolean {
  const sameWas = a.was?.id === b.was?.id && a.was?.look === b.was?.look;
  const sameThreads = (a.threads ?? []).join() === (b.threads ?? []).join();
  return a.look === b.look && a.ins?.id === b.ins?.id && a.del?.id === b.del?.id && sameWas && sameThreads;
}
