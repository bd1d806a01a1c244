import type { Thread, ThreadAnchor } from '../../../shared/interview/threads';

/** What a thread was hung on: its anchor and the words there, cut to a readable length. */
export interface Hung {
  readonly anchor: ThreadAnchor;
  readonly quote: string;
}

/** What the window may do with the comment threads in a mounted editor. None of it is an undo step of its own. */
export interface EditorComments {
  /**
   * Hangs a thread on the selected words, or without any on the block, photo, caption or field at the caret. A thread that
   * hung elsewhere is moved. Null when the caret is nowhere.
   */
  hang(thread: string): Hung | null;
  /** Takes the thread off its words. */
  release(thread: string): void;
  /** Looks for the words of a detached thread near the place where they stood; null when there are none like them. */
  findAgain(thread: string): Hung | null;
  /** Brings what the thread is about into view; with `caret` the caret goes there too. */
  reveal(thread: string, caret?: boolean): void;
  /** Which threads there are, a draft included, and which one is being looked at: for the paint and the marks in the margin. */
  show(threads: readonly Thread[], active: string | null): void;
}
