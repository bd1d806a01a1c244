import type { Remark } from '../../checks/remark';
import type { SuggestionMark, WordsItem } from '../../interview/suggestions';
import type { Place } from '../../interview/visit';
import type { ParagraphStyle } from '../../writers/hand-off/styles';

/** Stands in the words for a line that was broken inside its paragraph. */
export const LINE_BREAK = '\n';

/** Words of a paragraph with what is proposed for them, and the comments about them by their number in the file. */
export interface DocxSpan extends WordsItem {
  readonly comments?: readonly string[];
}

export interface DocxPicture {
  /** Its path in the package. */
  readonly path: string;
  readonly alt: string;
}

/** A paragraph of a document, as far as a piece could need it. */
export interface DocxParagraph {
  /** Ours by its style's id or name; null for somebody else's style. */
  readonly style: ParagraphStyle | null;
  /** 0 for a title, 1 to 9 for headings; null for text. */
  readonly heading: number | null;
  /** The places that our bookmarks name, the one that begins first before the others. */
  readonly places: readonly Place[];
  /** What stands in our label style before the words. */
  readonly label: string;
  readonly spans: readonly DocxSpan[];
  /** Proposed for the end of the paragraph. */
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
  readonly was?: SuggestionMark & { readonly style: ParagraphStyle | null };
  /** Which tracked move it is part of; the name is '' where the file gives none. */
  readonly move?: { readonly name: string; readonly way: 'from' | 'to' };
  readonly list: { readonly id: string; readonly ordered: boolean } | null;
  readonly pictures: readonly DocxPicture[];
  /** Every word is bold, by itself or by its style. */
  readonly bold: boolean;
  /** It stood in a table or a text box. */
  readonly within: 'table' | 'text-box' | null;
}

export interface DocxComment {
  /** Its number in the file. */
  readonly id: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** The number of the comment that it answers. */
  readonly parent?: string;
  readonly done: boolean;
}

export interface DocxDocument {
  readonly paragraphs: readonly DocxParagraph[];
  readonly comments: readonly DocxComment[];
  /** Custom properties by name; of others than ours too. */
  readonly properties: ReadonlyMap<string, string>;
  readonly title: string;
  /** Who saved it last, as the file says; '' when it does not. */
  readonly savedBy: string;
  /** Milliseconds since 1970, 0 when the file does not say. */
  readonly savedAt: number;
  readonly language: string;
  readonly remarks: readonly Remark[];
}
