import { idMint } from '../../../shared/interview/build';
import type { Comment, Thread } from '../../../shared/interview/threads';
import type { Result } from '../../../shared/result';
import {
  deleteComment,
  editComment,
  openThread,
  reopen,
  reply,
  resolve,
  type CommentFailure,
} from '../../../shared/review/threads/write-thread';
import { notify } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import { showReview } from '../show-review';
import { lookAt, useComments, writeIn } from './comments-store';

const mint = idMint(Math.random);

/** What is written, and in whose name. */
export interface Words {
  readonly by: string;
  readonly text: string;
}

function comment({ by, text }: Words): Comment {
  return { id: mint(), by, at: Date.now(), text };
}

function threadOf(session: PieceSession, id: string): Thread | undefined {
  return session.store.getState().interview.threads?.find((thread) => thread.id === id);
}

/** Threads and the words they hang on go to the disk together, at once. */
function put(session: PieceSession, id: string, thread: Thread | null): void {
  session.editor?.flush();
  session.change({ threads: { [id]: thread } });
}

/** Begins a comment on what is selected; it hangs there while it is being written. */
export function beginComment(session: PieceSession): boolean {
  showReview('comments');
  const { draft } = useComments.getState();
  if (draft) {
    writeIn(draft.id);
    return true;
  }
  const id = mint();
  const hung = session.editor?.comments.hang(id);
  if (hung) writeIn(id, { draft: { id, ...hung } });
  else notify('plain', 'comments.no-place');
  return true;
}

/** Sends the comment that is being written; the field keeps the words when they are not taken. */
export function sendDraft(session: PieceSession, words: Words): Result<unknown, CommentFailure> | null {
  const { draft } = useComments.getState();
  if (!draft) return null;
  const opened = openThread(draft, comment(words));
  if (!opened.ok) return opened;
  put(session, draft.id, opened.value);
  // A list of settled or others' threads would hide it at once.
  lookAt(draft.id, { draft: null, filter: 'open', person: '' });
  session.editor?.focus();
  return opened;
}

/** Makes the comment that is being written one about the piece as a whole. */
export function draftAboutPiece(session: PieceSession): void {
  const { draft } = useComments.getState();
  if (!draft) return;
  session.editor?.comments.release(draft.id);
  writeIn(draft.id, { draft: { id: draft.id, anchor: { kind: 'piece' }, quote: '' } });
}

export function discardDraft(session: PieceSession): void {
  const { draft } = useComments.getState();
  if (!draft) return;
  session.editor?.comments.release(draft.id);
  lookAt(null, { draft: null });
  session.editor?.focus();
}

export function sendReply(session: PieceSession, id: string, words: Words): Result<unknown, CommentFailure> {
  return change(session, id, (thread) => reply(thread, comment(words)));
}

export function changeComment(
  session: PieceSession,
  id: string,
  changed: string,
  words: Words,
): Result<unknown, CommentFailure> {
  return change(session, id, (thread) => editComment(thread, changed, { ...words, at: Date.now() }));
}

export function removeComment(
  session: PieceSession,
  id: string,
  removed: string,
  by: string,
): Result<unknown, CommentFailure> {
  const done = change(session, id, (thread) => deleteComment(thread, removed, by));
  if (!threadOf(session, id)) {
    session.editor?.comments.release(id);
    lookAt(null);
  }
  return done;
}

export function settle(session: PieceSession, id: string, by: string, settled: boolean): void {
  const thread = threadOf(session, id);
  if (thread) put(session, id, settled ? resolve(thread, by, Date.now()) : reopen(thread));
}

/** Looks for the words of a detached thread; says so when there are none like them. */
export function findPlaceAgain(session: PieceSession, id: string): void {
  const hung = session.editor?.comments.findAgain(id);
  if (hung) moveTo(session, id, hung);
  else notify('plain', 'comments.not-found');
}

/** Hangs a detached thread on what is selected in the text. What it was about first stays its quote. */
export function hangOnSelection(session: PieceSession, id: string): void {
  const hung = session.editor?.comments.hang(id);
  if (hung) moveTo(session, id, hung);
  else notify('plain', 'comments.no-place');
}

function moveTo(session: PieceSession, id: string, { anchor }: Pick<Thread, 'anchor'>): void {
  const thread = threadOf(session, id);
  if (thread) put(session, id, { ...thread, anchor });
  lookAt(id);
  session.editor?.comments.reveal(id);
}

function change(
  session: PieceSession,
  id: string,
  write: (thread: Thread) => Result<Thread | null, CommentFailure>,
): Result<unknown, CommentFailure> {
  const thread = threadOf(session, id);
  if (!thread) return { ok: false, failure: { kind: 'comment-gone' } };
  const written = write(thread);
  if (written.ok) put(session, id, written.value);
  return written;
}
