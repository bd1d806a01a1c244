import type { Remark } from '../../checks/remark';
import type { SuggestionMark } from '../../interview/suggestions';
import type { Photo, PhotoBlock } from '../../interview/types';
import type { Place } from '../../interview/visit';
import type { ParagraphStyle } from '../hand-off/styles';
import type { Span } from './spans';

/** A paragraph of the manuscript, with everything that is proposed for it. */
export interface ManuscriptParagraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  /** Another style of the document by its id, for the look alone. */
  readonly styleId?: string;
  /** Where its words stand in the piece; null for what stands nowhere: a related piece, a paragraph that is new. */
  readonly place: Place | null;
  /** Who speaks, before the words and no part of them. */
  readonly label?: string;
  readonly spans: readonly Span[];
  /** The end of the paragraph is proposed: by a split, or with the whole paragraph. */
  readonly ins?: SuggestionMark;
  readonly del?: SuggestionMark;
  readonly was?: SuggestionMark & { readonly style: ParagraphStyle };
  /** `group` counts the lists, so that each ordered one begins with 1. */
  readonly list?: { readonly ordered: boolean; readonly group: number };
  /** Threads about the whole of it. */
  readonly threads?: readonly string[];
  readonly move?: { readonly mark: SuggestionMark; readonly name: string; readonly way: 'from' | 'to' };
}

export interface ManuscriptPicture {
  readonly kind: 'picture';
  readonly block: PhotoBlock;
  readonly photo: Photo;
  readonly threads?: readonly string[];
}

export type ManuscriptPart = ManuscriptParagraph | ManuscriptPicture;

/** A piece as a word processor shows it, in reading order. */
export interface Manuscript {
  readonly parts: readonly ManuscriptPart[];
  readonly remarks: readonly Remark[];
}

/** Beyond the manuscript: what the paragraphs of a document may show that no piece holds. */
export interface NotePart {
  readonly kind: 'note';
  /** A style of the document by its id. */
  readonly style: string;
  readonly spans: readonly Span[];
}

/** Paragraphs that the reader of the document shall not change; Word locks them. */
export interface LockedPart {
  readonly kind: 'locked';
  readonly tag: string;
  readonly parts: readonly (NotePart | ManuscriptPart)[];
}

export type DocumentContent = ManuscriptPart | NotePart | LockedPart;
