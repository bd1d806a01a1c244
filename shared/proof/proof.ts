import type { BlockId, Interview } from '../interview/types';
import type { Place } from '../interview/visit';
import type { CropView } from '../photos/view-of-crop';

/** A piece to be shown as it will print. */
export interface ProofAsk {
  readonly interview: Interview;
  /** The id of a page template; the first one is taken for an id that nobody knows. */
  readonly template: string;
  /** The pages to draw, counted from 0; those that the piece does not have are passed over. None: only its length is asked. */
  readonly pages: readonly number[];
}

/** A place in the text: `offset` counts UTF-16 units from the start of the plain text there. */
export interface Spot {
  readonly place: Place;
  readonly offset: number;
}

/** Lengths are in points from the top left corner of the sheet, pages are counted from 0. */
export interface Proof {
  readonly template: string;
  readonly width: number;
  readonly height: number;
  readonly pageCount: number;
  /** The pages that were asked for and are there. */
  readonly pages: readonly ProofPage[];
  /** The lines of every page in reading order; empty when only the length was asked. */
  readonly lines: readonly ProofLine[];
  readonly pictures: readonly ProofPicture[];
  /** The story in lines of one column, and what its column measures. */
  readonly galley: {
    readonly width: number;
    readonly leading: number;
    readonly size: number;
    readonly lines: readonly GalleyLine[];
  };
  readonly fit: Fit;
  /** Characters that no face of the page has. */
  readonly missing: readonly string[];
  /** Milliseconds of each step in the press. */
  readonly took: { readonly [step: string]: number };
}

export interface ProofPage {
  readonly page: number;
  /** UTF-8: well-formed, without scripts and without anything to be fetched. Photos are not in it, only their room. */
  readonly svg: Uint8Array;
}

/** A line of the piece on its page; `from` and `to` count as in Spot, `to` is the end of its last word. */
export interface ProofLine {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

/** The room of a photo, and which part of it fills the room. */
export interface ProofPicture {
  readonly page: number;
  readonly block: BlockId;
  /** Which picture of a gallery, from 0. */
  readonly index?: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the whole photo stands behind its room, so that the room shows what prints. */
  readonly view: CropView;
}

export interface GalleyLine {
  readonly role: string;
  readonly text: string;
  /** From 1; null for what is not counted, such as a photo: `text` is empty then. */
  readonly number: number | null;
  /** How many rows of the grid it takes with the air above it. */
  readonly rows: number;
  readonly justified: boolean;
  readonly indent: number;
  readonly spot: Spot | null;
}

/** How the piece stands to the length that it was given. */
export interface Fit {
  /** Lines of text in the column. */
  readonly lines: number;
  /** Lines beyond the given length, negative for free ones; null when no length is given. */
  readonly over: number | null;
  /** About how many words (in Vietnamese: tiếng) that is; never negative. */
  readonly words: number;
  /** The longest answers, longest first: where to cut. At most three. */
  readonly longest: readonly { readonly block: BlockId; readonly lines: number }[];
}
