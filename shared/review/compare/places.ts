import type { Comparison, FactChange, Row, TextChange } from './comparison';

/** One place that an editor has to look at: a text of the head, a field, or a row of the body. */
export type ChangedPlace =
  | { readonly kind: 'head'; readonly text: TextChange }
  | { readonly kind: 'field'; readonly fact: FactChange }
  | { readonly kind: 'row'; readonly row: Row };

/** Every place of a comparison that changed, in reading order: what a counter counts and a key walks through. */
export function changedPlaces({ head, facts, rows }: Comparison): readonly ChangedPlace[] {
  return [
    ...head.map((text) => ({ kind: 'head' as const, text })),
    ...facts.map((fact) => ({ kind: 'field' as const, fact })),
    ...rows.filter(isChangedRow).map((row) => ({ kind: 'row' as const, row })),
  ];
}

export function isChangedRow({ change, moved }: Row): boolean {
  return change !== 'same' || moved;
}
