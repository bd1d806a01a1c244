import type { Interview } from '../interview/types';
import type { Forgery } from './judge';
import type { ReviewFileFailure, Review } from './review-file';
import type { SealCondition, StepFailure } from './workflow';

/** The review of a piece cannot be gone on with: it was changed by hand or by force. */
export interface ForgedFailure {
  readonly kind: 'review-forged';
}

/** Nobody has said yet who works here. */
export interface NoProfileFailure {
  readonly kind: 'no-profile';
}

/** A version that was thinned away, damaged, or never there. */
export interface VersionGoneFailure {
  readonly kind: 'version-gone';
}

export type ReviewFailure = ReviewFileFailure | StepFailure | ForgedFailure;

/** What the window is told of a piece's review. */
export interface PieceReview {
  readonly review: Review;
  /** Why it must not be trusted: then no step may be taken. Null when every entry is as it was written. */
  readonly forged: Forgery | null;
  /** The words as they were sealed; null without a seal, or when that version is gone. */
  readonly sealed: Interview | null;
}

/** A kept version by its file name and its moment, in milliseconds since 1970. */
export interface KeptVersion {
  readonly name: string;
  readonly at: number;
}

/** The kept versions, newest first, and the one that the profile at work has read last. */
export interface PieceVersions {
  readonly versions: readonly KeptVersion[];
  readonly read: string | null;
}

/** Of a piece on the desk: how far it is, and how its seal stands. doubtful: the review is damaged, too new or forged. */
export type ReviewMark =
  | { readonly kind: 'standing'; readonly state: Review['state']; readonly seal: SealCondition }
  | {
      readonly kind: 'doubtful';
    };

/** What an export of an unsealed or edited piece is to be: a marked proof of now, the sealed version, or unmarked on purpose. */
export type ExportWish = 'now' | 'sealed' | 'unapproved';

export const EXPORT_WISHES: readonly ExportWish[] = ['now', 'sealed', 'unapproved'];

/** One of two texts that are compared: a version by its file name, or `now` for the piece as it stands. */
export type Side = string;
