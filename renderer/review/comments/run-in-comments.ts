import type { CommandId } from '../../../shared/commands/table';
import type { PieceSession } from '../../session/piece-session';
import { authorName } from './author';
import { showReview } from '../show-review';
import { lookAt, useComments, writeIn } from './comments-store';
import { listedThreads } from './listed-threads';
import { beginComment, settle } from './write-comments';

/** Runs a command of the comments; undefined for any other. */
export function runInComments(session: PieceSession, command: CommandId): boolean | undefined {
  switch (command) {
    case 'add-comment':
      return beginComment(session);
    case 'next-comment':
      return step(session, 1);
    case 'previous-comment':
      return step(session, -1);
    case 'reply-comment':
      return replyToActive(session);
    case 'resolve-comment':
      return settleActive(session);
    default:
      return undefined;
  }
}

/** Shows a thread in the panel, also one that the filters hide. */
export function showThread(session: PieceSession, id: string): void {
  const { interview } = session.store.getState();
  const thread = interview.threads?.find((one) => one.id === id);
  showReview('comments');
  if (!thread) return;
  const isListed = listedThreads(interview, useComments.getState(), authorName()).some((one) => one.thread === thread);
  lookAt(id, isListed ? {} : { filter: thread.resolved ? 'resolved' : 'open', person: '' });
}

/** The next thread of the list, from the active one or from the first; the caret goes along when it is in the text. */
function step(session: PieceSession, by: 1 | -1): boolean {
  const { interview } = session.store.getState();
  const threads = listedThreads(interview, useComments.getState(), authorName());
  showReview('comments');
  const at = threads.findIndex(({ thread }) => thread.id === useComments.getState().active);
  const next = threads.at(at < 0 ? (by === 1 ? 0 : -1) : (at + by) % threads.length);
  if (!next) return true;
  lookAt(next.thread.id);
  const inText = document.activeElement?.closest('[data-editor]') !== null;
  session.editor?.comments.reveal(next.thread.id, inText);
  return true;
}

function replyToActive(session: PieceSession): boolean {
  if (useComments.getState().active === null) step(session, 1);
  showReview('comments');
  writeIn(useComments.getState().active);
  return true;
}

/** Settles the active thread and goes on to the next open one; opens a settled one again. */
function settleActive(session: PieceSession): boolean {
  const { active, draft } = useComments.getState();
  const thread = session.store.getState().interview.threads?.find(({ id }) => id === active);
  if (!thread || draft) return false;
  const threads = listedThreads(session.store.getState().interview, useComments.getState(), authorName());
  const at = threads.findIndex((one) => one.thread === thread);
  const next = threads[at + 1] ?? threads[at - 1];
  settle(session, thread.id, authorName(), thread.resolved === undefined);
  if (thread.resolved || useComments.getState().filter !== 'open') return true;
  lookAt(next?.thread.id ?? null);
  if (next) session.editor?.comments.reveal(next.thread.id);
  return true;
}
