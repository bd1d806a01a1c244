import type { Place } from '../../interview/visit';

/**
 * Where two people did different things to the same place. text: both wordings stand in the text, in double brackets; value:
 * the result follows A and both values are told here; deleted: what one side took out and the other changed is kept; order:
 * a block that both moved stands where A put it; twin: two different new blocks of one id, both kept.
 */
export type Conflict =
  | { readonly kind: 'text' | 'value'; readonly place: Place; readonly a: string; readonly b: string }
  | { readonly kind: 'deleted'; readonly place: Place; readonly by: 'a' | 'b' }
  | { readonly kind: 'order' | 'twin'; readonly place: Place };

/** How a conflict of words stands in the merged text: nobody writes so by chance, and every printed page can set it. */
export function bothWordings(a: string, b: string): string {
  return `[[${a === '' ? NOTHING : a} | ${b === '' ? NOTHING : b}]]`;
}

/** Stands for the side that took the words out. */
export const NOTHING = '–';
