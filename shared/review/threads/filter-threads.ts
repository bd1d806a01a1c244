import type { Thread } from '../../interview/threads';
import { mentions } from './mentions';
import type { PlacedThread } from './order-threads';

/** Which threads are listed. mine: those in which the person wrote; mentioned: open ones that speak to the person. */
export type ThreadFilter = 'open' | 'resolved' | 'all' | 'mine' | 'mentioned' | 'detached';

export const THREAD_FILTERS: readonly ThreadFilter[] = ['open', 'mentioned', 'mine', 'detached', 'resolved', 'all'];

export interface FilterThreads {
  readonly filter: ThreadFilter;
  /** Who asks. */
  readonly me: string;
  /** Only threads in which this person wrote; '' for everybody's. */
  readonly person?: string;
  /** Every known name, so that a mention of a longer one is not taken for a shorter. */
  readonly names?: readonly string[];
}

export function filterThreads(
  threads: readonly PlacedThread[],
  { filter, me, person = '', names = [] }: FilterThreads,
): readonly PlacedThread[] {
  return threads.filter(
    ({ thread, standing }) =>
      (person === '' || wroteIn(thread, person)) &&
      (filter === 'detached' ? !thread.resolved && standing.kind === 'detached' : passes(thread, filter, me, names)),
  );
}

function passes(
  thread: Thread,
  filter: Exclude<ThreadFilter, 'detached'>,
  me: string,
  names: readonly string[],
): boolean {
  switch (filter) {
    case 'open':
      return !thread.resolved;
    case 'resolved':
      return thread.resolved !== undefined;
    case 'mine':
      return wroteIn(thread, me);
    case 'mentioned':
      return !thread.resolved && thread.comments.some(({ text }) => mentions(text, me, names));
    case 'all':
      return true;
  }
}

function wroteIn({ comments }: Thread, name: string): boolean {
  return comments.some(({ by }) => by === name);
}

/** Who wrote in the threads, each once, in the order of their first comment. */
export function writersOf(threads: readonly Thread[]): readonly string[] {
  return [...new Set(threads.flatMap(({ comments }) => comments.map(({ by }) => by)))];
}
