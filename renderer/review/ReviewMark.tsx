import { BadgeAlert, BadgeCheck } from 'lucide-react';
import { Fragment } from 'react';
import type { ReviewState } from '../../shared/review/workflow';
import { changedPlaces } from '../../shared/review/compare/places';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { useReview } from './review-store';
import './ReviewMark.css';

/** The stations of a piece as people speak of them; two states share one where the second is a return to it. */
const STATIONS: readonly (readonly [ReviewState, ...ReviewState[]])[] = [
  ['draft', 'changes-requested'],
  ['submitted'],
  ['in-review'],
  ['approved'],
  ['handed-off'],
  ['published', 'corrected'],
];

/** Where the piece is on its way, and at once whether its seal still holds. */
export function ReviewMark() {
  const translate = useTranslate();
  const read = useReview((state) => state.read);
  const failure = useReview((state) => state.failure);
  const seal = useReview((state) => state.seal);
  const edits = useReview(({ edits: made }) => (made ? changedPlaces(made).length : 0));
  const doubtful = failure !== null || (read?.forged ?? null) !== null;
  if (!read && !failure) return null;
  const state = read?.review.state ?? 'draft';
  const sealWords =
    seal === 'none' ? '' : translate(seal === 'broken' ? 'approval.seal-broken' : 'approval.seal-whole');
  return (
    <>
      <span className="unseen" role="status">
        {sealWords}
      </span>
      <button type="button" className="review-mark" onClick={() => runCommand('panel-review')}>
        {doubtful ? (
          <span className="review-seal" data-seal="broken">
            <BadgeAlert size={14} aria-hidden /> {translate('approval.mark-doubtful')}
          </span>
        ) : (
          <>
            {STATIONS.map((states, at) => {
              const here = states.includes(state);
              return (
                <Fragment key={states[0]}>
                  {at > 0 && <i aria-hidden>→</i>}
                  <span data-here={here || undefined} aria-hidden={!here}>
                    {translate(`review.state-${here ? state : states[0]}`)}
                  </span>
                </Fragment>
              );
            })}
            {seal !== 'none' && (
              <span className="review-seal" data-seal={seal}>
                {seal === 'broken' ? <BadgeAlert size={14} aria-hidden /> : <BadgeCheck size={14} aria-hidden />}
                {sealWords}
                {edits > 0 && ` · ${edits}`}
              </span>
            )}
          </>
        )}
      </button>
    </>
  );
}
