import { create } from 'zustand';
import type { Interview } from '../../shared/interview/types';
import type { PieceId } from '../../shared/ipc/contract';
import type { Comparison } from '../../shared/review/compare/comparison';
import type { PieceReview, PieceVersions } from '../../shared/review/piece-review';
import type { SealCondition, StepId } from '../../shared/review/workflow';

/** The lists of the review tab, one of which is open under the standing of the piece. */
export type ReviewList = 'changes' | 'comments' | 'round' | 'history';

export interface ReviewState {
  /** The piece that all of this is about; null while none is open. */
  readonly piece: PieceId | null;
  /** As it was last read from the disk; null until then, and when it cannot be read. */
  readonly read: PieceReview | null;
  /** Why it cannot be read. */
  readonly failure: { readonly kind: string } | null;
  /** How the seal stands against the text of a moment ago. */
  readonly seal: SealCondition;
  /** What was edited since the approval; null while the seal is whole or the sealed version is gone. */
  readonly edits: Comparison | null;
  readonly versions: PieceVersions | null;
  /** The version that the one at work has read last, with its words; null when there is none. */
  readonly lastRead: { readonly name: string; readonly interview: Interview } | null;
  /** The piece before and after the last version that was put back; null when there was none, and once that is taken back. */
  readonly restored: { readonly before: Interview; readonly after: Interview } | null;
  /** The list that is open; null until the tab was first looked at. */
  readonly list: ReviewList | null;
  /** The step that waits for its reason. */
  readonly asking: StepId | null;
  /** A step is being taken. */
  readonly busy: boolean;
}

export const NO_REVIEW: ReviewState = {
  piece: null,
  read: null,
  failure: null,
  seal: 'none',
  edits: null,
  versions: null,
  lastRead: null,
  restored: null,
  list: null,
  asking: null,
  busy: false,
};

/** What the window knows of the review of the open piece. */
export const useReview = create<ReviewState>(() => NO_REVIEW);
