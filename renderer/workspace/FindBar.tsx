import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';
import type { FindResult } from '../editor/contract';
import { useSession } from '../session/SessionContext';

const NOTHING: FindResult = { count: 0, current: 0 };

/** Find and replace over the text: Enter and Shift+Enter walk, Escape puts the caret at what was found. */
export function FindBar({ mode }: { readonly mode: 'find' | 'replace' }) {
  const translate = useTranslate();
  const { editor } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState({ text: '', accents: false, matchCase: false });
  const [by, setBy] = useState('');
  const [result, setResult] = useState(NOTHING);
  useLayoutEffect(() => {
    // At once: what is typed right after the shortcut is meant for this field, not for the text.
    input.current?.select();
    // A dialog that has just closed hands the focus back a moment later.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== input.current) input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [mode]);
  useEffect(
    () =>
      setResult(editor?.find(query.text === '' ? null : { ...query, text: query.text.normalize('NFC') }) ?? NOTHING),
    [editor, query],
  );
  useEffect(() => () => void editor?.find(null), [editor]);
  const walk = (step: 1 | -1) => setResult(editor?.findNext(step) ?? NOTHING);
  const close = () => {
    useShell.setState({ find: 'closed' });
    editor?.focus();
  };
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && event.target === input.current) {
          event.preventDefault();
          walk(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <div className="find-row">
        <input
          ref={input}
          value={query.text}
          aria-label={translate('commands.find')}
          placeholder={translate('commands.find')}
          onChange={({ target }) => setQuery((old) => ({ ...old, text: target.value }))}
        />
        <span className="find-count" role="status">
          {query.text !== '' && `${result.current}/${result.count}`}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={translate('app.find-previous')}
          title={translate('app.find-previous')}
          onClick={() => walk(-1)}
        >
          <ChevronUp size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={translate('app.find-next')}
          title={translate('app.find-next')}
          onClick={() => walk(1)}
        >
          <ChevronDown size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-pressed={query.accents}
          aria-label={translate('app.find-accents')}
          title={translate('app.find-accents')}
          onClick={() => setQuery((old) => ({ ...old, accents: !old.accents }))}
        >
          â≠a
        </button>
        <button
          type="button"
          className="icon-button"
          aria-pressed={query.matchCase}
          aria-label={translate('app.find-case')}
          title={translate('app.find-case')}
          onClick={() => setQuery((old) => ({ ...old, matchCase: !old.matchCase }))}
        >
          A≠a
        </button>
      </div>
      {mode === 'replace' && (
        <div className="find-row">
          <input
            value={by}
            aria-label={translate('app.replace-by')}
            placeholder={translate('app.replace-by')}
            onChange={({ target }) => setBy(target.value)}
          />
          <button
            type="button"
            className="button"
            disabled={result.count === 0}
            onClick={() => setResult(editor?.replaceCurrent(by.normalize('NFC')) ?? NOTHING)}
          >
            {translate('app.replace-one')}
          </button>
          <button
            type="button"
            className="button"
            disabled={result.count === 0}
            onClick={() => {
              editor?.replaceAll(by.normalize('NFC'));
              setQuery((old) => ({ ...old }));
            }}
          >
            {translate('app.replace-all')}
          </button>
        </div>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={translate('app.close')}
        title={translate('app.close')}
        onClick={close}
      >
        <X size={15} aria-hidden />
      </button>
    </search>
  );
}
