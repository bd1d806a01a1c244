import { clipboard, shell } from 'electron';
import { runClipboardCommand } from '../menu/install-menu';
import { askWith } from './ask';
import type { Parts } from './parts';
import type { Handlers } from './register';

type AppCalls = 'app:start' | 'app:open-link' | 'app:alive' | 'app:log' | 'app:clipboard-text' | 'app:edit';

export function appHandlers({ start, log, translate, window, alive }: Parts): Pick<Handlers, AppCalls> {
  return {
    'app:start': start,

    'app:open-link': async (link) => {
      const say = translate();
      const { protocol, host, href } = new URL(link);
      const answer = await askWith(window(), {
        type: 'question',
        message: say(protocol === 'mailto:' ? 'system.link-mail-question' : 'system.link-question'),
        // What a link reads like and where it goes may differ: the host as the browser will see it is shown.
        detail: host === '' ? href : `${say('system.link-host', { host })}\n${href}`,
        buttons: [say('system.link-open'), say('system.cancel')],
        defaultId: 0,
        cancelId: 1,
      });
      if (answer === 0) await shell.openExternal(href);
      return null;
    },

    'app:alive': () => {
      alive();
      return null;
    },

    'app:log': (message) => {
      log.error('window:', message);
      return null;
    },

    'app:clipboard-text': () => clipboard.readText(),

    'app:edit': (command) => {
      const contents = window()?.webContents;
      if (contents) runClipboardCommand(command, contents);
      return null;
    },
  };
}
