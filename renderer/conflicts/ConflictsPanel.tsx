import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Interview } from '../../shared/interview/types';
import type { Conflict } from '../../shared/review/merge/conflict';
import { describePlace } from '../../shared/review/merge/describe-place';
import { chooseWording, openConflicts, type Choice, type OpenConflict } from '../../shared/review/merge/open-conflicts';
import { useTranslate } from '../app/language';
import { usePiece, useSession } from '../session/SessionContext';
import { useSettled } from '../session/use-settled';
import { withoutBlock } from './without-block';
import './Conflicts.css';

/** What still has to be decided after two people changed the same: their number is shown on the tab. */
export function countConflicts(interview: Interview, conflicts: readonly Conflict[]): number {
  return openConflicts(interview).length + conflicts.filter(({ kind }) => kind !== 'text').length;
}

const KEYS: { readonly [key: string]: Choice } = { '1': 'a', '2': 'b', '3': 'both' };

/** Each place that two people changed differently, with both wordings. ↑ ↓ walk, 1, 2 and 3 choose; undo takes a choice back. */
export function ConflictsPanel() {
  const translate = useTranslate();
  const session = useSession();
  const interview = useSettled(usePiece((state) => state.interview));
  const known = usePiece((state) => state.conflicts);
  const list = useRef<HTMLUListElement>(null);
  const open = openConflicts(interview);
  const others = known.filter(({ kind }) => kind !== 'text');
  if (open.length + others.length === 0) return <p className="panel-note">{translate('desks.no-conflicts')}</p>;

  const focusRow = (at: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.conflict') ?? [])];
    rows[Math.min(Math.max(at, 0), rows.length - 1)]?.focus();
  };
  const choose = (conflict: OpenConflict, choice: Choice, at: number) => {
    const change = chooseWording(session.store.getState().interview, conflict, choice);
    if (!change) return;
    session.decide(change);
    // The row goes with its conflict: the keyboard stays at the one that takes its place.
    setTimeout(() => focusRow(at), 300);
  };
  const walk = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    focusRow(at + step);
    event.preventDefault();
  };

  return (
    <>
      <p className="panel-note">{translate('desks.conflicts-note')}</p>
      <ul className="conflicts" ref={list}>
        {open.map((conflict, at) => {
          // Only the window that merged knows which side was its own.
          const ours = known.some(
            ({ kind, ...one }) => kind === 'text' && 'a' in one && one.a === conflict.a && one.b === conflict.b,
          );
          return (
            <Row
              key={`${conflict.place.block ?? ''} ${conflict.place.part} ${conflict.from}`}
              title={describePlace(conflict.place, interview, translate)}
              onOpen={() => session.editor?.focus(conflict.place, conflict.from)}
              onKeyDown={(event) => {
                const choice = KEYS[event.key];
                if (!choice) return walk(event, at);
                event.preventDefault();
                choose(conflict, choice, at);
              }}
            >
              <p className="conflict-context">
                …{conflict.before}
                <b>[ ]</b>
                {conflict.after}…
              </p>
              <Side
                label={translate(ours ? 'desks.mine' : 'desks.first')}
                words={conflict.a}
                hint="1"
                onChoose={() => choose(conflict, 'a', at)}
              />
              <Side
                label={translate(ours ? 'desks.theirs' : 'desks.second')}
                words={conflict.b}
                hint="2"
                onChoose={() => choose(conflict, 'b', at)}
              />
              <button type="button" className="button" onClick={() => choose(conflict, 'both', at)}>
                {translate('desks.both')} <kbd>3</kbd>
              </button>
            </Row>
          );
        })}
        {others.map((conflict, index) => {
          const at = open.length + index;
          const { block } = conflict.place;
          return (
            <Row
              key={`other ${index}`}
              title={describePlace(conflict.place, interview, translate)}
              onOpen={() => session.editor?.focus(conflict.place)}
              onKeyDown={(event) => walk(event, at)}
            >
              <p>{sentence(conflict)}</p>
              <div className="conflict-actions">
                {conflict.kind === 'deleted' && block !== undefined && (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      session.decide(withoutBlock(session.store.getState().interview, block));
                      session.settleConflict(conflict);
                    }}
                  >
                    {translate('desks.remove-block')}
                  </button>
                )}
                <button type="button" className="button" onClick={() => session.settleConflict(conflict)}>
                  {translate(conflict.kind === 'deleted' ? 'desks.keep-block' : 'desks.seen')}
                </button>
              </div>
            </Row>
          );
        })}
      </ul>
    </>
  );

  function sentence(conflict: Conflict): string {
    switch (conflict.kind) {
      case 'text':
      case 'value':
        return translate('desks.conflict-value', { a: conflict.a, b: conflict.b });
      case 'deleted':
        return translate('desks.conflict-deleted');
      case 'order':
      case 'twin':
        return translate(`desks.conflict-${conflict.kind}`);
    }
  }
}

interface RowProps {
  readonly title: string;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

function Row({ title, onOpen, onKeyDown, children }: RowProps) {
  return (
    <li className="conflict" tabIndex={0} aria-label={title} onKeyDown={onKeyDown}>
      <button type="button" className="conflict-place" onClick={onOpen}>
        {title}
      </button>
      {children}
    </li>
  );
}

interface SideProps {
  readonly label: string;
  readonly words: string;
  readonly hint: string;
  readonly onChoose: () => void;
}

function Side({ label, words, hint, onChoose }: SideProps) {
  const translate = useTranslate();
  return (
    <button type="button" className="conflict-side" onClick={onChoose}>
      <span className="label">
        {label} <kbd>{hint}</kbd>
      </span>
      <span>{words === '' ? translate('desks.nothing') : words}</span>
    </button>
  );
}
