import type { Thread } from '../../../shared/interview/threads';
import { threadsWithNewPlaces } from '../../../shared/review/threads/repair-threads';
import type { PieceSession } from '../../session/piece-session';
import { lookAt, NO_COMMENTS_OPEN, useComments } from './comments-store';
import type { Draft } from './comments-store';

/** After words have moved, their threads are told so within this many milliseconds: for the time when the words are gone. */
const PLACES_DELAY = 2000;

/** Keeps the editor told of the threads and the panel of the caret, until the function it gives is called. */
export function followThreads(session: PieceSession): () => void {
  useComments.setState(NO_COMMENTS_OPEN);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const { active, draft } = useComments.getState();
    const threads = session.store.getState().interview.threads ?? [];
    session.editor?.comments.show(draft ? [...threads, draftThread(draft)] : threads, active);
  };
  const keepPlaces = () => {
    const moved = threadsWithNewPlaces(session.store.getState().interview);
    if (moved.length > 0) session.change({ threads: Object.fromEntries(moved.map((thread) => [thread.id, thread])) });
  };
  const stops = [
    session.store.subscribe((state, before) => {
      if (state.interview.threads !== before.interview.threads) show();
      if (state.caret !== before.caret) followCaret(session, before.caret?.threads ?? []);
      if (state.interview.body === before.interview.body || !state.interview.threads) return;
      clearTimeout(timer);
      timer = setTimeout(keepPlaces, PLACES_DELAY);
    }),
    useComments.subscribe((state, before) => {
      if (state.active !== before.active || state.draft !== before.draft) show();
    }),
  ];
  show();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** A draft as the editor shows it. */
function draftThread(draft: Draft): Thread {
  return { ...draft, comments: [{ id: draft.id, by: '', at: 0, text: '' }] };
}

/** The thread of the words at the caret is the active one; when the caret leaves its words, none is. */
function followCaret(session: PieceSession, before: readonly string[]): void {
  const { caret, interview } = session.store.getState();
  const { active, draft } = useComments.getState();
  const here = caret?.threads ?? [];
  if (draft || here.join() === before.join() || (active !== null && here.includes(active))) return;
  const open = here.find((id) => interview.threads?.some((thread) => thread.id === id && !thread.resolved));
  if (open !== undefined) lookAt(open);
  else if (active !== null && before.includes(active)) lookAt(null);
}
