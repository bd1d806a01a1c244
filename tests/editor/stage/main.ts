import { app, BrowserWindow, protocol } from 'electron';
import path from 'node:path';
import { answer, APP_SCHEME } from '../../../electron/protocol';
import { APP_ORIGIN } from '../../../shared/ipc/addresses';

// The app's own protocol, policy and sandbox around the editor alone.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
const files = { root: path.join(import.meta.dirname, '..', 'page'), photo: () => Promise.resolve(null) };

void app.whenReady().then(() => {
  protocol.handle('app', (request) => answer(files, request.method, request.url));
  const window = new BrowserWindow({
    width: 1100,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
});
app.on('window-all-closed', () => app.quit());
