import type { TypeRole } from './type-scale';
import type { PlanItem, PlannedLine, Source, TextRole } from './plan';

/** How a kind of text runs in a column. Rows of the grid above and below; insets in points. */
export interface FlowStyle {
  readonly type: TypeRole;
  readonly justified: boolean;
  readonly align: 'left' | 'right';
  readonly indent: number;
  readonly inset: number;
  readonly insetRight: number;
  readonly above: number;
  readonly below: number;
  /** Never parted from the lines after it. */
  readonly keepNext: boolean;
  /** Never parted from the lines before it. */
  readonly stuck: boolean;
  readonly tint: boolean;
}

const MM = 72 / 25.4;
const PLAIN: FlowStyle = {
  type: 'text',
  justified: false,
  align: 'left',
  indent: 0,
  inset: 0,
  insetRight: 0,
  above: 0,
  below: 0,
  keepNext: false,
  stuck: false,
  tint: false,
};
const body = { ...PLAIN, justified: true, indent: 3 * MM };
const boxed = { ...PLAIN, tint: true, inset: 2.4 * MM, insetRight: 2.4 * MM };

export type FlowRole = Extract<
  TextRole,
  | 'paragraph'
  | 'answer'
  | 'question'
  | 'subhead'
  | 'item'
  | 'quote'
  | 'boxHeading'
  | 'box'
  | 'closing'
  | 'byline'
  | 'teaser'
  | 'teaserText'
>;

export const FLOW: { readonly [role in FlowRole]: FlowStyle } = {
  paragraph: body,
  answer: body,
  question: { ...PLAIN, type: 'question', above: 1, keepNext: true },
  // Only a subhead too long for display lines runs in the flow.
  subhead: { ...PLAIN, type: 'byline', above: 1, keepNext: true },
  item: { ...PLAIN, justified: true, inset: 3.6 * MM },
  quote: { ...PLAIN, type: 'closing', justified: true, inset: 3 * MM, above: 1, below: 1 },
  boxHeading: { ...boxed, type: 'boxHeading', keepNext: true },
  // Ragged, like all condensed type of the page: in so narrow a measure justified lines would gape.
  box: { ...boxed, type: 'box' },
  closing: { ...PLAIN, type: 'closing', indent: 3 * MM, stuck: true },
  byline: { ...PLAIN, type: 'byline', align: 'right', stuck: true },
  teaser: { ...boxed, type: 'boxHeading', keepNext: true },
  teaserText: { ...boxed, type: 'box' },
};

/** A text of the story, already in lines of one column. */
export interface FlowPiece {
  readonly kind: 'flow';
  readonly role: FlowRole;
  readonly style: FlowStyle;
  readonly source: Source;
  readonly lines: readonly PlannedLine[];
  /** Not parted at all. */
  readonly whole: boolean;
  readonly marker?: string;
  readonly initial?: { readonly letter: string; readonly rows: number; readonly size: number };
}

/** Something of fixed height in the story: a picture, a pull quote, a subhead. Its items stand from 0, 0. */
export interface FixedPiece {
  readonly kind: 'fixed';
  readonly rows: number;
  readonly above: number;
  readonly below: number;
  readonly keepNext: boolean;
  readonly items: readonly PlanItem[];
  readonly what: 'picture' | 'pullQuote' | 'subhead';
}

export type Piece = FlowPiece | FixedPiece;
