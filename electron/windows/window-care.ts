import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { ALIVE_EVERY } from '../../shared/ipc/contract';
import type { Log } from '../log';

/** A window that dies more often than this within a minute will not get better by opening it once more. */
const TRIES_PER_MINUTE = 3;
/** Signs of life that may stay away before the window counts as frozen: with ALIVE_EVERY, 8 seconds. */
const MISSED = 4;

export interface WindowCare {
  readonly load: () => Promise<void>;
  readonly translate: () => Translate;
  readonly log: Log;
  /** Called before the window is loaded again. */
  readonly onRestart: () => void;
}

/**
 * Opens the page again when its process died, and offers to when it has stopped answering. The journal lives in main,
 * so at most the last second of typing is lost with the page. Gives what to call at each sign of life.
 */
export function careForWindow(window: BrowserWindow, { load, translate, log, onRestart }: WindowCare): () => void {
  const deaths: number[] = [];
  const contents = window.webContents;
  // Counted in ticks, not by the clock: a machine that slept for a night has missed nothing.
  let missed: number | null = null;
  let question: AbortController | null = null;
  const ticking = setInterval(() => {
    if (missed === null || ++missed < MISSED) return;
    frozen();
  }, ALIVE_EVERY);
  window.once('closed', () => clearInterval(ticking));

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('window process gone', reason, exitCode);
    missed = null;
    question?.abort();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => now - at < 60_000).length > TRIES_PER_MINUTE) return giveUp();
    onRestart();
    load().catch((error: unknown) => log.error('window not loaded again', error));
  });

  contents.on('preload-error', (_event, file, error) => log.error('preload', path.basename(file), error));

  contents.on('did-start-loading', () => (missed = null));
  // Chromium tells only after half a minute, and only when somebody presses a key.
  window.on('unresponsive', frozen);

  function frozen(): void {
    if (question) return;
    log.warn('window does not answer');
    const asking = new AbortController();
    question = asking;
    askToReopen(asking.signal)
      .catch((error: unknown) => log.error('question not shown', error))
      .finally(() => {
        question = null;
        missed &&= 0;
      });
  }

  function alive(): void {
    missed = 0;
    // It has come back by itself: nobody needs to decide anything.
    question?.abort();
  }

  async function askToReopen(signal: AbortSignal): Promise<void> {
    const say = translate();
    const { response } = await dialog.showMessageBox(window, {
      signal,
      type: 'warning',
      message: say('system.window-frozen'),
      detail: say('system.window-frozen-detail'),
      buttons: [say('system.window-wait'), say('system.window-reopen')],
      defaultId: 0,
      cancelId: 0,
    });
    // Its end is told by render-process-gone, which loads the page again.
    if (response === 1 && !signal.aborted && !window.isDestroyed()) contents.forcefullyCrashRenderer();
  }

  function giveUp(): void {
    const say = translate();
    const folder = path.join(app.getPath('userData'), 'logs');
    dialog.showErrorBox(say('system.window-broken'), say('system.window-broken-detail', { folder }));
    app.quit();
  }
  return alive;
}
