import { BadgeAlert, BadgeCheck } from 'lucide-react';
import type { PieceSummary } from '../../shared/ipc/contract';
import { useTranslate } from '../app/language';

/** How far a piece of the desk is, and its seal; nothing for a draft that nobody has handed over. */
export function PieceMark({ mark }: { readonly mark: PieceSummary['review'] }) {
  const translate = useTranslate();
  if (!mark) return null;
  const broken = mark.kind === 'doubtful' || mark.seal === 'broken';
  const sealed = mark.kind === 'standing' && mark.seal !== 'none';
  return (
    <span className="piece-mark" data-broken={broken || undefined} data-sealed={sealed || undefined}>
      {broken && <BadgeAlert size={14} aria-hidden />}
      {!broken && sealed && <BadgeCheck size={14} aria-hidden />}
      {mark.kind === 'doubtful' ? translate('approval.mark-doubtful') : translate(`review.state-${mark.state}`)}
      {sealed && ` · ${translate(broken ? 'approval.seal-broken' : 'approval.seal-whole')}`}
    </span>
  );
}
