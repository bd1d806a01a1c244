import { ALIVE_EVERY } from '../../shared/ipc/contract';
import { galley } from '../galley';
import { activeField } from '../photos/desk/desk-store';
import { followDocumentState } from './document-state';
import { installKeyboard } from './keyboard';
import { hearNews, openPiece } from './open-piece';
import { runCommand } from './run-command';
import { notifyRemarks, useShell } from './shell-store';

/** The start of the page's own window: the language, the theme and nothing that could change the piece. */
export async function startProofWindow(): Promise<void> {
  const settings = await galley.call('settings:read');
  useShell.setState({
    settings,
    systemLanguage: new URLSearchParams(location.search).get('language') === 'en' ? 'en' : 'vi',
  });
  followDocumentState();
  galley.on('settings:changed', (changed) => useShell.setState({ settings: changed }));
}

/** Everything that happens once: the state of the start, the signals of main, the keyboard. */
export async function startShell(): Promise<void> {
  const start = await galley.call('app:start');
  useShell.setState({ settings: start.settings, systemLanguage: start.systemLanguage });
  followDocumentState();
  notifyRemarks(start.remarks);
  galley.on('menu:command', (command) => runCommand(command));
  galley.on('settings:changed', (settings) => useShell.setState({ settings }));
  galley.on('desk:opened', (piece) => void openPiece(piece));
  galley.on('piece:news', hearNews);
  galley.on('app:closing', () => {
    activeField()?.commit();
    void useShell.getState().session?.leave();
  });
  const alive = () => void galley.call('app:alive');
  alive();
  setInterval(alive, ALIVE_EVERY);
  installKeyboard(runCommand);
  if (start.piece) await openPiece(start.piece);
}
