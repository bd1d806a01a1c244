import { Dialog } from '@base-ui/react/dialog';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { rowAfterKey } from './active-row';
import './FilteredList.css';

export interface ListRow {
  readonly id: string;
  readonly words: string;
  /** Stands at the end of the row: keys, a code. */
  readonly beside?: string | undefined;
  /** Why it would do nothing now; it can be chosen all the same, and then says so. */
  readonly reason?: string | undefined;
}

export interface FilteredListProps<Row extends ListRow> {
  /** What the dialog and its field are called. */
  readonly label: string;
  readonly hint: string;
  /** Said when nothing is found. */
  readonly nothing: string;
  /** The rows for what has been typed, all of them for nothing. The list asks again when this is another function. */
  readonly find: (typed: string) => readonly Row[];
  readonly onChoose: (row: Row) => void;
  /** Escape, or a click beside the list. */
  readonly onLeave: () => void;
}

/**
 * A dialog with a field and a list that what is typed narrows. The focus stays in the field: arrows, Home and End move
 * through the list, Enter takes the active row.
 */
export function FilteredList<Row extends ListRow>(props: FilteredListProps<Row>) {
  const { label, hint, nothing, find, onChoose, onLeave } = props;
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState(0);
  const rows = useMemo(() => find(typed), [find, typed]);
  const active = Math.max(0, Math.min(moved, rows.length - 1));
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const idOf = (at: number) => `${list}-${at}`;
  const shown = rows[active] && idOf(active);
  useEffect(() => {
    if (shown !== undefined) document.getElementById(shown)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  // As soon as it is there: the dialog itself puts the focus a frame later, and a fast hand has typed into the text by then.
  const takeFocus = useCallback((element: HTMLInputElement | null) => {
    field.current = element;
    element?.focus();
  }, []);

  const keys = (event: KeyboardEvent) => {
    // Telex and other input methods take arrows and Enter for themselves while a word is being put together.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const row = rows[active];
    const next = rowAfterKey(event.key, active, rows.length);
    if (next !== null) setMoved(next);
    else if (event.key === 'Enter' && row) onChoose(row);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onLeave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className="filtered-list" initialFocus={field} finalFocus={false} aria-label={label}>
          <input
            ref={takeFocus}
            className="filtered-field"
            type="text"
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={rows.length > 0}
            aria-controls={list}
            aria-activedescendant={shown}
            placeholder={hint}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setMoved(0);
            }}
            onKeyDown={keys}
          />
          <p className="filtered-nothing" role="status">
            {rows.length === 0 && nothing}
          </p>
          {rows.length > 0 && (
            <div className="filtered-rows" id={list} role="listbox" aria-label={label}>
              {rows.map((row, at) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field
                <div
                  key={row.id}
                  id={idOf(at)}
                  className="filtered-row"
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === active}
                  title={row.reason}
                  {...(row.reason === undefined ? {} : refusedRow(idOf(at), row.words))}
                  onMouseMove={() => setMoved(at)}
                  // The focus stays in the field, where typing goes on.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(row)}
                >
                  <span>
                    {row.words}
                    {row.reason !== undefined && (
                      <span id={reasonId(idOf(at))} className="filtered-reason">
                        {row.reason}
                      </span>
                    )}
                  </span>
                  {row.beside && <kbd>{row.beside}</kbd>}
                </div>
              ))}
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function refusedRow(row: string, words: string) {
  return { 'aria-disabled': true, 'aria-label': words, 'aria-describedby': reasonId(row) } as const;
}

function reasonId(row: string): string {
  return `${row}-reason`;
}
