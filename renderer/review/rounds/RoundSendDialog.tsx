import { useId, useState } from 'react';
import type { Language } from '../../../shared/i18n/translate';
import { FACT_LIMIT, type RoundFacts } from '../../../shared/review/round/round-log';
import { useTranslate } from '../../app/language';
import { closeDialog } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import { Modal } from '../../ui/Modal';
import { languageOf } from './RoundSection';
import { sendRound } from './round-actions';
import { useRound } from './round-store';

const FACTS = [
  ['due', 'date'],
  ['purpose', 'text'],
  ['questionsSent', 'date'],
  ['consent', 'text'],
  ['embargo', 'date'],
] as const satisfies readonly (readonly [keyof RoundFacts, string])[];

/** What is agreed with the interviewee, in which language the letter is, and then where the documents go. */
export function RoundSendDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const id = useId();
  const busy = useRound((state) => state.busy);
  const [facts, setFacts] = useState<RoundFacts>({});
  const [language, setLanguage] = useState<Language>(languageOf(session.store.getState().interview.language));
  return (
    <Modal title={translate('commands.round-send')} closeLabel={translate('app.close')} onClose={closeDialog}>
      <form
        className="round-form"
        onSubmit={(event) => {
          event.preventDefault();
          void sendRound(session, facts, language);
        }}
      >
        <p className="panel-note">{translate('rounds.send-note')}</p>
        {FACTS.map(([fact, type]) => (
          <div className="field" key={fact}>
            <label className="label" htmlFor={`${id}-${fact}`}>
              {translate(`rounds.fact-${fact}`)}
            </label>
            <input
              id={`${id}-${fact}`}
              type={type}
              maxLength={type === 'text' ? FACT_LIMIT : undefined}
              value={facts[fact] ?? ''}
              onChange={({ target }) => setFacts({ ...facts, [fact]: target.value })}
            />
          </div>
        ))}
        <div className="field">
          <label className="label" htmlFor={`${id}-language`}>
            {translate('rounds.letter-language')}
          </label>
          <select
            id={`${id}-language`}
            value={language}
            onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'vi')}
          >
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </select>
        </div>
        <div className="round-actions">
          <button type="submit" className="button primary" disabled={busy}>
            {translate('rounds.send-now')}
          </button>
          <button type="button" className="button" onClick={closeDialog}>
            {translate('approval.step-cancel')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
