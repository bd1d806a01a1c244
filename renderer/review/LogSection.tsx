import { useState } from 'react';
import type { LogEntry } from '../../shared/review/log';
import { clockFaults } from '../../shared/review/log';
import { VERSION_NAME } from '../../shared/review/review-file';
import { momentOfVersion } from '../../shared/review/version-name';
import { useTranslate } from '../app/language';
import { notify, notifyFailure } from '../app/shell-store';
import { galley } from '../galley';
import { useSession } from '../session/SessionContext';
import { useClock } from './clock';
import { useReview } from './review-store';

/** So many lines are shown before somebody asks for the rest. */
const SHOWN = 6;

/** Who did what and when, the latest first, as the log of the piece has it. */
export function LogSection() {
  const translate = useTranslate();
  const { opened } = useSession();
  const read = useReview((state) => state.read);
  const [all, setAll] = useState(false);
  if (!read) return null;
  const { log } = read.review;
  const latest = log.toReversed();
  const shown = all ? latest : latest.slice(0, SHOWN);
  const save = async () => {
    const saved = await galley.call('review:save-log', opened.piece);
    if (!saved.ok) notifyFailure(saved.failure);
    else if (saved.value !== null) notify('plain', 'approval.saved', { file: saved.value });
  };
  return (
    <section className="panel-section" aria-label={translate('approval.log')}>
      <div className="panel-head">
        <h2 className="label">{translate('approval.log')}</h2>
        {log.length > 0 && (
          <button type="button" className="text-button" onClick={() => void save()}>
            {translate('approval.save-log')}
          </button>
        )}
      </div>
      {clockFaults(log).map((entry) => (
        <p key={entry} className="panel-warn">
          {translate('review.log-clock', { entry })}
        </p>
      ))}
      {log.length === 0 && <p className="panel-note">{translate('review.log-empty')}</p>}
      <ol className="review-log">
        {shown.map((entry) => (
          <li key={entry.seq}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {shown.length < latest.length && (
        <button type="button" className="text-button version-more" onClick={() => setAll(true)}>
          {translate('approval.log-more', { count: latest.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function Entry({ entry: { at, by, role, what, reason, about } }: { readonly entry: LogEntry }) {
  const translate = useTranslate();
  const clock = useClock();
  return (
    <>
      <span>
        <b>{by}</b> {translate(`review.did-${what}`)}
        {about && ` · ${VERSION_NAME.test(about) ? clock(momentOfVersion(about)) : about}`}
      </span>
      <span className="panel-note">
        {translate(`review.role-${role}`)} · <time dateTime={at}>{clock(at)}</time>
      </span>
      {reason && <q className="review-reason">{reason}</q>}
    </>
  );
}
