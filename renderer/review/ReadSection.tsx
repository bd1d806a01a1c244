import { useMemo } from 'react';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { changedPlaces } from '../../shared/review/compare/places';
import { activeProfile } from '../../shared/review/profile';
import { momentOfVersion } from '../../shared/review/version-name';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { useShell } from '../app/shell-store';
import { usePiece } from '../session/SessionContext';
import { useSettled } from '../session/use-settled';
import { useClock } from './clock';
import { useReview } from './review-store';

/** What is new to the one at work since the version that they read last. */
export function ReadSection() {
  const translate = useTranslate();
  const clock = useClock();
  const by = useShell(({ settings }) => activeProfile(settings));
  const before = useReview(({ lastRead }) => lastRead);
  const now = useSettled(
    usePiece((state) => state.interview),
    1000,
  );
  const time = before ? clock(momentOfVersion(before.name)) : '';
  const count = useMemo(
    () => (before ? changedPlaces(compareInterviews(before.interview, now)).length : 0),
    [before, now],
  );
  // Nothing new needs no line.
  if (!by || (before && count === 0)) return null;
  return (
    <section className="review-line" aria-label={translate('approval.since-read')}>
      <p className={before ? '' : 'panel-note'}>
        {before ? translate('approval.read-changed', { count, time }) : translate('approval.read-never')}
      </p>
      {count > 0 && (
        <button type="button" className="text-button" onClick={() => runCommand('compare-read')}>
          {translate('approval.show-changes')}
        </button>
      )}
      {(count > 0 || !before) && (
        <button type="button" className="text-button" onClick={() => runCommand('mark-read')}>
          {translate('approval.mark-read')}
        </button>
      )}
    </section>
  );
}
