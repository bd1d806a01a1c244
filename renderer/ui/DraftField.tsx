import { useEffect, useId, useRef, useState } from 'react';

export interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'url';
  readonly list?: readonly string[];
  /** The label is only spoken: what stands beside the field says it to the eye. */
  readonly unseenLabel?: boolean;
}

/**
 * A labelled line of text. What is typed is handed over half a second after the last key and on leaving the field,
 * never while an input method composes.
 */
export function DraftField({
  label,
  value,
  onCommit,
  placeholder,
  multiline,
  type = 'text',
  list,
  unseenLabel,
}: DraftFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft: value, value, onCommit });
  latest.current = { draft: latest.current.draft, value, onCommit };
  const editing = useRef(false);

  const commit = () => {
    clearTimeout(timer.current);
    const text = latest.current.draft.normalize('NFC');
    if (text !== latest.current.value) latest.current.onCommit(text);
  };
  useEffect(() => {
    if (editing.current) return;
    latest.current.draft = value;
    setDraft(value);
  }, [value]);
  // The panel may go away with a word in the field that has not been handed over.
  useEffect(() => commit, []);

  const props = {
    id,
    value: draft,
    placeholder,
    onFocus: () => {
      editing.current = true;
    },
    onBlur: () => {
      editing.current = false;
      commit();
    },
    onChange: (event: { target: { value: string }; nativeEvent: Event }) => {
      latest.current.draft = event.target.value;
      setDraft(event.target.value);
      clearTimeout(timer.current);
      const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
      if (!composing) timer.current = setTimeout(commit, 500);
    },
    onCompositionEnd: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, 500);
    },
  };
  return (
    <div className="field">
      <label className={unseenLabel ? 'unseen' : 'label'} htmlFor={id}>
        {label}
      </label>
      {multiline ? <textarea {...props} /> : <input {...props} type={type} list={list ? `${id}-list` : undefined} />}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}
