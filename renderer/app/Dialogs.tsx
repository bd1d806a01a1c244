import { ExportDialog } from '../exports/ExportDialog';
import { Palette } from '../palette/Palette';
import { ProfilesDialog } from '../profiles/ProfilesDialog';
import { ShortcutSheet } from '../palette/ShortcutSheet';
import { PatternsDialog } from '../photos/desk/PatternsDialog';
import { PhotoFilesDialog } from '../photos/desk/PhotoFilesDialog';
import { SettingsDialog } from '../settings/SettingsDialog';
import { StartPieceDialog } from '../desk/StartPieceDialog';
import { RoundSendDialog } from '../review/rounds/RoundSendDialog';
import { VariablesDialog } from '../story/VariablesDialog';
import { useShell } from './shell-store';

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useShell((state) => state.dialog);
  const session = useShell((state) => state.session);
  switch (dialog?.kind) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'settings':
      return <SettingsDialog />;
    case 'profiles':
      return <ProfilesDialog />;
    case 'start-piece':
      return <StartPieceDialog template={dialog.template} />;
    case 'export':
      return session && <ExportDialog session={session} />;
    case 'round-send':
      return session && <RoundSendDialog session={session} />;
    case 'photo-files':
      return session && <PhotoFilesDialog session={session} />;
    case 'photo-patterns':
      return session && <PatternsDialog session={session} />;
    case 'variables':
      return session && <VariablesDialog session={session} />;
    default:
      return null;
  }
}
