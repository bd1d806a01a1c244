import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Comment } from '../../../shared/interview/threads';
import { mentionsIn } from '../../../shared/review/threads/mentions';
import { useTranslate } from '../../app/language';
import { useSession } from '../../session/SessionContext';
import { useAuthor } from './author';
import { useClock } from '../clock';
import { CommentField } from './CommentField';
import { useNames } from './listed-threads';
import { changeComment, removeComment } from './write-comments';

interface CommentEntryProps {
  readonly thread: string;
  readonly comment: Comment;
  /** Whether it may be changed here: only in the thread that is being looked at. */
  readonly active: boolean;
  readonly alone: boolean;
}

/** One comment with its author and time; one's own can be changed and taken back. */
export function CommentEntry({ thread, comment, active, alone }: CommentEntryProps) {
  const translate = useTranslate();
  const session = useSession();
  const me = useAuthor();
  const clock = useClock();
  const [doing, setDoing] = useState<'nothing' | 'editing' | 'deleting'>('nothing');
  const own = active && comment.by === me;
  if (doing === 'editing' && own) {
    return (
      <li className="comment">
        <CommentField
          label={translate('comments.edit-label')}
          placeholder=""
          initial={comment.text}
          send={translate('comments.save')}
          focusAsked={1}
          onSend={(text) => {
            const changed = changeComment(session, thread, comment.id, { by: me, text });
            if (changed.ok) setDoing('nothing');
            return changed;
          }}
          onCancel={() => setDoing('nothing')}
        />
      </li>
    );
  }
  return (
    <li className="comment">
      <p className="comment-by">
        <b>{comment.by}</b>
        <time dateTime={new Date(comment.at).toISOString()}>{clock(comment.at)}</time>
        {comment.edited !== undefined && <span>{translate('comments.edited')}</span>}
        {own && doing === 'nothing' && (
          <span className="comment-own">
            <button type="button" className="text-button" onClick={() => setDoing('editing')}>
              {translate('comments.edit')}
            </button>
            <button type="button" className="text-button" onClick={() => setDoing('deleting')}>
              {translate('comments.delete')}
            </button>
          </span>
        )}
        {own && doing === 'deleting' && (
          <span className="comment-own">
            <button
              type="button"
              className="text-button panel-warn"
              autoFocus
              onClick={() => removeComment(session, thread, comment.id, me)}
            >
              {translate(alone ? 'comments.delete-thread-sure' : 'comments.delete-sure')}
            </button>
            <button type="button" className="text-button" onClick={() => setDoing('nothing')}>
              {translate('comments.cancel')}
            </button>
          </span>
        )}
      </p>
      <CommentText text={comment.text} />
    </li>
  );
}

/** The words of a comment with its mentions set off. */
function CommentText({ text }: { readonly text: string }) {
  const names = useNames();
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of mentionsIn(text, names)) {
    parts.push(text.slice(at, from), <b key={from}>{text.slice(from, to)}</b>);
    at = to;
  }
  return <p className="comment-text">{[...parts, text.slice(at)]}</p>;
}
