import { useEffect, useMemo, useState } from 'react';
import type { Interview } from '../../shared/interview/types';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { changedPlaces } from '../../shared/review/compare/places';
import { activeProfile } from '../../shared/review/profile';
import { momentOfVersion } from '../../shared/review/version-name';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { useShell } from '../app/shell-store';
import { galley } from '../galley';
import { usePiece, useSession } from '../session/SessionContext';
import { useSettled } from '../session/use-settled';
import { useClock } from './clock';
import { useReview } from './review-store';

/** What is new to the one at work since the version that they read last. */
export function ReadSection() {
  const translate = useTranslate();
  const clock = useClock();
  const { opened } = useSession();
  const by = useShell(({ settings }) => activeProfile(settings));
  const read = useReview(({ versions }) => versions?.read ?? null);
  const now = useSettled(
    usePiece((state) => state.interview),
    1000,
  );
  const [before, setBefore] = useState<{ readonly name: string; readonly interview: Interview } | null>(null);
  useEffect(() => {
    let stale = false;
    if (read === null) setBefore(null);
    else
      void galley.call('review:version', opened.piece, read).then((version) => {
        if (!stale) setBefore(version.ok ? { name: read, interview: version.value } : null);
      });
    return () => {
      stale = true;
    };
  }, [opened, read]);
  const time = before ? clock(momentOfVersion(before.name)) : '';
  const count = useMemo(
    () => (before ? changedPlaces(compareInterviews(before.interview, now)).length : 0),
    [before, now],
  );
  if (!by) return null;
  return (
    <section className="panel-section" aria-label={translate('approval.since-read')}>
      <h2 className="label">{translate('approval.since-read')}</h2>
      <p className={count > 0 ? '' : 'panel-note'}>
        {!before && translate('approval.read-never', { name: by.name })}
        {before && count === 0 && translate('approval.read-same', { time })}
        {before && count > 0 && translate('approval.read-changed', { count, time })}
      </p>
      {(count > 0 || !before) && (
        <div className="review-steps">
          {count > 0 && (
            <button type="button" className="button" onClick={() => runCommand('compare-read')}>
              {translate('approval.show-changes')}
            </button>
          )}
          <button type="button" className="button" onClick={() => runCommand('mark-read')}>
            {translate('approval.mark-read')}
          </button>
        </div>
      )}
    </section>
  );
}
