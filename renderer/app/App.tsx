import { CSPProvider } from '@base-ui/react/csp-provider';
import { DeskScreen } from '../desk/DeskScreen';
import { Workspace } from '../workspace/Workspace';
import { Dialogs } from './Dialogs';
import { LanguageProvider } from './language';
import { Notices } from './Notices';
import { useShell } from './shell-store';

/** The window: the desk or the open piece, with the dialogs and notices above either. */
export function App() {
  const session = useShell((state) => state.session);
  return (
    <CSPProvider disableStyleElements>
      <LanguageProvider>
        {session ? <Workspace key={session.opened.piece} session={session} /> : <DeskScreen />}
        <Notices />
        <Dialogs />
      </LanguageProvider>
    </CSPProvider>
  );
}
