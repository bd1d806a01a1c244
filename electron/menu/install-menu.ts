import type { WebContents } from 'electron';
import { app, BrowserWindow, Menu } from 'electron';
import type { CommandId } from '../../shared/commands/table';
import type { Translate } from '../../shared/i18n/translate';
import type { ClipboardCommand } from '../../shared/ipc/contract';
import { sendSignal } from '../ipc/send-signal';
import { contextMenuTemplate } from './context-menu-template';
import { menuTemplate } from './menu-template';

/** Puts up the menu bar in one language; called again when the language changes. */
export function installMenu(translate: Translate, contents: () => WebContents | null): void {
  const run = (command: CommandId) => runCommand(command, contents());
  const template = menuTemplate({ translate, platform: process.platform, development: !app.isPackaged, run });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Shows the menu of a right click in this window. */
export function followContextMenu(contents: WebContents, translate: () => Translate): void {
  contents.on('context-menu', (_event, clicked) => {
    const run = (command: CommandId) => runCommand(command, contents);
    const template = contextMenuTemplate(clicked, { translate: translate(), run });
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}

/** Cut, copy and paste go through the system so that the DOM's clipboard events fire; the rest is the window's. */
function runCommand(command: CommandId, contents: WebContents | null): void {
  if (command === 'quit') quit(contents);
  else if (!contents || contents.isDestroyed()) return;
  else if (isClipboardCommand(command)) runClipboardCommand(command, contents);
  else sendSignal(contents, 'menu:command', command);
}

function isClipboardCommand(command: CommandId): command is ClipboardCommand {
  return command === 'cut' || command === 'copy' || command === 'paste' || command === 'paste-plain';
}

/** Cut, copy or paste where the caret is. */
export function runClipboardCommand(command: ClipboardCommand, contents: WebContents): void {
  if (command === 'cut') contents.cut();
  else if (command === 'copy') contents.copy();
  else if (command === 'paste') contents.paste();
  else contents.pasteAndMatchStyle();
}

/** By way of the window, which may have words to hand over and a question to ask; the last window ends the program. */
function quit(contents: WebContents | null): void {
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (window) window.close();
  else app.quit();
}
