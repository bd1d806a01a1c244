import type { PageTemplate } from '../../print/page-template';
import type { ParagraphStyle } from '../hand-off/styles';
import type { Look } from './looks';
import type { Box } from './picture-frame';

/** A frame for text. */
export interface TextBox extends Box {
  /** From its top to the first baseline, in points. */
  readonly first: number;
}

/** A picture with the texts under it, by the id of its block and its number in a gallery. */
export interface PlacedFrames {
  readonly block: string;
  readonly index?: number;
  readonly frame: Box;
  readonly caption: TextBox | null;
  readonly credit: TextBox | null;
  /** The words by which the caption points to its picture, where it does not stand under it. */
  readonly label?: string;
  /** It stands in a column of the story, whose text must run round it. */
  readonly inColumn: boolean;
}

/** What stands under a whole gallery, by the id of its block. */
export interface PlacedCommon {
  readonly block: string;
  readonly caption: TextBox | null;
  readonly credit: TextBox | null;
  readonly inColumn: boolean;
}

/** A pull quote that crosses columns, by the id of its block. */
export interface PlacedQuote {
  readonly block: string;
  readonly box: TextBox;
}

/** The frames of one page, in points from its upper left corner. The columns hold the story in their order. */
export interface PageFrames {
  readonly kicker?: TextBox;
  readonly headline?: TextBox;
  readonly sapo?: TextBox;
  readonly columns: readonly TextBox[];
  readonly pictures: readonly PlacedFrames[];
  readonly commons: readonly PlacedCommon[];
  readonly quotes: readonly PlacedQuote[];
  /** Pointers to other pieces; they follow the story in its columns when no page has it. */
  readonly related?: TextBox;
}

/** Where everything of a piece stands. Lengths of the sheet in points. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly grid: Pick<PageTemplate, 'margins' | 'columns' | 'gutter' | 'row' | 'baseline'>;
  readonly looks: { readonly [style in ParagraphStyle]: Look };
  readonly accent: string;
  readonly pages: readonly PageFrames[];
}
