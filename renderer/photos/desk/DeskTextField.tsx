import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DeskField } from '../../../shared/photos/desk-fields';
import { setActiveField } from './desk-store';

export interface DeskTextFieldProps {
  readonly field: DeskField;
  readonly label: string;
  /** What the text belongs to: another owner brings another text. */
  readonly owner: string;
  readonly value: string;
  readonly lines: number;
  /** Handed over only when the field is left: half of it means something else. */
  readonly late?: boolean;
  /** A sentence when what was typed cannot be taken. */
  readonly onCommit: (owner: string, text: string) => string | null;
  /** What the last typed character closes: the text and caret that take its place. */
  readonly onTyped?: (text: string, caret: number) => { readonly text: string; readonly caret: number } | null;
  readonly onEnter: () => void;
  /** Ctrl+Enter: the same field of the next photo. */
  readonly onNext: () => void;
  readonly onLeave: () => void;
  readonly onUndo: (redo: boolean) => void;
  /** Beside the label: how long the text is. */
  readonly measure?: string;
  /** Below the field, and read with it. */
  readonly children?: ReactNode;
}

/** Typing is handed over after this many milliseconds without a key, and at every other occasion. */
const QUIET = 500;

interface Draft {
  readonly owner: string;
  readonly value: string;
  readonly text: string;
}

/** One text of a photo. It stays mounted and keeps the caret while photo after photo passes through it. */
export function DeskTextField(props: DeskTextFieldProps) {
  const {
    field,
    label,
    owner,
    value,
    lines,
    late = false,
    onCommit,
    onTyped,
    onEnter,
    onNext,
    onLeave,
    onUndo,
    measure,
    children,
  } = props;
  const id = useId();
  const element = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>({ owner, value, text: value });
  const [problem, setProblem] = useState<string | null>(null);
  if (draft.owner !== owner || draft.value !== value) {
    // A text of our own that came back trimmed is left as it is typed: the space at its end is about to be a word.
    const own = draft.owner === owner && same(draft.text, value);
    setDraft({ owner, value, text: own ? draft.text : value });
    if (draft.owner !== owner) setProblem(null);
  }
  const latest = useRef({ draft, onCommit });
  latest.current = { draft, onCommit };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);

  const commit = useCallback(() => {
    clearTimeout(timer.current);
    const { draft: typed, onCommit: take } = latest.current;
    if (same(typed.text, typed.value)) return;
    const refused = take(typed.owner, typed.text);
    setProblem(refused);
    if (refused !== null) return;
    // What is known to be written: an undo before the next drawing then still shows.
    latest.current.draft = { ...typed, value: typed.text };
    setDraft((now) => (now.owner === typed.owner ? { ...now, value: typed.text } : now));
  }, []);
  // A word that was not handed over yet must not go with the field.
  useEffect(() => commit, [commit]);

  const type = (text: string) => {
    latest.current.draft = { ...latest.current.draft, text };
    setDraft((now) => ({ ...now, text }));
    clearTimeout(timer.current);
    if (!late) timer.current = setTimeout(commit, QUIET);
  };
  /** At once and before React draws: the next key may be on its way. */
  const put = (text: string, caret: number) => {
    const { current } = element;
    if (current) {
      current.value = text;
      current.setSelectionRange(caret, caret);
    }
    type(text);
  };

  const become = () =>
    setActiveField({
      field,
      commit,
      insert: (words) => {
        const { text } = latest.current.draft;
        const at = element.current?.selectionStart ?? text.length;
        const to = element.current?.selectionEnd ?? at;
        const before = text.slice(0, at);
        const gap = before === '' || /[\s(“"]$/.test(before) ? '' : ' ';
        put(before + gap + words + text.slice(to), before.length + gap.length + words.length);
        commit();
        element.current?.focus();
      },
      replace: (words) => {
        put(words, words.length);
        commit();
      },
      focus: () => element.current?.focus(),
    });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.key === 'Enter' && !event.shiftKey) (mod ? onNext : onEnter)();
    else if (event.key === 'Escape') onLeave();
    else if (mod && (key === 'z' || key === 'y')) {
      commit();
      onUndo(key === 'y' || event.shiftKey);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="photodesk-field">
      <label className="label" htmlFor={id}>
        {label} {measure !== undefined && <span className="photodesk-measure">{measure}</span>}
      </label>
      <textarea
        id={id}
        ref={element}
        data-desk-field={field}
        rows={lines}
        value={draft.text}
        aria-describedby={`${id}-below`}
        aria-invalid={problem !== null}
        spellCheck={false}
        onFocus={become}
        onBlur={commit}
        onKeyDown={onKeyDown}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={({ currentTarget }) => {
          composing.current = false;
          type(currentTarget.value);
        }}
        onChange={({ target }) => {
          const expanded = composing.current ? null : onTyped?.(target.value, target.selectionStart);
          if (expanded) put(expanded.text, expanded.caret);
          else type(target.value);
          if (composing.current) clearTimeout(timer.current);
        }}
      />
      <div id={`${id}-below`} className="photodesk-below">
        {problem !== null && <p className="panel-warn">{problem}</p>}
        {children}
      </div>
    </div>
  );
}

function same(one: string, other: string): boolean {
  return one.normalize('NFC').trim() === other.normalize('NFC').trim();
}
