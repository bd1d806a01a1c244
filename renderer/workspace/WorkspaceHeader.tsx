import { Share } from 'lucide-react';
import { plainText } from '../../shared/interview/text';
import { useTranslate } from '../app/language';
import { closePiece } from '../app/open-piece';
import { runCommand } from '../app/run-command';
import { ProfileButton } from '../profiles/ProfileButton';
import { usePiece } from '../session/SessionContext';

/** Where we are, the way back to the desk, and the way out to the page. */
export function WorkspaceHeader() {
  const translate = useTranslate();
  const paper = usePiece(({ interview }) => interview.paper);
  const section = usePiece(({ interview }) => interview.section);
  const headline = usePiece(({ interview }) => plainText(interview.headline));
  const crumbs = [paper, section, headline || translate('desk.untitled')].filter(Boolean);
  return (
    <header className="workspace-head">
      <button
        type="button"
        className="workspace-home"
        title={translate('commands.open-desk')}
        onClick={() => void closePiece()}
      >
        Galley
      </button>
      <span className="crumbs">{crumbs.join(' › ')}</span>
      <ProfileButton />
      <button type="button" className="button primary" onClick={() => runCommand('export')}>
        <Share size={13} aria-hidden /> {translate('commands.export')}
      </button>
    </header>
  );
}
