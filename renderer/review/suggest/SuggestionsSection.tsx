import { useMemo, useState } from 'react';
import { authorSlots } from '../../../shared/review/suggest/author-slots';
import { shortcutLabel } from '../../app/keyboard';
import { useTranslate } from '../../app/language';
import { usePiece, useSession } from '../../session/SessionContext';
import { useSettled } from '../../session/use-settled';
import { AuthorFilter } from './AuthorFilter';
import { ChangeList } from './ChangeList';
import { openChangesOf } from './open-changes';
import { decide } from './run-suggest-command';
import './suggestions.css';

/** Every open proposal in reading order, to be gone to and decided one by one, by author or all at once. */
export function SuggestionsSection() {
  const translate = useTranslate();
  const session = useSession();
  const interview = useSettled(usePiece((state) => state.interview));
  const changes = useMemo(() => openChangesOf(interview), [interview]);
  const slots = useMemo(() => authorSlots(changes.flatMap(({ authors }) => authors)), [changes]);
  const [author, setAuthor] = useState<string | null>(null);
  const only = author !== null && slots.has(author) ? author : null;
  const shown = changes.filter(({ authors }) => only === null || authors.includes(only));
  const all = (decision: 'accept' | 'refuse') =>
    decide(session, decision, only === null ? { kind: 'all' } : { kind: 'author', author: only });
  return (
    <section className="suggestions" aria-label={translate('suggest.heading')}>
      <h2 className="unseen">{translate('suggest.heading')}</h2>
      <p className="unseen" role="status">
        {changes.length > 0 && translate('suggest.count', { count: changes.length })}
      </p>
      {changes.length === 0 ? (
        <p className="panel-note">{translate('suggest.none', { keys: shortcutLabel('CmdOrCtrl+Shift+E') })}</p>
      ) : (
        <>
          {slots.size > 1 && <AuthorFilter changes={changes} slots={slots} chosen={only} onChoose={setAuthor} />}
          <div className="suggestions-all">
            <button type="button" className="text-button" onClick={() => all('accept')}>
              {translate('suggest.accept-shown', { count: shown.length })}
            </button>
            <button type="button" className="text-button" onClick={() => all('refuse')}>
              {translate('suggest.refuse-shown', { count: shown.length })}
            </button>
          </div>
          <ChangeList changes={shown} slots={slots} interview={interview} />
          <p className="panel-note suggestions-keys">{translate('suggest.keys')}</p>
        </>
      )}
    </section>
  );
}
