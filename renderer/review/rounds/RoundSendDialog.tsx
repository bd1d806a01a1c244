import { useId, useState } from 'react';
import type { Language } from '../../../shared/i18n/translate';
import { FACT_LIMIT, type RoundFacts } from '../../../shared/review/round/round-log';
import { useTranslate } from '../../app/language';
import { closeDialog } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import { Modal } from '../../ui/Modal';
import { DayField } from './DayField';
import { languageOf } from './RoundSection';
import { sendRound } from './round-actions';
import { useRound } from './round-store';

const FACTS = [
  ['due', 'day'],
  ['questionsSent', 'day'],
  ['purpose', 'text'],
  ['consent', 'text'],
  ['embargo', 'day'],
] as const satisfies readonly (readonly [keyof RoundFacts, string])[];

/** What is agreed with the interviewee, in which language the letter is, and then where the documents go. */
export function RoundSendDialog({ session }: { readonly session: PieceSession }) {
  const translate = useTranslate();
  const id = useId();
  const busy = useRound((state) => state.busy);
  const [facts, setFacts] = useState<RoundFacts>({});
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [language, setLanguage] = useState<Language>(languageOf(session.store.getState().interview.language));
  return (
    <Modal title={translate('commands.round-send')} closeLabel={translate('app.close')} onClose={closeDialog} wide>
      <form
        className="round-form"
        onSubmit={(event) => {
          event.preventDefault();
          void sendRound(session, facts, language);
        }}
      >
        <p className="panel-note">{translate('rounds.send-note')}</p>
        {FACTS.map(([fact, type]) =>
          type === 'day' ? (
            <DayField
              key={fact}
              label={translate(`rounds.fact-${fact}`)}
              day={facts[fact] ?? ''}
              onChange={(day) => {
                setFacts({ ...facts, [fact]: day ?? '' });
                setUnread([...unread.filter((each) => each !== fact), ...(day === undefined ? [fact] : [])]);
              }}
            />
          ) : (
            <div className="field" key={fact} data-across>
              <label className="label" htmlFor={`${id}-${fact}`}>
                {translate(`rounds.fact-${fact}`)}
              </label>
              <input
                id={`${id}-${fact}`}
                maxLength={FACT_LIMIT}
                value={facts[fact] ?? ''}
                onChange={({ target }) => setFacts({ ...facts, [fact]: target.value })}
              />
            </div>
          ),
        )}
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
          <button type="submit" className="button primary" disabled={busy || unread.length > 0}>
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
