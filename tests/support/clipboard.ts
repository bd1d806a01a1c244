import type { ElectronApplication, Page } from '@playwright/test';

export interface ClipboardContent {
  readonly text?: string;
  readonly html?: string;
}

/** Puts text and HTML on the system's clipboard, as another program would. */
export async function putOnClipboard(app: ElectronApplication, content: ClipboardContent): Promise<void> {
  await app.evaluate(({ clipboard }, data) => {
    clipboard.clear();
    clipboard.write(data);
  }, content);
}

/** Pastes as by Ctrl+V into what has the focus. */
export async function paste(app: ElectronApplication, page: Page, content: ClipboardContent): Promise<void> {
  await putOnClipboard(app, content);
  await page.keyboard.press('ControlOrMeta+v');
}

/** What other programs would get from the clipboard. */
export async function readClipboard(app: ElectronApplication): Promise<Required<ClipboardContent>> {
  return await app.evaluate(({ clipboard }) => ({ text: clipboard.readText(), html: clipboard.readHTML() }));
}
