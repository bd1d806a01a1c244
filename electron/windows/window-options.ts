import type { BrowserWindowConstructorOptions } from 'electron';
import { nativeTheme } from 'electron';

/** The colour of a window before its page has painted, in the light and the dark theme. */
export interface Ground {
  readonly light: string;
  readonly dark: string;
}

/** What every window of the program has: hidden until it has something to show, sandboxed, without Node. */
export function windowOptions(preload: string, ground: Ground): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Galley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  };
}
