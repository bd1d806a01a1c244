import type { BlockId, Crop, Photo } from '../interview/types';
import type { Ink } from './page-template';
import type { Token } from './tokens';
import type { TypeSize } from './type-scale';

/*
 * A page as it will be painted: every line with its words and its place. Lengths in points from the top left corner
 * of the sheet; nothing in it depends on who paints it.
 */

/** Where the words of a text come from: a block and a part of it, or a field of the head. */
export interface Source {
  readonly block: BlockId | null;
  /** 'text', 'caption', 'credit', 'quote', 'attribution', 'heading', `paragraph-<n>`, `item-<n>`, `caption-<n>`, `credit-<n>`; 'kicker', 'headline', 'standfirst', 'byline', 'teaser' … */
  readonly part: string;
}

/** What a text is on the page: also the name of its paragraph style for a layout program. */
export type TextRole =
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'paragraph'
  | 'question'
  | 'answer'
  | 'subhead'
  | 'item'
  | 'quote'
  | 'closing'
  | 'byline'
  | 'caption'
  | 'credit'
  | 'pullQuote'
  | 'attribution'
  | 'boxHeading'
  | 'box'
  | 'teaser'
  | 'teaserText'
  | 'jump'
  | 'folio';

export interface PlannedLine {
  readonly tokens: readonly Token[];
  /** From the left edge of the text; also makes room for an initial. */
  readonly indent: number;
  /** Filled to the full width of the text. */
  readonly justified: boolean;
  /** The width of its words with ordinary spaces. */
  readonly natural: number;
}

/** Lines of one paragraph that stand together. */
export interface TextItem {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly source: Source;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** From one line to the next. */
  readonly leading: number;
  /** From the top of a line to its baseline. */
  readonly baseline: number;
  readonly align: 'left' | 'right' | 'center';
  readonly type: TypeSize;
  readonly ink: 'black' | 'accent' | 'grey' | 'red';
  readonly lines: readonly PlannedLine[];
  /** It does not start with the first line of its paragraph. */
  readonly continues?: true;
  /** Its paragraph goes on in the next column. */
  readonly unfinished?: true;
  /** A number or a dash of a list: it stands so far left of the first line. */
  readonly marker?: { readonly text: string; readonly hang: number };
  /** Furniture of the page, which no one reads as part of the piece. */
  readonly furniture?: true;
}

/** The initial of a paragraph, over several lines. Its letter is the first of the paragraph's text. */
export interface InitialItem {
  readonly kind: 'initial';
  readonly source: Source;
  readonly letter: string;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly type: TypeSize;
}

export interface PictureItem {
  readonly kind: 'picture';
  readonly block: BlockId;
  /** Which picture of a gallery, from 0. */
  readonly index?: number;
  /** The file of the job; null while the picture is missing: the page keeps its room. */
  readonly path: string | null;
  readonly alt: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The photo and the part of it that fills the room; null while it is missing. */
  readonly shows: { readonly photo: Photo; readonly crop: Crop } | null;
}

export interface RuleItem {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly upright: boolean;
  readonly weight: number;
  readonly ink: 'black' | 'accent';
}

export interface TintItem {
  readonly kind: 'tint';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PlanItem = TextItem | InitialItem | PictureItem | RuleItem | TintItem;

/** A column, or a part of one, that the story runs through; in reading order they are one thread. */
export interface StoryFrame {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Rows of the grid. */
  readonly rows: number;
  /** Rows at its foot that nothing stands on. */
  readonly free: number;
}

export interface PagePlan {
  readonly number: number;
  readonly items: readonly PlanItem[];
  readonly frames: readonly StoryFrame[];
}

/** A piece as printed pages. */
export interface PrintPlan {
  readonly template: string;
  /** Of the sheet. */
  readonly width: number;
  readonly height: number;
  readonly inks: { readonly accent: Ink; readonly tint: Ink };
  readonly pages: readonly PagePlan[];
  readonly language: string;
  readonly title: string;
  readonly author: string;
}

/** The items moved. */
export function moved(items: readonly PlanItem[], dx: number, dy: number): readonly PlanItem[] {
  return items.map((item) => ({ ...item, x: item.x + dx, y: item.y + dy }));
}
