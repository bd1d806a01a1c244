import { create } from 'zustand';
import type { Thread } from '../../../shared/interview/threads';
import type { ThreadFilter } from '../../../shared/review/threads/filter-threads';

/** A comment that is being written: it hangs on its words already, and is no thread of the piece until it is sent. */
export type Draft = Pick<Thread, 'id' | 'anchor' | 'quote'>;

export interface CommentsState {
  /** The thread that is being looked at. */
  readonly active: string | null;
  readonly draft: Draft | null;
  readonly filter: ThreadFilter;
  /** Only threads in which this person wrote; '' for everybody's. */
  readonly person: string;
  /** Grows by one each time the field of the active thread, or of the draft, is to take the keyboard. */
  readonly focusAsked: number;
}

export const NO_COMMENTS_OPEN: CommentsState = {
  active: null,
  draft: null,
  filter: 'open',
  person: '',
  focusAsked: 0,
};

/** What is shown of the comments of the open piece; the threads themselves are in its session. */
export const useComments = create<CommentsState>(() => NO_COMMENTS_OPEN);
