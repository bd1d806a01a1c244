import type { BrowserWindow } from 'electron';
import { sendSignal } from '../ipc/send-signal';
import type { Desks } from '../ipc/desks';
import type { Log } from '../log';

/** How long the window has to hand over its last typing, in milliseconds. What it handed over before is on the disk. */
const PATIENCE = 3000;

/** Lets the window hand over what it holds and closes the open pieces before it goes; then it goes in any case. */
export function closeInOrder(window: BrowserWindow, desks: Desks, log: Log): void {
  let stage: 'open' | 'closing' = 'open';
  window.on('close', (event) => {
    if (desks.openPieces().length === 0) return;
    event.preventDefault();
    if (stage === 'closing') return;
    stage = 'closing';
    void settle(window, desks, log).finally(() => window.destroy());
  });
}

async function settle(window: BrowserWindow, desks: Desks, log: Log): Promise<void> {
  if (!window.webContents.isCrashed()) {
    sendSignal(window.webContents, 'app:closing');
    await Promise.race([desks.allClosed(), new Promise((done) => setTimeout(done, PATIENCE))]);
  }
  for (const piece of desks.openPieces()) {
    log.warn('closed without an answer of the window', piece);
    const closed = await desks.close(piece);
    if (!closed.ok) log.error('not closed', piece, closed.failure.kind);
  }
}
