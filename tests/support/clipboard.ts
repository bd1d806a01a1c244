import type { ElectronApplication, Page } from '@playwright/test';

export interface ClipboardContent {
  readonly text?: string;
  readonly html?: string;
}

/** The clipboard of Electron 33, which the declared version's types no longer describe. */
interface SynchronousClipboard {
  clear(): void;
  write(content: ClipboardContent): void;
  readText(): string;
  readHTML(): string;
}

/** Puts text and HTML on the system's clipboard, as another program would. */
export async function putOnClipboard(app: ElectronApplication, content: ClipboardContent): Promise<void> {
  await app.evaluate(async ({ clipboard, ClipboardItem }, { text, html }) => {
    if (typeof ClipboardItem === 'function') {
      const kinds = {
        ...(text !== undefined && { 'text/plain': text }),
        ...(html !== undefined && { 'text/html': html }),
      };
      await clipboard.write([new ClipboardItem(kinds)]);
      return;
    }
    const old = clipboard as unknown as SynchronousClipboard;
    old.clear();
    old.write({ ...(text !== undefined && { text }), ...(html !== undefined && { html }) });
  }, content);
}

/** Pastes as by Ctrl+V into what has the focus. */
export async function paste(app: ElectronApplication, page: Page, content: ClipboardContent): Promise<void> {
  await putOnClipboard(app, content);
  await page.keyboard.press('ControlOrMeta+v');
}

/** What other programs would get from the clipboard; an absent kind is the empty string. */
export async function readClipboard(app: ElectronApplication): Promise<Required<ClipboardContent>> {
  return await app.evaluate(async ({ clipboard, ClipboardItem }) => {
    if (typeof ClipboardItem === 'function') {
      const [item] = await clipboard.read();
      const html = item?.types.includes('text/html') === true ? await (await item.getType('text/html')).text() : '';
      return { text: await clipboard.readText(), html };
    }
    const old = clipboard as unknown as SynchronousClipboard;
    return { text: old.readText(), html: old.readHTML() };
  });
}
