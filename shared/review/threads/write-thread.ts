import type { Comment, Thread } from '../../interview/threads';
import { failed, ok, type Result } from '../../result';

/** Longest comment in characters: the schema of the file takes no longer one. */
export const COMMENT_LIMIT = 20_000;

/** Why a comment was not taken. The thread is as it was, and the words are still in their field. */
export type CommentFailure =
  | { readonly kind: 'comment-empty' }
  | { readonly kind: 'comment-too-long'; readonly most: number }
  | { readonly kind: 'comment-not-yours'; readonly by: string }
  | { readonly kind: 'comment-gone' };

/** A thread that begins with this comment. */
export function openThread(
  thread: Pick<Thread, 'id' | 'anchor' | 'quote'>,
  comment: Comment,
): Result<Thread, CommentFailure> {
  const said = cleanComment(comment);
  return said.ok ? ok({ ...thread, quote: thread.quote.normalize('NFC'), comments: [said.value] }) : said;
}

/** An answer at the end of the thread. It opens a thread that was settled: nobody looks for news in a closed one. */
export function reply(thread: Thread, comment: Comment): Result<Thread, CommentFailure> {
  const said = cleanComment(comment);
  if (!said.ok) return said;
  return ok({ ...reopen(thread), comments: [...thread.comments, said.value] });
}

/** Other words for a comment of one's own; `at` is when they were changed, in milliseconds since 1970. */
export function editComment(
  thread: Thread,
  comment: string,
  { by, text, at }: Pick<Comment, 'by' | 'text' | 'at'>,
): Result<Thread, CommentFailure> {
  const old = ownComment(thread, comment, by);
  if (!old.ok) return old;
  const said = cleanComment({ ...old.value, text });
  if (!said.ok) return said;
  if (said.value.text === old.value.text) return ok(thread);
  const edited = { ...said.value, edited: at };
  return ok({ ...thread, comments: thread.comments.map((one) => (one.id === comment ? edited : one)) });
}

/** Takes a comment of one's own away; null when it was the only one, and the thread goes with it. */
export function deleteComment(thread: Thread, comment: string, by: string): Result<Thread | null, CommentFailure> {
  const old = ownComment(thread, comment, by);
  if (!old.ok) return old;
  const comments = thread.comments.filter((one) => one.id !== comment);
  return ok(comments.length > 0 ? { ...thread, comments } : null);
}

/** Settles the thread; one that is settled already keeps who settled it first. */
export function resolve(thread: Thread, by: string, at: number): Thread {
  return thread.resolved ? thread : { ...thread, resolved: { by, at } };
}

export function reopen(thread: Thread): Thread {
  const { resolved: _resolved, ...open } = thread;
  return open;
}

/** NFC, no blank lines at the ends, one kind of line end. */
function cleanComment(comment: Comment): Result<Comment, CommentFailure> {
  const text = comment.text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/^\s+|\s+$/g, '');
  if (text === '') return failed({ kind: 'comment-empty' });
  if (text.length > COMMENT_LIMIT) return failed({ kind: 'comment-too-long', most: COMMENT_LIMIT });
  return ok({ ...comment, text });
}

function ownComment(thread: Thread, id: string, by: string): Result<Comment, CommentFailure> {
  const comment = thread.comments.find((one) => one.id === id);
  if (!comment) return failed({ kind: 'comment-gone' });
  return comment.by === by ? ok(comment) : failed({ kind: 'comment-not-yours', by: comment.by });
}
