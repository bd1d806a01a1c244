import type { Block, BlockKind } from '../../interview/types';
import type { Piece } from './compare-texts';

/** One text of a block or of the head: where it stands, and what became of it. */
export interface TextChange {
  /** As in Place: text, caption, credit, alt, headline … */
  readonly part: string;
  /** Which paragraph or item, from 0. */
  readonly index?: number;
  readonly pieces: readonly Piece[];
}

/** Something that is not words: a speaker, a picture, a date. Undefined where there was or is none. */
export interface FactChange {
  readonly fact: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * A block of either side, or the blocks that one was split into or made of. Rows follow the second side; what is gone stands
 * where it stood.
 */
export interface Row {
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'split' | 'merged';
  /** It stands among other blocks than before. */
  readonly moved: boolean;
  /** The places in the two bodies, from 0. One each, except that an added row has none before and so on. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly id: string;
  readonly kind: BlockKind;
  readonly texts: readonly TextChange[];
  readonly facts: readonly FactChange[];
}

/** A question with its answers that stands elsewhere now; places count pairs from 1. */
export interface MovedPair {
  readonly question: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** What became of an interview. */
export interface Comparison {
  readonly same: boolean;
  readonly head: readonly TextChange[];
  readonly facts: readonly FactChange[];
  readonly rows: readonly Row[];
  readonly movedPairs: readonly MovedPair[];
  readonly counts: ChangeCounts;
}

/** Blocks by what became of them, and words (as Unicode divides them). */
export interface ChangeCounts {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
}

/** Blocks whose words are one text: they can be split, merged and turned into each other. */
export type ProseBlock = Extract<Block, { readonly text: unknown }>;

export function isProse(block: Block): block is ProseBlock {
  return 'text' in block;
}
