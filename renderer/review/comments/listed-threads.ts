import { useDeferredValue, useMemo } from 'react';
import type { Interview } from '../../../shared/interview/types';
import { openThreadsByBlock } from '../../../shared/review/threads/count-threads';
import { filterThreads } from '../../../shared/review/threads/filter-threads';
import { namesToMention } from '../../../shared/review/threads/mentions';
import { threadsInOrder, type PlacedThread } from '../../../shared/review/threads/order-threads';
import { usePiece } from '../../session/SessionContext';
import { useAuthor, useColleagues } from './author';
import { useComments } from './comments-store';
import type { CommentsState } from './comments-store';

/** The threads that the filters let through, down the text. */
export function listedThreads(
  interview: Interview,
  { filter, person }: Pick<CommentsState, 'filter' | 'person'>,
  me: string,
): readonly PlacedThread[] {
  return filterThreads(threadsInOrder(interview), { filter, person, me, names: namesToMention(interview, [me]) });
}

/** The same for the panel. Where they stand may follow the typing a little later than the letters. */
export function useListedThreads(): readonly PlacedThread[] {
  const interview = useDeferredValue(usePiece((state) => state.interview));
  const me = useAuthor();
  const filter = useComments((state) => state.filter);
  const person = useComments((state) => state.person);
  return useMemo(() => listedThreads(interview, { filter, person }, me), [interview, filter, person, me]);
}

/** The ids of the open threads about each block, by its id. */
export function useOpenThreads(): ReadonlyMap<string, readonly string[]> {
  const interview = useDeferredValue(usePiece((state) => state.interview));
  return useMemo(() => openThreadsByBlock(interview), [interview]);
}

/** Whom a comment may speak to. */
export function useNames(): readonly string[] {
  const interview = usePiece((state) => state.interview);
  const colleagues = useColleagues();
  const { threads, byline, people } = interview;
  // oxlint-disable-next-line react/exhaustive-deps -- the body, which every key changes, names nobody
  return useMemo(() => namesToMention(interview, colleagues.split('\n')), [threads, byline, people, colleagues]);
}
