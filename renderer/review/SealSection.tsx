import { BadgeAlert, BadgeCheck } from 'lucide-react';
import { changedPlaces } from '../../shared/review/compare/places';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { EditList } from './EditList';
import { useClock } from './clock';
import { useReview } from './review-store';

/** So many edits are shown at once; more are one line that opens, or the lists below would have no room. */
const FEW = 2;

/** Who approved which words, and whether they are still these words. */
export function SealSection() {
  const translate = useTranslate();
  const clock = useClock();
  const { read, seal, edits } = useReview();
  if (!read || read.forged) return null;
  const { seal: made } = read.review;
  const broken = seal === 'broken';
  const count = edits ? changedPlaces(edits).length : 0;
  if (!made) return null;
  return (
    <section className="review-seal-now" aria-label={translate('approval.seal')}>
      <p className="seal-line" data-seal={seal}>
        {broken ? <BadgeAlert size={16} aria-hidden /> : <BadgeCheck size={16} aria-hidden />}
        <strong>{translate(broken ? 'approval.seal-broken' : 'approval.seal-whole')}</strong>
      </p>
      <p className="panel-note seal-by" title={translate('approval.seal-hash', { hash: made.hash.slice(0, 12) })}>
        {translate('approval.sealed-by', {
          name: made.by,
          role: translate(`review.role-${made.role}`),
          at: clock(made.at),
        })}
      </p>
      {broken && !read.sealed && <p className="panel-warn">{translate('approval.changed-unknown')}</p>}
      {broken && edits && (
        <div className="seal-edits">
          <span>{translate('approval.changed', { count })}</span>
          <button type="button" className="text-button" onClick={() => runCommand('compare-sealed')}>
            {translate('approval.show-changes')}
          </button>
          {count <= FEW ? (
            <EditList edits={edits} />
          ) : (
            <details className="seal-more">
              <summary>{translate('approval.look-at')}</summary>
              <EditList edits={edits} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}
