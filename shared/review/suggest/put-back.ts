import { charOf, isEnd, type Cell, type WordsItem } from './weave';

/**
 * Words that an author deleted and then typed again stand as if nothing had been done. Whole words only: letter by letter
 * "đồng" typed over "đóng" would be half marked.
 */
export function putBack(cells: readonly Cell[], by: string): Cell[] {
  const out: Cell[] = [];
  for (let at = 0; at < cells.length;) {
    const gone = stretch(cells, at, (cell) => cell.del?.by === by && !cell.ins);
    const come = stretch(cells, at + gone.length, (cell) => cell.ins?.by === by && !cell.del);
    if (gone.length > 0 && come.length > 0) out.push(...joined(gone, come));
    else if (gone.length + come.length > 0) out.push(...gone, ...come);
    else out.push(...cells.slice(at, at + 1));
    at += Math.max(1, gone.length + come.length);
  }
  return out;
}

function stretch(cells: readonly Cell[], from: number, belongs: (cell: Cell) => boolean): readonly WordsItem[] {
  const found: WordsItem[] = [];
  for (let at = from; at < cells.length; at++) {
    const cell = cells[at];
    if (!cell || isEnd(cell) || !belongs(cell)) break;
    found.push(cell);
  }
  return found;
}

function joined(gone: readonly WordsItem[], come: readonly WordsItem[]): readonly Cell[] {
  let head = common(gone, come);
  while (head > 0 && (insideWord(gone, head) || insideWord(come, head))) head--;
  const [goneRest, comeRest] = [gone.slice(head), come.slice(head)];
  let tail = common(goneRest.toReversed(), comeRest.toReversed());
  while (tail > 0 && (insideWord(goneRest, goneRest.length - tail) || insideWord(comeRest, comeRest.length - tail)))
    tail--;
  const back = (from: readonly WordsItem[], to: readonly WordsItem[]) =>
    from.flatMap((cell, index) => restored(cell, to[index] ?? cell));
  return [
    ...back(gone.slice(0, head), come),
    ...goneRest.slice(0, goneRest.length - tail),
    ...comeRest.slice(0, comeRest.length - tail),
    ...back(goneRest.slice(goneRest.length - tail), comeRest.slice(comeRest.length - tail)),
  ];
}

function common(a: readonly WordsItem[], b: readonly WordsItem[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count]?.text === b[count]?.text) count++;
  return count;
}

/** Whether a cut before the cell at this place would go through a word or a letter. */
function insideWord(cells: readonly WordsItem[], at: number): boolean {
  const [before, after] = [cells[at - 1], cells[at]];
  if (!before || !after) return false;
  return /\p{M}/u.test(charOf(after)) || (isLetter(before) && isLetter(after));
}

function isLetter(cell: WordsItem): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(cell.text);
}

/** The deleted cell again, in the look that it was typed in. */
function restored({ del: _del, ...cell }: WordsItem, typed: WordsItem): WordsItem {
  if (typed.look === cell.look) return cell;
  const { was: _was, ...plain } = cell;
  const was = cell.was ?? (typed.ins && { ...typed.ins, look: cell.look });
  return { ...plain, look: typed.look, ...(was && was.look !== typed.look ? { was } : {}) };
}
