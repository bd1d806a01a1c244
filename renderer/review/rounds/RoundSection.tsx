import type { AnswerOutcome } from '../../../shared/review/round/round-outcome';
import { roundDate } from '../../../shared/review/round/round-words';
import { useTranslate } from '../../app/language';
import { openDialog } from '../../app/shell-store';
import { useSession } from '../../session/SessionContext';
import { useClock } from '../clock';
import { RoundAnswer } from './RoundAnswer';
import { useLatestRound } from './latest-round';
import { takeRound, writeReceipt } from './round-actions';
import { useRound } from './round-store';
import './rounds.css';

/** The interviewee's round: send the answers, take them back, decide each, tell them what became of it. */
export function RoundSection() {
  const translate = useTranslate();
  const session = useSession();
  const clock = useClock();
  const busy = useRound((state) => state.busy);
  const { shown, changed, open } = useLatestRound();
  return (
    <section className="round" aria-label={translate('rounds.title')}>
      <h2 className="unseen">{translate('rounds.title')}</h2>
      {!shown && <p className="panel-note">{translate('rounds.none')}</p>}
      {shown && (
        <p>
          {translate('rounds.out', { round: shown.number, at: clock(shown.sent), name: shown.by })}
          {shown.due && ` ${translate('rounds.due', { date: roundDate(shown.due, translate.language) })}`}
        </p>
      )}
      {shown && !shown.returned && <p className="panel-note">{translate('rounds.waiting')}</p>}
      {shown?.returned && (
        <p role="status">
          {changed.length === 0
            ? translate('rounds.back-same', { at: clock(shown.returned) })
            : translate('rounds.back', { at: clock(shown.returned), count: changed.length, open })}
        </p>
      )}
      {changed.length > 0 && (
        <ol className="round-answers">
          {changed.map((answer: AnswerOutcome) => (
            <RoundAnswer key={answer.question} answer={answer} />
          ))}
        </ol>
      )}
      <div className="round-actions">
        {shown?.returned && (
          <button
            type="button"
            className={open === 0 ? 'button primary' : 'button'}
            disabled={busy}
            onClick={() => void writeReceipt(session, languageOf(session.store.getState().interview.language))}
          >
            {translate('rounds.receipt')}
          </button>
        )}
        {shown && (
          <button
            type="button"
            className={shown.returned ? 'button' : 'button primary'}
            disabled={busy}
            onClick={() => void takeRound(session)}
          >
            {translate('commands.round-take')}
          </button>
        )}
        <button
          type="button"
          className={shown ? 'button' : 'button primary'}
          disabled={busy}
          onClick={() => openDialog({ kind: 'round-send' })}
        >
          {translate(shown ? 'rounds.send-again' : 'commands.round-send')}
        </button>
      </div>
    </section>
  );
}

export function languageOf(language: string): 'vi' | 'en' {
  return /^vi\b/i.test(language) ? 'vi' : 'en';
}
