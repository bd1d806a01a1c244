import { useId, useState } from 'react';
import type { StepId } from '../../shared/review/workflow';
import { useTranslate } from '../app/language';
import { useSession } from '../session/SessionContext';
import { useReview } from './review-store';
import { STEP_COMMANDS, takeStep } from './steps';

/** A step that is refused without words for the others: they are written here. */
export function ReasonForm({ step }: { readonly step: StepId }) {
  const translate = useTranslate();
  const session = useSession();
  const id = useId();
  const busy = useReview((state) => state.busy);
  const [reason, setReason] = useState('');
  const leave = () => useReview.setState({ asking: null });
  return (
    <form
      className="review-ask"
      onSubmit={(event) => {
        event.preventDefault();
        void takeStep(session, step, reason.normalize('NFC').trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && leave()}
    >
      <div className="field">
        <label className="label" htmlFor={id}>
          {translate('approval.reason', { step: translate(`review.step-${step}`) })}
        </label>
        <textarea
          id={id}
          autoFocus
          rows={3}
          value={reason}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setReason(target.value)}
        />
        <span id={`${id}-note`} className="panel-note">
          {translate('approval.reason-note')}
        </span>
      </div>
      <div className="review-steps">
        <button type="submit" className="button primary" disabled={busy || reason.trim() === ''}>
          {translate(`commands.${STEP_COMMANDS[step]}`).replace(/…$/, '')}
        </button>
        <button type="button" className="button" onClick={leave}>
          {translate('approval.step-cancel')}
        </button>
      </div>
    </form>
  );
}
