// The least that Electron can do: one window with one word, or with the one file it is given. The product is measured against it.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  const file = process.env.BARE_PAGE;
  if (file) await window.loadFile(file);
  else await window.loadURL('data:text/html,<html data-ready="true"><body>Galley</body></html>');
});
app.on('window-all-closed', () => app.quit());
