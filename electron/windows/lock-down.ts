import type { Session, WebContents } from 'electron';
import { app } from 'electron';
import type { Log } from '../log';
import { isAllowedRequest } from './allowed-request';

/** Refuses what no part of the program needs: permissions, devices, downloads and every request but those to our own scheme. */
export function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.warn('permission refused', permission);
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, decide) => {
    const cancel = !isAllowedRequest(request.url, !app.isPackaged);
    // The origin only: the rest of an address may hold words of a piece.
    if (cancel) log.warn('request refused', request.url.split('/').slice(0, 3).join('/'));
    decide({ cancel });
  });
}

/** Keeps any page, now and later, from going elsewhere, opening windows or holding foreign pages. */
export function lockContents(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault: () => void }) => {
    log.warn('navigation refused');
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
