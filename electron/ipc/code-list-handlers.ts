import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CodeListText } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import { decodeText } from '../../shared/text/decode';
import { deskFailure } from '../desk/failures';
import { askForPaths } from './ask';
import type { Parts } from './parts';
import type { Handlers } from './register';

type CodeListCalls = 'codes:choose' | 'codes:read';

/** 50,000 lines of a few columns stay below, in bytes. */
const LIMIT = 8 * 1024 * 1024;

/** The copy that is kept: its first line is what the list was called, the rest the list as it came. */
const KEPT = 'code-list.txt';

/** The code list of this machine. A copy is kept, for lists mostly come on a stick. */
export function codeListHandlers({ userData, translate, window, log }: Parts): Pick<Handlers, CodeListCalls> {
  const kept = path.join(userData, KEPT);
  return {
    'codes:choose': async () => {
      const say = translate();
      const [file] = await askForPaths(window(), {
        title: say('system.choose-codes'),
        properties: ['openFile'],
        filters: [
          { name: say('system.file-codes'), extensions: ['txt', 'tsv', 'tab'] },
          { name: say('system.file-all'), extensions: ['*'] },
        ],
      });
      if (file === undefined) return ok(null);
      try {
        if ((await stat(file)).size > LIMIT) return failed({ kind: 'too-large', limit: LIMIT / 1024 / 1024 });
        const text = decodeText(await readFile(file), (label) => new TextDecoder(label, { fatal: true }));
        if (!text.ok) return text;
        const name = path.basename(file);
        await writeFile(kept, `${name}\n${text.value}`);
        return ok({ name, text: text.value });
      } catch (error) {
        return failed(deskFailure(error));
      }
    },

    'codes:read': async (): Promise<CodeListText | null> => {
      try {
        const [name = '', ...lines] = (await readFile(kept, 'utf8')).split('\n');
        return { name, text: lines.join('\n') };
      } catch (error) {
        // None was ever chosen, mostly; a list that cannot be read is not worth stopping anybody.
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT') log.warn('code list not read', error);
        return null;
      }
    },
  };
}
