import { activeProfile } from '../../shared/review/profile';
import { makesSeal, stepsFrom } from '../../shared/review/workflow';
import type { StepId } from '../../shared/review/workflow';
import type { Forgery } from '../../shared/review/judge';
import type { Translate } from '../../shared/i18n/translate';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { openDialog, useShell } from '../app/shell-store';
import { ReasonForm } from './ReasonForm';
import { useReview } from './review-store';
import { STEP_COMMANDS } from './steps';
import { useOpenChanges } from './suggest/open-changes';

/** Where the piece stands, and the steps that the one at work may take: the table of steps decides. */
export function StandingSection() {
  const translate = useTranslate();
  const { read, failure, asking } = useReview();
  if (failure || read?.forged) return <Unsure failure={failure} forged={read?.forged ?? null} />;
  if (!read) return null;
  const { state, log } = read.review;
  const sentBack = state === 'changes-requested' ? log.findLast(({ what }) => what === 'send-back') : undefined;
  return (
    <section className="review-standing" aria-label={translate('approval.way')}>
      <p className="review-state" data-state={state}>
        {state === 'draft'
          ? translate('approval.now-draft')
          : translate('approval.now-standing', { state: translate(`review.state-${state}`) })}
      </p>
      {sentBack?.reason && (
        <blockquote className="review-reason">
          {translate('approval.back-reason', { name: sentBack.by, reason: sentBack.reason })}
        </blockquote>
      )}
      {asking ? <ReasonForm key={asking} step={asking} /> : <Steps />}
    </section>
  );
}

function Steps() {
  const translate = useTranslate();
  const { read, seal, busy } = useReview();
  const by = useShell(({ settings }) => activeProfile(settings));
  const changes = useOpenChanges().length;
  if (!read) return null;
  if (!by) {
    return (
      <p className="panel-note">
        {translate('approval.steps-no-profile')}{' '}
        <button type="button" className="text-button" onClick={() => openDialog({ kind: 'profiles' })}>
          {translate('commands.profiles')}
        </button>
      </p>
    );
  }
  const steps = stepsFrom({ state: read.review.state, seal, role: by.role });
  if (steps.length === 0) {
    return (
      <p className="panel-note">{translate('approval.steps-none', { role: translate(`review.role-${by.role}`) })}</p>
    );
  }
  const waits = steps.some(({ id }) => makesSeal(id)) ? changes : 0;
  // The step that leads on comes first and stands out; sending back never does.
  const onward = steps.findLast(({ id }) => id !== 'send-back' && id !== 'withdraw');
  const ordered = [...steps].sort((one, other) => Number(other === onward) - Number(one === onward));
  return (
    <div className="review-steps" role="group" aria-label={translate('approval.steps')}>
      {ordered.map((step) => (
        <button
          key={step.id}
          type="button"
          className={step === onward && waits === 0 ? 'button primary' : 'button'}
          disabled={busy}
          onClick={() => runCommand(STEP_COMMANDS[step.id])}
        >
          {labelOf(step.id, seal === 'broken', translate)}
        </button>
      ))}
      {waits > 0 && <p className="panel-note">{translate('approval.open-first', { count: waits })}</p>}
    </div>
  );
}

function labelOf(step: StepId, again: boolean, translate: Translate): string {
  return step === 'approve' && again
    ? translate('approval.approve-again')
    : translate(`commands.${STEP_COMMANDS[step]}`);
}

/** A review that is damaged, too new or forged: what is wrong, and that the text is not touched by it. */
function Unsure({
  failure,
  forged,
}: {
  readonly failure: { readonly kind: string } | null;
  readonly forged: Forgery | null;
}) {
  const translate = useTranslate();
  const { kind = '', ...values } = failure ?? {};
  return (
    <section className="review-standing" role="alert">
      <p className="panel-warn">
        {forged ? forgedWords(forged, translate) : translate.loose(`failures.${kind}`, values)}
      </p>
      <p className="panel-note">{translate(forged ? 'approval.steps-forged' : 'approval.steps-unsure')}</p>
    </section>
  );
}

function forgedWords(why: Forgery, translate: Translate): string {
  const words =
    why.what === 'log'
      ? translate(`review.forged-log-${why.why}`, { entry: why.entry })
      : translate(`review.forged-${why.what}`);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
