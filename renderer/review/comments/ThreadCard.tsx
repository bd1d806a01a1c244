import { memo, useEffect, useRef } from 'react';
import type { Thread } from '../../../shared/interview/threads';
import { useTranslate } from '../../app/language';
import { useSession } from '../../session/SessionContext';
import { useAuthor } from './author';
import { useClock } from '../clock';
import { CommentEntry } from './CommentEntry';
import { CommentField } from './CommentField';
import { lookAt, useComments } from './comments-store';
import { findPlaceAgain, hangOnSelection, sendReply, settle } from './write-comments';

interface ThreadCardProps {
  readonly thread: Thread;
  /** Where it stands in a word or two; '' for a detached one. */
  readonly place: string;
  readonly detached: boolean;
  /** Its words are taken out by a proposal that is open. */
  readonly struck: boolean;
  readonly active: boolean;
}

/** One thread: its quote and first comment, and when it is looked at, all that was said and what can be done. */
export const ThreadCard = memo(function ThreadCard({ thread, place, detached, struck, active }: ThreadCardProps) {
  const translate = useTranslate();
  const session = useSession();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const [first] = thread.comments;
  if (!first) return null;
  const go = () => {
    lookAt(thread.id);
    session.editor?.comments.reveal(thread.id);
  };
  const shown = active ? thread.comments : [first];
  const more = thread.comments.length - shown.length;
  return (
    <div
      ref={card}
      role="listitem"
      className="thread"
      aria-current={active || undefined}
      data-resolved={thread.resolved !== undefined || undefined}
    >
      <button
        type="button"
        className="thread-head"
        aria-label={[
          translate('comments.thread', { by: first.by, text: first.text }),
          place,
          thread.quote === '' ? '' : translate('comments.about-words', { quote: thread.quote }),
        ]
          .filter((part) => part !== '')
          .join('. ')}
        aria-expanded={active}
        title={translate('comments.go')}
        onClick={go}
      >
        {place !== '' && <span className="thread-place">{place}</span>}
        {thread.quote !== '' && (
          <q className={struck ? 'thread-quote thread-struck' : 'thread-quote'}>{thread.quote}</q>
        )}
      </button>
      <ol className="comments">
        {shown.map((comment) => (
          <CommentEntry
            key={comment.id}
            thread={thread.id}
            comment={comment}
            active={active}
            alone={thread.comments.length === 1}
          />
        ))}
      </ol>
      {more > 0 && <p className="panel-note">{translate('comments.replies', { count: more })}</p>}
      {struck && <p className="panel-note">{translate('comments.struck')}</p>}
      {thread.resolved && <ResolvedLine by={thread.resolved.by} at={thread.resolved.at} />}
      {active && <ThreadTools thread={thread} detached={detached} by={first.by} />}
    </div>
  );
});

function ResolvedLine({ by, at }: { readonly by: string; readonly at: number }) {
  const translate = useTranslate();
  const clock = useClock();
  return <p className="panel-note">{translate('comments.resolved-by', { by, time: clock(at) })}</p>;
}

/** What can be done with the thread that is being looked at. */
function ThreadTools({ thread, detached, by }: Pick<ThreadCardProps, 'thread' | 'detached'> & { readonly by: string }) {
  const translate = useTranslate();
  const session = useSession();
  const me = useAuthor();
  const writing = useComments((state) => state.writing);
  return (
    <>
      <CommentField
        label={translate('comments.reply-label', { by })}
        placeholder={translate('comments.reply')}
        send={translate('comments.send')}
        focusAsked={writing.thread === thread.id ? writing.times : 0}
        onSend={(text) => sendReply(session, thread.id, { by: me, text })}
        onLeave={() => session.editor?.focus()}
      />
      <div className="thread-tools">
        <button
          type="button"
          className="button"
          onClick={() => settle(session, thread.id, me, thread.resolved === undefined)}
        >
          {translate(thread.resolved ? 'comments.reopen' : 'comments.resolve')}
        </button>
        {detached && (
          <>
            <button type="button" className="button" onClick={() => findPlaceAgain(session, thread.id)}>
              {translate('comments.find-again')}
            </button>
            <button
              type="button"
              className="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => hangOnSelection(session, thread.id)}
            >
              {translate('comments.hang-here')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
