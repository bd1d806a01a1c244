import { useMemo } from 'react';
import { THREAD_FILTERS, writersOf } from '../../../shared/review/threads/filter-threads';
import type { ThreadFilter } from '../../../shared/review/threads/filter-threads';
import { useTranslate } from '../../app/language';
import { usePiece } from '../../session/SessionContext';
import { useComments } from './comments-store';

/** Which threads are listed, and whose. */
export function FilterRow() {
  const translate = useTranslate();
  const threads = usePiece(({ interview }) => interview.threads);
  const writers = useMemo(() => writersOf(threads ?? []), [threads]);
  const filter = useComments((state) => state.filter);
  const person = useComments((state) => state.person);
  return (
    <div className="panel-two threads-filter">
      <label className="field">
        <span className="unseen">{translate('comments.filter')}</span>
        <select
          value={filter}
          onChange={({ target }) => useComments.setState({ filter: target.value as ThreadFilter })}
        >
          {THREAD_FILTERS.map((one) => (
            <option key={one} value={one}>
              {translate(`comments.filter-${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="unseen">{translate('comments.person')}</span>
        <select value={person} onChange={({ target }) => useComments.setState({ person: target.value })}>
          <option value="">{translate('comments.everybody')}</option>
          {writers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
