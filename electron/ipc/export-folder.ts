import { app } from 'electron';
import { askForPaths } from './ask';
import type { Parts } from './parts';

/** The folder that files of one kind are written into. */
export interface ExportFolder {
  /** Asks for it over the window, beginning where it was last; undefined when cancelled. */
  readonly ask: (into?: 'new-files' | 'originals') => Promise<string | undefined>;
  /** Where it was last. */
  readonly last: () => string;
}

export function exportFolder({ translate, window }: Pick<Parts, 'translate' | 'window'>): ExportFolder {
  let last = app.getPath('documents');
  return {
    ask: async (into = 'new-files') => {
      const say = translate();
      const isOriginals = into === 'originals';
      const [folder] = await askForPaths(window(), {
        title: say(isOriginals ? 'system.choose-originals' : 'system.choose-export'),
        buttonLabel: say(isOriginals ? 'system.originals-here' : 'system.export-here'),
        defaultPath: last,
        properties: ['openDirectory', ...(isOriginals ? [] : (['createDirectory'] as const))],
      });
      last = folder ?? last;
      return folder;
    },
    last: () => last,
  };
}
