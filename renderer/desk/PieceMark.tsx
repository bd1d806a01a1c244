import { BadgeAlert, BadgeCheck } from 'lucide-react';
import { activeProfile } from '../../shared/review/profile';
import { isTurnOf } from '../../shared/review/waits-for';
import type { PieceSummary } from '../../shared/ipc/contract';
import { useTranslate } from '../app/language';
import { useShell } from '../app/shell-store';

/** How far a piece of the desk is, its seal, and whether it waits for the one at work; nothing for a draft that nobody has handed over. */
export function PieceMark({ mark }: { readonly mark: PieceSummary['review'] }) {
  const translate = useTranslate();
  const by = useShell(({ settings }) => activeProfile(settings));
  if (!mark) return null;
  const broken = mark.kind === 'doubtful' || mark.seal === 'broken';
  const sealed = mark.kind === 'standing' && mark.seal !== 'none';
  const back = mark.kind === 'standing' && mark.state === 'changes-requested';
  const mine = by !== null && mark.kind === 'standing' && isTurnOf(by.role, mark.state, mark.seal);
  return (
    <span
      className="piece-mark"
      data-broken={broken || undefined}
      data-sealed={sealed || undefined}
      data-back={back || undefined}
      data-mine={mine || undefined}
      title={mine ? translate('desk.waits-for-you') : undefined}
    >
      {broken && <BadgeAlert size={14} aria-hidden />}
      {!broken && sealed && <BadgeCheck size={14} aria-hidden />}
      <span>
        {mark.kind === 'doubtful' ? translate('approval.mark-doubtful') : translate(`review.state-${mark.state}`)}
        {sealed && ` · ${translate(broken ? 'approval.seal-broken' : 'approval.seal-whole')}`}
        {mine && <span className="unseen"> · {translate('desk.waits-for-you')}</span>}
      </span>
    </span>
  );
}
