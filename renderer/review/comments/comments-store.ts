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
  /** Whose field is to take the keyboard; `times` grows by one each time that is asked. */
  readonly writing: { readonly thread: string | null; readonly times: number };
}

export const NO_COMMENTS_OPEN: CommentsState = {
  active: null,
  draft: null,
  filter: 'open',
  person: '',
  writing: { thread: null, times: 0 },
};

/** What is shown of the comments of the open piece; the threads themselves are in its session. */
export const useComments = create<CommentsState>(() => NO_COMMENTS_OPEN);

/** Makes a thread the one that is being looked at; the keyboard stays where it is. */
export function lookAt(active: string | null, more: Partial<CommentsState> = {}): void {
  useComments.setState(({ writing }) => ({ active, writing: { thread: null, times: writing.times }, ...more }));
}

/** The same, and its field takes the keyboard. */
export function writeIn(active: string | null, more: Partial<CommentsState> = {}): void {
  useComments.setState(({ writing }) => ({ active, writing: { thread: active, times: writing.times + 1 }, ...more }));
}
