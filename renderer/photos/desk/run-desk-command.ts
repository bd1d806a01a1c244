import type { CommandId } from '../../../shared/commands/table';
import { openDialog } from '../../app/shell-store';
import type { PieceSession } from '../../session/piece-session';
import {
  chooseCodes,
  closePhotoDesk,
  copyPrevious,
  fillSelected,
  openPhotoDesk,
  selectAll,
  step,
  wordByPattern,
} from './desk-actions';
import { togglePicture } from './desk-focus';
import { activeField, setDesk, useDesk } from './desk-store';
import { suggestCrops } from './suggest-crops';

/** Runs a command of the photo desk; undefined for one that is none of its own. */
export function runDeskCommand(command: CommandId, session: PieceSession | null): boolean | undefined {
  const { desk } = useDesk.getState();
  if (command === 'photo-desk') {
    if (desk) closePhotoDesk();
    else if (session) openPhotoDesk(session);
    return session !== null;
  }
  if (command === 'photo-files') {
    openDialog({ kind: 'photo-files' });
    return true;
  }
  if (!desk) return command.startsWith('photo-') ? false : undefined;
  // The list of names has the keyboard.
  if (desk.people) return false;
  switch (command) {
    case 'photo-next':
      step(1);
      return true;
    case 'photo-previous':
      step(-1);
      return true;
    case 'photo-select-all':
      selectAll();
      return true;
    case 'photo-copy-previous':
      return copyPrevious(document.activeElement instanceof HTMLTextAreaElement) || true;
    case 'photo-fill-selected':
      return fillSelected();
    case 'photo-people':
      setDesk({ people: true });
      return true;
    case 'photo-pattern':
      return wordByPattern();
    case 'photo-picture':
      return togglePicture();
    case 'photo-suggest-crops':
      void suggestCrops();
      return true;
    case 'photo-patterns':
      openDialog({ kind: 'photo-patterns' });
      return true;
    case 'photo-codes':
      void chooseCodes();
      return true;
    case 'undo':
    case 'redo':
      activeField()?.commit();
      return command === 'undo' ? desk.history.undo() : desk.history.redo();
    default:
      return undefined;
  }
}
