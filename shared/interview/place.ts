export type BlockId = string;

/** Where a text stands: the name of its field, or its block's id and the part of the block. */
export interface Place {
  readonly block?: BlockId;
  /** kicker, headline, standfirst, byline, or within a block: text, caption, credit, alt, quote, attribution, heading, paragraphs, items, captions, credits, alts. */
  readonly part: string;
  /** Which paragraph of a box, item of a list or picture of a gallery, from 0. */
  readonly index?: number;
}
