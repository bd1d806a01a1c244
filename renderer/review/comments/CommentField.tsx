import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { matchNames, mentionAt } from '../../../shared/review/threads/mentions';
import type { CommentFailure } from '../../../shared/review/threads/write-thread';
import type { Result } from '../../../shared/result';
import { useTranslate } from '../../app/language';
import { useNames } from './listed-threads';

export interface CommentFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly initial?: string;
  /** The word on the button. */
  readonly send: string;
  /** A change of this number takes the keyboard; 0 never does. */
  readonly focusAsked?: number;
  /** Takes the words; a failure is shown below them, and they stay. */
  readonly onSend: (text: string) => Result<unknown, CommentFailure> | null;
  /** Escape and a button give up. */
  readonly onCancel?: () => void;
  /** Escape without giving anything up: the keyboard goes back to the text. */
  readonly onLeave?: () => void;
}

/** More names than this are not offered at once: one letter more is quicker than reading them. */
const MOST_NAMES = 6;

/** The field for a comment: "@" offers names, Ctrl+Enter sends, Escape gives up. */
export function CommentField(props: CommentFieldProps) {
  const { label, placeholder, initial = '', send, focusAsked = 0, onSend, onCancel, onLeave } = props;
  const translate = useTranslate();
  const [text, setText] = useState(initial);
  const [failure, setFailure] = useState<CommentFailure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(text, field);
  const list = useId();
  useEffect(() => {
    if (focusAsked > 0) field.current?.focus();
  }, [focusAsked]);
  const offered = mention.names.length > 0;
  useEffect(() => {
    if (offered) document.getElementById(list)?.scrollIntoView({ block: 'nearest' });
  }, [offered, list]);
  const submit = () => {
    const sent = onSend(text);
    if (sent && !sent.ok) setFailure(sent.failure);
    else {
      setText('');
      setFailure(null);
    }
  };
  const complete = (name: string) => {
    const completed = mention.complete(name);
    setText(completed.text);
    requestAnimationFrame(() => field.current?.setSelectionRange(completed.caret, completed.caret));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (mention.handle(event, complete)) return event.preventDefault();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && (onCancel ?? onLeave)) {
      event.preventDefault();
      event.stopPropagation();
      (onCancel ?? onLeave)?.();
    }
  };
  const { names, at } = mention;
  return (
    <div className="comment-field">
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        aria-autocomplete="list"
        {...(names.length > 0 ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` } : {})}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setFailure(null);
          mention.moved(target.value, target.selectionStart);
        }}
        onSelect={({ currentTarget }) => mention.moved(currentTarget.value, currentTarget.selectionStart)}
        onBlur={mention.close}
        onKeyDown={keys}
      />
      {names.length > 0 && (
        <div role="listbox" id={list} className="comment-names" aria-label={translate('comments.mention-list')}>
          {names.map((name, index) => (
            <div
              key={name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                complete(name);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      {failure && (
        <p className="panel-warn" role="alert">
          {translate.loose(`comments.failure-${failure.kind}`, { ...failure })}
        </p>
      )}
      {(text.trim() !== '' || onCancel) && (
        <div className="comment-field-foot">
          <span className="panel-note">{translate('comments.send-hint')}</span>
          {onCancel && (
            <button type="button" className="text-button" onClick={onCancel}>
              {translate('comments.cancel')}
            </button>
          )}
          <button type="button" className="button primary" onClick={submit}>
            {send}
          </button>
        </div>
      )}
    </div>
  );
}

/** The names that fit what is being typed after "@", and the keys that choose one. */
function useMention(text: string, field: { readonly current: HTMLTextAreaElement | null }) {
  const known = useNames();
  const [typed, setTyped] = useState<{ readonly from: number; readonly typed: string } | null>(null);
  const [at, setAt] = useState(0);
  const names = typed ? matchNames(known, typed.typed).slice(0, MOST_NAMES) : [];
  const close = () => setTyped(null);
  const complete = (name: string) => {
    const from = typed?.from ?? 0;
    const caret = field.current?.selectionStart ?? text.length;
    close();
    const before = `${text.slice(0, from)}@${name} `;
    return { text: before + text.slice(caret), caret: before.length };
  };
  return {
    names,
    at,
    close,
    complete,
    moved(now: string, caret: number) {
      setTyped(mentionAt(now, caret));
      setAt(0);
    },
    /** True for a key that the list of names has used. */
    handle({ key }: KeyboardEvent, choose: (name: string) => void): boolean {
      const name = names[at];
      if (name === undefined) return false;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        setAt((at + (key === 'ArrowDown' ? 1 : names.length - 1)) % names.length);
      } else if (key === 'Enter' || key === 'Tab') choose(name);
      else if (key === 'Escape') close();
      else return false;
      return true;
    },
  };
}
