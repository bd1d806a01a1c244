import { SetMemory } from './set-memory';
import type { TypeSize } from './type-scale';

/** How a stretch of text departs from the type around it. */
export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly raise?: 'super' | 'sub';
  /** Small capitals in the place of small letters. */
  readonly small?: true;
  /** A blank of the template that is still to be filled in. */
  readonly blank?: true;
}

/** A cut of a face: what a width depends on besides the size. */
export interface Cut {
  readonly face: TypeSize['face'];
  readonly weight: number;
  readonly italic: boolean;
  readonly small: boolean;
  readonly oldStyle: boolean;
}

/** The size of raised and lowered figures, as a share of the text around them. */
export const RAISED_SIZE = 0.64;

/** The cut of a style within a type; the same object for the same cut. */
export function cutOf({ face, weight: plain, italic: slanted = false, figures }: TypeSize, style: Style = {}): Cut {
  const weight = style.bold ? 700 : plain;
  const italic = slanted !== (style.italic ?? false);
  const small = style.small ?? false;
  const oldStyle = figures === 'old-style';
  const key = (FACES.indexOf(face) * 1_000 + weight) * 8 + (italic ? 1 : 0) + (small ? 2 : 0) + (oldStyle ? 4 : 0);
  let cut = cuts.get(key);
  if (!cut) cuts.set(key, (cut = { face, weight, italic, small, oldStyle }));
  return cut;
}

const FACES: readonly Cut['face'][] = ['text', 'headline', 'sans'];
const cuts = new Map<number, Cut>();

/** Widths of text as the faces draw it. */
export interface Metrics {
  /** In ems; the width of the space between words for " ". The cut is one that `cutOf` gave. */
  width(cut: Cut, text: string): number;
  /** What was set with these widths under the same key before, if they keep such things. The key says all that it depends on. */
  set?<Value>(key: string, make: () => Value): Value;
}

/** Sets something in type, or takes it as it was set before. `from` is all that it depends on besides the widths. */
export function setOnce<Value>(metrics: Metrics, from: readonly unknown[], make: () => Value): Value {
  return metrics.set ? metrics.set(JSON.stringify(from), make) : make();
}

/** Words whose widths are not known yet, by cut. */
export interface WidthsWanted {
  readonly cut: Cut;
  readonly words: readonly string[];
}

/**
 * Widths that were measured, kept from one page to the next: an edit asks only for the words it brought.
 * A word that was never measured gets a guess and is put on the list of what is wanted.
 */
export class WidthTable implements Metrics {
  readonly #known = new Map<Cut, Map<string, number>>();
  readonly #wanted = new Map<Cut, Set<string>>();
  readonly #memory = new SetMemory();
  #guesses = 0;

  width(cut: Cut, text: string): number {
    if (text === '') return 0;
    const known = this.#known.get(cut)?.get(text);
    if (known !== undefined) return known;
    let list = this.#wanted.get(cut);
    if (!list) this.#wanted.set(cut, (list = new Set()));
    list.add(text);
    this.#guesses++;
    return text.length * 0.45;
  }

  set<Value>(key: string, make: () => Value): Value {
    const before = this.#guesses;
    return this.#memory.of(key, make, () => this.#guesses === before);
  }

  /** What was asked for in vain since the last call, and forgets it. */
  takeWanted(): readonly WidthsWanted[] {
    const wanted = [...this.#wanted].map(([cut, words]) => ({ cut, words: [...words] }));
    this.#wanted.clear();
    return wanted;
  }

  /** `widths` in ems, in the order of the words. */
  add({ cut, words }: WidthsWanted, widths: readonly number[]): void {
    const table = this.#known.get(cut) ?? new Map<string, number>();
    this.#known.set(cut, table);
    if (table.size > MOST_WORDS) table.clear();
    words.forEach((word, at) => table.set(word, widths[at] ?? 0));
  }
}

/** Of one cut: a session of many pieces must not fill the memory. */
const MOST_WORDS = 200_000;
