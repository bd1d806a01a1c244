import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Interview } from '../../../shared/interview/types';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { useTranslate } from '../../app/language';
import { usePiece, useSession } from '../../session/SessionContext';
import { ChangeRow } from './ChangeRow';
import { placeNames } from './place-names';
import { decideAndGoOn, goTo } from './run-suggest-command';

interface ChangeListProps {
  readonly changes: readonly OpenChange[];
  readonly slots: ReadonlyMap<string, number>;
  readonly interview: Interview;
}

/** The list is one stop for Tab; inside it J and K walk, Enter goes into the text, A accepts, R refuses. */
export function ChangeList({ changes, slots, interview }: ChangeListProps) {
  const translate = useTranslate();
  const session = useSession();
  const chosen = usePiece((state) => state.chosenChange);
  const list = useRef<HTMLUListElement>(null);
  const nameOf = useMemo(() => placeNames(interview, translate), [interview, translate]);
  const at = Math.max(
    0,
    changes.findIndex(({ id }) => id === chosen),
  );
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (chosen !== null) row?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [at, changes, chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const change = changes[at];
    if (!change || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const act = ACTIONS[event.key.toLowerCase()];
    if (!act) return;
    // A button in the row has the Enter key for itself.
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (act === 'go') goTo(session, change.id, true);
    else if (act === 'accept' || act === 'refuse') decideAndGoOn(session, act, changes, change, false);
    else {
      const next = changes[Math.min(changes.length - 1, Math.max(0, at + act))];
      if (next) goTo(session, next.id, false);
    }
  };

  return (
    <ul ref={list} className="suggestions-list" aria-label={translate('suggest.list')} onKeyDown={onKeyDown}>
      {changes.map((change, index) => {
        const place = nameOf(change.place);
        const before = changes[index - 1];
        return (
          <ChangeRow
            key={change.id}
            change={change}
            slot={slots.get(change.authors[0] ?? '') ?? 0}
            place={place}
            showPlace={!before || nameOf(before.place) !== place}
            isCurrent={index === at}
            onGo={() => goTo(session, change.id, false)}
            onDecide={(decision) => decideAndGoOn(session, decision, changes, change, false)}
          />
        );
      })}
    </ul>
  );
}

const ACTIONS: { readonly [key: string]: 1 | -1 | 'go' | 'accept' | 'refuse' } = {
  j: 1,
  arrowdown: 1,
  k: -1,
  arrowup: -1,
  enter: 'go',
  a: 'accept',
  r: 'refuse',
};
