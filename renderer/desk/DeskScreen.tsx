import { FileInput } from 'lucide-react';
import { useEffect } from 'react';
import { TEMPLATES } from '../../shared/templates/all';
import { markReady } from '../app/document-state';
import { useTranslate } from '../app/language';
import { importPiece } from '../app/open-piece';
import { openDialog, useShell } from '../app/shell-store';
import { ProfileButton } from '../profiles/ProfileButton';
import { WhoLine } from '../profiles/WhoLine';
import { readDesk, useDesk } from './desk-store';
import { PieceList } from './PieceList';
import './DeskScreen.css';

/** The first screen: what lies on the desk, and the ways to begin. */
export function DeskScreen() {
  const translate = useTranslate();
  const pieces = useDesk((state) => state.pieces);
  const failure = useDesk((state) => state.failure);
  const desk = useShell((state) => state.settings.desk);
  const known = useShell(({ settings }) => settings.profiles.length > 0);
  useEffect(() => {
    void readDesk().then(() => markReady(true));
  }, [desk]);

  return (
    <main className="desk">
      <header className="desk-head">
        <h1>Galley</h1>
        <p title={desk}>{desk}</p>
        {known && <ProfileButton />}
        <button type="button" className="button" onClick={() => void importPiece()}>
          <FileInput size={14} aria-hidden /> {translate('desk.import')}
        </button>
      </header>
      <WhoLine />
      <div className="desk-columns">
        <section aria-labelledby="desk-pieces">
          <h2 id="desk-pieces" className="label">
            {translate('desk.pieces')}
          </h2>
          {failure && (
            <p className="desk-failure" role="alert">
              {translate.loose(`failures.${failure.kind}`, { ...failure })}{' '}
              <button type="button" className="text-button" onClick={() => void readDesk()}>
                {translate('app.retry')}
              </button>
            </p>
          )}
          {pieces && pieces.length === 0 && <p className="desk-empty">{translate('desk.empty')}</p>}
          {pieces && pieces.length > 0 && <PieceList pieces={pieces} />}
        </section>
        <section aria-labelledby="desk-new">
          <h2 id="desk-new" className="label">
            {translate('desk.new')}
          </h2>
          <ul className="template-rows">
            {TEMPLATES.map(({ id }) => (
              <li key={id}>
                <button
                  type="button"
                  className="template-row"
                  onClick={() => openDialog({ kind: 'start-piece', template: id })}
                >
                  <strong>{translate.loose(`templates.${id}-name`)}</strong>
                  <span>{translate.loose(`templates.${id}-description`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
