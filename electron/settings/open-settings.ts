import type { Remark } from '../../shared/checks/remark';
import { note } from '../../shared/checks/remark';
import { setBrokenAside } from './set-aside';
import { settingsFile } from './settings-file';
import type { SettingsStore } from './settings-store';
import { createSettingsStore } from './settings-store';

export interface OpenedSettings {
  readonly settings: SettingsStore;
  /** What the user should know: a broken file that was set aside. */
  readonly remarks: readonly Remark[];
}

/**
 * Opens `settings.json` in the folder. A broken file is set aside and told by a remark; when the disk refuses even that,
 * the settings live in memory until the program ends. Nothing else in the folder is touched.
 */
export function openSettings(
  folder: string,
  options: {
    readonly desk: string;
    readonly deskOverride?: string | undefined;
    readonly onProblem: (error: unknown) => void;
  },
): OpenedSettings {
  try {
    const aside = setBrokenAside(folder, new Date());
    const file = settingsFile(folder);
    file.read();
    return {
      settings: createSettingsStore({ ...options, file }),
      remarks: aside === null ? [] : [note('settings-set-aside', { file: aside })],
    };
  } catch (error) {
    options.onProblem(error);
    return {
      settings: createSettingsStore({ ...options, file: { read: () => ({}), write: () => undefined } }),
      remarks: [note('settings-not-kept')],
    };
  }
}
