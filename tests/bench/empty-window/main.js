// The least that Electron can do: one window with one word. The product's cold start is measured against it.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<html data-ready="true"><body>Galley</body></html>');
});
app.on('window-all-closed', () => app.quit());
