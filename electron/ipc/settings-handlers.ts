import { ok } from '../../shared/result';
import { openCondition } from '../press/conditions/conditions';
import { askForPaths } from './ask';
import type { Parts } from './parts';
import type { Handlers } from './register';

type SettingsCalls = 'settings:read' | 'settings:write' | 'settings:choose-desk' | 'settings:choose-condition';

export function settingsHandlers(parts: Parts): Pick<Handlers, SettingsCalls> {
  const { settings, settingsChanged, desks, makeDesk, translate, window } = parts;
  return {
    'settings:read': () => settings.read(),

    'settings:write': (change) => {
      const written = settings.write(change);
      settingsChanged(written);
      return written;
    },

    'settings:choose-desk': async () => {
      const say = translate();
      const [folder] = await askForPaths(window(), {
        title: say('system.choose-desk'),
        buttonLabel: say('system.desk-here'),
        defaultPath: settings.read().desk,
        properties: ['openDirectory', 'createDirectory'],
      });
      if (folder === undefined) return ok(null);
      const desk = makeDesk(folder);
      // A folder that cannot even be listed is told now, while the old desk is still the desk.
      const listed = await desk.list();
      if (!listed.ok) return listed;
      if (folder !== settings.read().desk) desks.use(desk);
      const written = settings.write({ desk: folder });
      settingsChanged(written);
      return ok(written);
    },

    'settings:choose-condition': async () => {
      const say = translate();
      const { ownCondition } = settings.read();
      const [file] = await askForPaths(window(), {
        title: say('system.choose-profile'),
        ...(ownCondition ? { defaultPath: ownCondition.path } : {}),
        filters: [{ name: say('system.profile-kind'), extensions: ['icc', 'icm'] }],
        properties: ['openFile'],
      });
      if (file === undefined) return ok(null);
      const opened = await openCondition({ kind: 'profile', path: file });
      if (!opened.ok) return opened;
      const { description, inkLimit } = opened.value;
      const written = settings.write({ condition: 'own', ownCondition: { path: file, name: description, inkLimit } });
      settingsChanged(written);
      return ok(written);
    },
  };
}
