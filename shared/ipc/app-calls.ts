import type { Remark } from '../checks/remark';
import type { PieceId } from './desk-calls';
import type { Settings } from './settings-calls';

/** The program itself: its start, its log, the clipboard. */
export interface AppCalls {
  'app:start': () => StartState;
  /** Opens an http, https or mailto address in the system's browser, after main has checked it. */
  'app:open-link': (link: string) => null;
  /** Said every ALIVE_EVERY milliseconds while the window answers. */
  'app:alive': () => null;
  /** What a bug in the window looked like, for the log. */
  'app:log': (message: string) => null;
  /** The plain text on the clipboard. */
  'app:clipboard-text': () => string;
  /** Runs the system's own cut, copy or paste where the caret is, so that the DOM's clipboard events fire. */
  'app:edit': (command: ClipboardCommand) => null;
}

/** How often the window says that it is alive, in milliseconds. */
export const ALIVE_EVERY = 2000;

export type ClipboardCommand = 'cut' | 'copy' | 'paste' | 'paste-plain';

export interface StartState {
  readonly settings: Settings;
  /** vi or en: what "system" comes to on this machine. */
  readonly systemLanguage: 'vi' | 'en';
  /** The piece to show first; null shows the desk. */
  readonly piece: PieceId | null;
  /** Sentences to show quietly at the start: a settings file set aside, and the like. */
  readonly remarks: readonly Remark[];
}
