import { useId, useMemo, useState } from 'react';
import { toText } from '../../../shared/interview/text';
import { compareTexts } from '../../../shared/review/compare/compare-texts';
import { foldUnchanged } from '../../../shared/review/compare/fold-unchanged';
import { PARAGRAPH_END } from '../../../shared/review/compare/tokens';
import type { AnswerOutcome } from '../../../shared/review/round/round-outcome';
import { useTranslate } from '../../app/language';
import { useSession } from '../../session/SessionContext';
import { ComparedText } from '../compare/ComparedText';
import { decideRound } from './round-actions';
import { useRound } from './round-store';

/** One answer that the interviewee changed: theirs against ours, and the decision with its reason. */
export function RoundAnswer({ answer }: { readonly answer: AnswerOutcome }) {
  const translate = useTranslate();
  const session = useSession();
  const id = useId();
  const busy = useRound((state) => state.busy);
  const [reason, setReason] = useState('');
  const [whole, setWhole] = useState(false);
  const { number, asks, sent, asked, outcome } = answer;
  const pieces = useMemo(() => compareTexts(paragraphs(sent), paragraphs(asked)), [sent, asked]);
  const folded = useMemo(() => foldUnchanged(pieces), [pieces]);
  const decide = (decision: 'accept' | 'refuse') =>
    void decideRound(session, answer.question, decision, reason.normalize('NFC').trim());
  return (
    <li className="round-answer" data-outcome={outcome} aria-label={translate('rounds.answer', { number })}>
      <button
        type="button"
        className="round-question"
        onClick={() => session.editor?.focus({ block: answer.question, part: 'text' })}
      >
        <span className="round-number">{number}</span> {asks}
      </button>
      <ComparedText pieces={whole ? pieces : folded} />
      {folded !== pieces && (
        <button type="button" className="text-button round-whole" onClick={() => setWhole(!whole)}>
          {translate(whole ? 'rounds.only-changes' : 'rounds.whole-answer')}
        </button>
      )}
      {outcome === 'open' ? (
        <div className="round-decide">
          <div className="field">
            <label className="label" htmlFor={id}>
              {translate('rounds.reason')}
            </label>
            <input id={id} value={reason} maxLength={2000} onChange={({ target }) => setReason(target.value)} />
          </div>
          <div className="round-actions">
            <button type="button" className="button primary" disabled={busy} onClick={() => decide('accept')}>
              {translate('rounds.accept')}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => decide('refuse')}>
              {translate('rounds.refuse')}
            </button>
          </div>
        </div>
      ) : (
        <p className="round-outcome">
          <strong>{translate(`rounds.outcome-${outcome}`)}</strong>
          {answer.reason !== '' && <span> – {answer.reason}</span>}
        </p>
      )}
    </li>
  );
}

function paragraphs(lines: string) {
  return toText(lines.replaceAll('\n', PARAGRAPH_END));
}
