import type { BlockId } from './place';

/** Who proposed something and when. One id per stretch that is decided together: a comment thread can hang on it. */
export interface SuggestionMark {
  readonly id: string;
  readonly by: string;
  /** When the burst of typing began, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * A stretch of words. Without `del` it stands in the text as it is now, without `ins` it stood in the text before the proposals;
 * with both, one author removes what another added. `was` is the look it had.
 */
export interface WordsItem {
  readonly text: string;
  /** Marks and link as one string, as lookOf gives it. */
  readonly look: string;
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
  readonly was?: SuggestionMark & { readonly look: string };
  /** The comment threads about the words: only while proposals are being decided, never stored. */
  readonly threads?: readonly string[];
}

/** What a block holds besides its id, its kind and the text that the weave tells: a speaker, a whole photo. */
export type BlockRest = { readonly [key: string]: unknown };

/** The end of a paragraph, an item like words: a split inserts one, a merge deletes one. */
export interface EndItem {
  readonly end: {
    readonly id: string;
    readonly kind: string;
    /** The id before the proposals; '' for a paragraph that is new. */
    readonly base: string;
    readonly was?: SuggestionMark & { readonly kind: string };
    /** The rest of the block before the proposals, while it could not be read from the block itself. */
    readonly rest?: BlockRest;
  };
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
}

export type Item = WordsItem | EndItem;

/** One stretch of paragraphs with every proposal in it; the text of the document never holds the deleted words. */
export type Weave = readonly Item[];

/**
 * The open proposals of a block, for each of its texts that has any. The keys are the parts of `Place`: text, caption, credit,
 * alt, quote, attribution, heading, paragraphs, items, captions, credits, alts; the last five hold all paragraphs of the part,
 * their ends with the number of the paragraph (or picture) as id. Deleted blocks stand in the `text` of the block that follows
 * them, of whatever kind that is; photos, galleries, quotes, boxes and lists are there paragraph ends without words.
 */
export interface BlockSuggestions {
  readonly [part: string]: Weave;
}

/** A block that was proposed for another place. */
export interface ProposedMove extends SuggestionMark {
  /** The block it stood behind before; null for the first place. */
  readonly after: BlockId | null;
}

/** The open proposals outside the blocks. */
export interface PieceSuggestions {
  readonly kicker?: Weave;
  readonly headline?: Weave;
  readonly standfirst?: Weave;
  /** The byline as one line. */
  readonly byline?: Weave;
  /** Deleted blocks behind the last living one. */
  readonly tail?: Weave;
  /** The ids of the body before the first proposed move, while one is open. */
  readonly order?: readonly BlockId[];
}
