import type { BrowserWindow } from 'electron';
import type { MintId } from '../../shared/interview/build';
import type { Translate } from '../../shared/i18n/translate';
import type { Settings, StartState } from '../../shared/ipc/contract';
import type { Desk } from '../desk/desk';
import type { Documents } from '../docx/documents';
import type { PhotoFiles } from '../photos/remote-writer';
import type { Log } from '../log';
import type { Pictures, Press } from '../press/press';
import type { History } from '../review/history';
import type { SettingsStore } from '../settings/settings-store';
import type { Leaving } from '../windows/orderly-close';
import type { ProofWindow } from '../windows/proof-window';
import type { Desks } from './desks';
import type { PhotoWork } from './photo-work';

/** The parts of the program that the handlers work with; main.ts makes them. */
export interface Parts {
  readonly desks: Desks;
  /** A desk on this folder, which need not be there yet. */
  readonly makeDesk: (folder: string) => Desk;
  readonly settings: SettingsStore;
  readonly press: () => Press;
  readonly pictures: () => Pictures;
  readonly documents: Documents;
  readonly photoFiles: () => PhotoFiles;
  readonly photoWork: PhotoWork;
  /** Where settings, previews and the code list lie. */
  readonly userData: string;
  readonly mint: MintId;
  readonly log: Log;
  /** The kept past of the pieces. */
  readonly history: History;
  /** The main window, or null before it is made and after it is gone. */
  readonly window: () => BrowserWindow | null;
  /** The page in a window of its own. */
  readonly proofWindow: ProofWindow;
  /** In the interface's language of the moment. */
  readonly translate: () => Translate;
  /** Makes what follows from the settings true: theme, menu, and that the window knows. */
  readonly settingsChanged: (settings: Settings) => void;
  /** What the window starts with; asked again when it had to be loaded again. */
  readonly start: () => Promise<StartState>;
  /** How the window goes. */
  readonly leaving: () => Leaving;
  /** A piece has been opened in the window. */
  readonly pieceOpened: () => void;
  /** The window has said that it answers. */
  readonly alive: () => void;
}
