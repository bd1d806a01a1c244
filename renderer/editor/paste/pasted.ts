import type { Block, Text } from '../../../shared/interview/types';

/** What came in by paste or drop, before it has a place: whole blocks of ours, or blocks read from elsewhere. */
export type Pasted = readonly PastedBlock[];

export type PastedBlock =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'subhead'; readonly text: Text }
  | { readonly kind: 'quote'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  /** Copied from a piece: with its id, which stays unless the piece still has it. */
  | { readonly kind: 'own'; readonly block: Block };
