import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Comparison } from '../../../shared/review/compare/comparison';
import { restoreAll } from '../../../shared/review/restore';
import { momentOfVersion } from '../../../shared/review/version-name';
import { useTranslate } from '../../app/language';
import { runCommand } from '../../app/run-command';
import { notify, notifyFailure } from '../../app/shell-store';
import { galley } from '../../galley';
import { usePiece, useSession } from '../../session/SessionContext';
import { useClock } from '../clock';
import { useReview } from '../review-store';
import { takeStep } from '../steps';
import { restore } from '../versions';
import { closeComparison, useComparison } from './comparison-store';
import type { OpenComparison } from './comparison-store';

interface ComparisonBarProps {
  readonly open: OpenComparison;
  readonly comparison: Comparison;
  readonly count: number;
}

/** What is compared, how it is shown, the way from change to change, and what can be done with it. */
export function ComparisonBar({ open, comparison, count }: ComparisonBarProps) {
  const translate = useTranslate();
  const session = useSession();
  const now = usePiece((state) => state.interview);
  const busy = useReview((state) => state.busy);
  const { at, sides, whole } = useComparison();
  const clock = useClock();
  const { before, after, purpose } = open;
  const save = async (as: 'html' | 'pdf') => {
    session.editor?.flush();
    if (!(await session.queue.drained())) return notify('problem', 'approval.unsaved');
    const saved = await galley.call(
      'review:save-comparison',
      session.opened.piece,
      before.side,
      after?.side ?? 'now',
      as,
    );
    if (!saved.ok) notifyFailure(saved.failure);
    else if (saved.value !== null) notify('plain', 'approval.saved', { file: saved.value });
  };
  return (
    <div className="comparison-bar" role="toolbar" aria-label={translate('review.compare')}>
      <h2>
        {translate('approval.comparison', {
          before: clock(momentOfVersion(before.side)),
          after: after ? clock(momentOfVersion(after.side)) : translate('approval.side-now'),
        })}
      </h2>
      {purpose === 'approve' && count > 0 && (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => void takeStep(session, 'approve', '')}
        >
          {translate('approval.approve-read', { count })}
        </button>
      )}
      <button
        type="button"
        className="icon-button comparison-close"
        aria-label={translate('approval.comparison-close')}
        title={`${translate('approval.comparison-close')} (Esc)`}
        onClick={() => closeComparison(session)}
      >
        <X size={16} aria-hidden />
      </button>
      <div className="comparison-tools">
        <button
          type="button"
          className="icon-button"
          aria-label={translate('approval.change-previous')}
          title={translate('approval.change-previous')}
          disabled={count === 0}
          onClick={() => runCommand('previous-change')}
        >
          <ChevronUp size={15} aria-hidden />
        </button>
        <span className="comparison-at" role="status">
          {translate('approval.comparison-count', { current: count === 0 ? 0 : Math.min(at, count - 1) + 1, count })}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={translate('approval.change-next')}
          title={translate('approval.change-next')}
          disabled={count === 0}
          onClick={() => runCommand('next-change')}
        >
          <ChevronDown size={15} aria-hidden />
        </button>
        <Choice
          label={translate('review.compare')}
          options={[translate('review.view-inline'), translate('review.view-sides')]}
          second={sides}
          onChoose={(second) => useComparison.setState({ sides: second })}
        />
        <Choice
          label={translate('review.compare')}
          options={[translate('approval.by-word'), translate('approval.by-block')]}
          second={whole}
          onChoose={(second) => useComparison.setState({ whole: second })}
        />
        <span className="comparison-keep">
          <button type="button" className="text-button" onClick={() => void save('html')}>
            {translate('approval.save-as-html')}
          </button>
          <button type="button" className="text-button" onClick={() => void save('pdf')}>
            {translate('approval.save-as-pdf')}
          </button>
        </span>
        {!after && !comparison.same && (
          <button
            type="button"
            className="button"
            onClick={() => void restore(session, before.side, restoreAll(now, before.interview))}
          >
            {translate('approval.restore-all')}
          </button>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly [string, string];
  readonly second: boolean;
  readonly onChoose: (second: boolean) => void;
}

/** One of two ways to look at it. */
function Choice({ label, options, second, onChoose }: ChoiceProps) {
  return (
    <span className="comparison-choice" role="group" aria-label={label}>
      {options.map((option, at) => (
        <button key={option} type="button" aria-pressed={second === (at === 1)} onClick={() => onChoose(at === 1)}>
          {option}
        </button>
      ))}
    </span>
  );
}
