import { ChevronDown, ChevronUp, MessageSquarePlus } from 'lucide-react';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { PlacedThread } from '../../../shared/review/threads/order-threads';
import { shortcutLabel } from '../../app/keyboard';
import { useTranslate } from '../../app/language';
import { runCommand } from '../../app/run-command';
import { usePiece, useSession } from '../../session/SessionContext';
import { useAuthor } from './author';
import { CommentField } from './CommentField';
import { useComments } from './comments-store';
import { FilterRow } from './FilterRow';
import { useListedThreads } from './listed-threads';
import { pairNumbers, threadPlace } from './thread-place';
import { ThreadCard } from './ThreadCard';
import './ThreadsSection.css';
import { discardDraft, draftAboutPiece, sendDraft } from './write-comments';

/** What the newsroom says about the piece: the threads down the text, the one that is being written, those that lost their place. */
export function ThreadsSection() {
  const translate = useTranslate();
  const listed = useListedThreads();
  const any = usePiece(({ interview }) => (interview.threads?.length ?? 0) > 0);
  const open = usePiece(({ interview }) => (interview.threads ?? []).filter(({ resolved }) => !resolved).length);
  const placed = listed.filter(({ standing }) => standing.kind !== 'detached');
  const detached = listed.filter(({ standing }) => standing.kind === 'detached');
  return (
    <section className="threads" aria-label={translate('comments.title')}>
      <div className="panel-head">
        <h2 className="unseen">
          {translate('comments.title')} · {translate('comments.open-count', { count: open })}
        </h2>
        <NewComment />
        <span className="threads-steps">
          <StepButton command="previous-comment" icon={<ChevronUp size={15} aria-hidden />} disabled={!listed.length} />
          <StepButton command="next-comment" icon={<ChevronDown size={15} aria-hidden />} disabled={!listed.length} />
        </span>
      </div>
      {any && <FilterRow />}
      {!any && <p className="panel-note">{translate('comments.none')}</p>}
      {any && listed.length === 0 && <p className="panel-note">{translate('comments.none-so')}</p>}
      <ThreadList threads={placed} label={translate('comments.list')} />
      {detached.length > 0 && (
        <div className="threads-detached">
          <h3 className="label">{translate('comments.detached')}</h3>
          <p className="panel-note">{translate('comments.detached-hint')}</p>
          <ThreadList threads={detached} label={translate('comments.detached')} />
        </div>
      )}
      <ActiveAloud threads={listed} />
    </section>
  );
}

/** So many cards are laid out together, or not at all: the browser asks of each such box at every key whether it is in view. */
const BATCH = 20;

function ThreadList({ threads, label }: { readonly threads: readonly PlacedThread[]; readonly label: string }) {
  const translate = useTranslate();
  const active = useComments((state) => state.active);
  const body = usePiece(({ interview }) => interview.body);
  const numbers = useMemo(() => pairNumbers(body), [body]);
  if (threads.length === 0) return null;
  const batches = Array.from({ length: Math.ceil(threads.length / BATCH) }, (_, at) =>
    threads.slice(at * BATCH, (at + 1) * BATCH),
  );
  return (
    <div role="list" className="thread-list" aria-label={label}>
      {batches.map((batch, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a batch is nothing but its place in the list
        <div key={at} role="presentation" className="thread-batch" style={{ '--cards': batch.length } as CSSProperties}>
          {batch.map(({ thread, standing }) => (
            <ThreadCard
              key={thread.id}
              thread={thread}
              place={threadPlace(translate, body, numbers, standing)}
              detached={standing.kind === 'detached'}
              struck={standing.kind === 'struck'}
              active={thread.id === active}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface StepButtonProps {
  readonly command: 'next-comment' | 'previous-comment';
  readonly icon: React.ReactNode;
  readonly disabled: boolean;
}

function StepButton({ command, icon, disabled }: StepButtonProps) {
  const translate = useTranslate();
  const label = translate.loose(`commands.${command}`);
  const shortcut = shortcutLabel(command === 'next-comment' ? 'F9' : 'Shift+F9');
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={`${label} · ${shortcut}`}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(command)}
    >
      {icon}
    </button>
  );
}

/** The way to a new comment, or the comment that is being written. */
function NewComment() {
  const translate = useTranslate();
  const session = useSession();
  const me = useAuthor();
  const draft = useComments((state) => state.draft);
  const writing = useComments((state) => state.writing);
  if (!draft) {
    return (
      <button
        type="button"
        className="button"
        title={`${translate('commands.add-comment')} · ${shortcutLabel('CmdOrCtrl+Alt+M')}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runCommand('add-comment')}
      >
        <MessageSquarePlus size={14} aria-hidden /> {translate('comments.add')}
      </button>
    );
  }
  return (
    <div className="thread" aria-current="true">
      <p className="thread-head">
        <span className="thread-place">
          {translate(draft.anchor.kind === 'piece' ? 'comments.at-piece' : 'comments.new')}
        </span>
        {draft.quote !== '' && <q className="thread-quote">{draft.quote}</q>}
        {draft.anchor.kind !== 'piece' && (
          <button type="button" className="text-button thread-whole" onClick={() => draftAboutPiece(session)}>
            {translate('comments.about-piece')}
          </button>
        )}
      </p>
      <CommentField
        key={draft.id}
        label={translate('comments.new-about', { quote: draft.quote })}
        placeholder={translate('comments.write')}
        send={translate('comments.send')}
        focusAsked={writing.thread === draft.id ? writing.times : 0}
        onSend={(text) => sendDraft(session, { by: me, text })}
        onCancel={() => discardDraft(session)}
      />
    </div>
  );
}

/** Says which thread has become the active one, for those who do not see the list move. */
function ActiveAloud({ threads }: { readonly threads: readonly PlacedThread[] }) {
  const translate = useTranslate();
  const active = useComments((state) => state.active);
  const thread = threads.find((one) => one.thread.id === active)?.thread;
  const first = thread?.comments[0];
  return (
    <p className="unseen" role="status">
      {thread &&
        first &&
        [
          translate('comments.thread', { by: first.by, text: first.text }),
          ...(thread.quote === '' ? [] : [translate('comments.about-words', { quote: thread.quote })]),
        ].join(', ')}
    </p>
  );
}
