import { app } from 'electron';
import log from 'electron-log/main';
import path from 'node:path';

/** The program's log: ids, numbers and causes, never a line of anybody's text. */
export interface Log {
  readonly info: (...parts: readonly unknown[]) => void;
  readonly warn: (...parts: readonly unknown[]) => void;
  readonly error: (...parts: readonly unknown[]) => void;
}

/** Opens `logs/main.log` in the user's data folder (at most 1 MB, one older file is kept) and catches what nothing else caught. */
export function openLog(): Log {
  log.transports.file.resolvePathFn = () => path.join(app.getPath('userData'), 'logs', 'main.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.level = 'info';
  log.transports.console.level = app.isPackaged ? false : 'warn';
  // A bug in one handler must not take the window and its unsaved second of typing with it.
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  return { info: log.info, warn: log.warn, error: log.error };
}
