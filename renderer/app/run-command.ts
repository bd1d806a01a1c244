import type { CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import type { Settings } from '../../shared/ipc/contract';
import { galley } from '../galley';
import { useProof } from '../proof/proof-store';
import { runDeskCommand } from '../photos/desk/run-desk-command';
import { useDesk } from '../photos/desk/desk-store';
import { addPictures, chooseGallery } from '../photos/take-gallery';
import { choosePhotos } from '../photos/take-photos';
import { runInComments } from '../review/comments/run-in-comments';
import type { PieceSession } from '../session/piece-session';
import { closePiece, importPiece, saveCopy } from './open-piece';
import { runInReview } from '../review/run-in-review';
import { runSuggestCommand } from '../review/suggest/run-suggest-command';
import { notifyFailure, openDialog, useShell } from './shell-store';

const TABS = {
  'panel-story': 'story',
  'panel-photos': 'photos',
  'panel-review': 'review',
  'panel-checks': 'checks',
  'panel-page': 'page',
  'panel-conflicts': 'conflicts',
} as const;

const NEEDS = new Map(COMMANDS.map(({ id, needs }) => [id, needs]));

/** What changes the piece and is no command of the editor, which refuses by itself while the piece is only read. */
const WRITES: ReadonlySet<CommandId> = new Set(['fill-variables', 'insert-photo', 'replace', 'take-back-restore']);

/** Runs a command from the menu, the palette, a button or a key; false when it does not apply here. */
export function runCommand(command: CommandId): boolean {
  const { session, dialog } = useShell.getState();
  if (NEEDS.get(command) !== 'nothing' && !session) return false;
  if (session?.store.getState().readOnly && WRITES.has(command)) return false;
  // The dialog has the keyboard: only its own keys act, so that nothing changes behind it.
  if (dialog && command !== 'palette') return false;
  const { desk } = useDesk.getState();
  const atDesk = runDeskCommand(command, session);
  if (atDesk !== undefined) return atDesk;
  // Behind the photo desk nothing may change that nobody sees.
  if (desk && (NEEDS.get(command) === 'editor' || command === 'find' || command === 'replace')) return false;
  return runInShell(command) ?? session?.editor?.run(command) ?? false;
}

/** True for a command that is done here, undefined for one of the editor's. */
function runInShell(command: CommandId): boolean | undefined {
  const { session } = useShell.getState();
  switch (command) {
    case 'new':
    case 'open-desk':
      return done(closePiece());
    case 'import':
      return done(importPiece());
    case 'save':
      session?.editor?.flush();
      session?.queue.retry();
      return true;
    case 'save-copy':
      return done(saveCopy());
    case 'take-over':
      return session ? done(takeOver(session)) : false;
    case 'read-only':
      session?.setReadOnly(!session.store.getState().readOnly);
      return true;
    case 'reveal-piece':
      return done(revealPiece());
    case 'export':
    case 'settings':
    case 'profiles':
    case 'palette':
    case 'shortcuts':
      openDialog({ kind: command });
      return true;
    case 'fill-variables':
      openDialog({ kind: 'variables' });
      return true;
    case 'find':
    case 'replace':
      useShell.setState({ find: command });
      return true;
    case 'suggest-mode':
    case 'next-suggestion':
    case 'previous-suggestion':
    case 'accept-suggestion':
    case 'refuse-suggestion':
    case 'accept-block-suggestions':
    case 'refuse-block-suggestions':
    case 'accept-all-suggestions':
    case 'refuse-all-suggestions':
      return session ? runSuggestCommand(session, command) : false;
    case 'insert-photo':
      return session ? done(choosePhotos(session)) : false;
    case 'insert-gallery':
      return session ? done(chooseGallery(session)) : false;
    case 'add-to-gallery': {
      const gallery = session?.editor?.gallery();
      return session && gallery ? done(addPictures(session, gallery)) : false;
    }
    case 'panel-story':
    case 'panel-photos':
    case 'panel-review':
    case 'panel-checks':
    case 'panel-page':
    case 'panel-conflicts':
      useShell.setState({ tab: TABS[command] });
      return true;
    case 'page-window':
      return done(galley.call('proof:tear-off'));
    case 'page-galley':
      useProof.setState(({ galley: asGalley }) => ({ galley: !asGalley }));
      useShell.setState({ tab: 'page' });
      return true;
    case 'column-width':
      return writeSettings({ columnWidth: !useShell.getState().settings.columnWidth });
    case 'theme-light':
    case 'theme-dark':
    case 'theme-system':
      return writeSettings({
        theme: command === 'theme-light' ? 'light' : command === 'theme-dark' ? 'dark' : 'system',
      });
    case 'cut':
    case 'copy':
    case 'paste':
    case 'paste-plain':
      // Only the system's own events carry the data of the clipboard.
      return done(galley.call('app:edit', command));
    case 'quit':
      window.close();
      return true;
    default:
      return session ? (runInComments(session, command) ?? runInReview(session, command)) : undefined;
  }
}

/** Writes settings and shows them at once. */
export function writeSettings(change: Partial<Settings>): true {
  return done(galley.call('settings:write', change).then((settings) => useShell.setState({ settings })));
}

/** The piece is open here in the place of whoever had it; they are told and go on writing. */
async function takeOver(session: PieceSession): Promise<void> {
  const result = await galley.call('piece:take-over', session.opened.piece);
  if (result.ok) session.setReadOnly(false);
  else notifyFailure(result.failure);
}

async function revealPiece(): Promise<void> {
  const { session } = useShell.getState();
  if (!session) return;
  const result = await galley.call('desk:reveal', session.opened.piece);
  if (!result.ok) notifyFailure(result.failure);
}

function done(work: Promise<unknown>): true {
  work.catch((error: unknown) => galley.call('app:log', String(error)));
  return true;
}
