import type { WebContents } from 'electron';
import { BrowserWindow } from 'electron';
import { windowOptions } from './window-options';

const GROUND = { light: '#d8d4cd', dark: '#141210' };

/** The page in a window of its own, for a second screen: it shows and never edits. */
export interface ProofWindow {
  readonly open: () => void;
  readonly close: () => void;
  readonly contents: () => WebContents | null;
}

export interface ProofWindowOptions {
  readonly preload: string;
  readonly address: string;
  /** Called when it has gone away. */
  readonly onClosed: () => void;
  readonly onProblem: (error: unknown) => void;
}

export function createProofWindow({ preload, address, onClosed, onProblem }: ProofWindowOptions): ProofWindow {
  let window: BrowserWindow | null = null;

  function open(): void {
    if (window) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    const opened = new BrowserWindow({
      ...windowOptions(preload, GROUND),
      width: 760,
      height: 960,
      minWidth: 420,
      minHeight: 420,
      autoHideMenuBar: true,
    });
    window = opened;
    opened.once('ready-to-show', () => opened.show());
    opened.on('closed', () => {
      window = null;
      onClosed();
    });
    opened.loadURL(address).catch(onProblem);
  }

  return { open, close: () => window?.close(), contents: () => window?.webContents ?? null };
}
