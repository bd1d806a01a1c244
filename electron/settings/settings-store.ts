import { equalData } from '../../shared/interview/equal';
import type { Settings } from '../../shared/ipc/contract';
import { NAME_LIMIT } from '../../shared/review/profile';
import type { StoredSettings, WindowState } from './stored-settings';
import { defaultSettings, storedSettingsSchema } from './stored-settings';

/** The file behind the settings. Both may throw (a full disk, a file changed by hand). */
export interface SettingsFile {
  readonly read: () => unknown;
  readonly write: (stored: StoredSettings) => void;
}

export interface SettingsOptions {
  readonly file: SettingsFile;
  /** The desk when neither the file nor the environment names one. */
  readonly desk: string;
  /** A desk named by the environment: it wins, and is not written down. */
  readonly deskOverride?: string | undefined;
  readonly onProblem: (error: unknown) => void;
}

/** The settings as the program uses them; read once, then held here and written through. */
export interface SettingsStore {
  readonly read: () => Settings;
  /** `lastPiece: null` forgets it. Naming a desk ends an override. */
  readonly write: (change: SettingsChange) => Settings;
  readonly windowState: () => WindowState | undefined;
  readonly keepWindowState: (state: WindowState) => void;
}

export type SettingsChange = Partial<Omit<Settings, 'lastPiece'>> & { readonly lastPiece?: string | null };

export function createSettingsStore({ file, desk, deskOverride, onProblem }: SettingsOptions): SettingsStore {
  let stored = readStored(file, onProblem);
  let override = deskOverride;
  let kept = true;

  const keep = (next: StoredSettings) => {
    // Each start names the piece that was open last: what is on the disk already is not written and flushed again.
    if (kept && equalData(stored, next)) return;
    stored = next;
    kept = false;
    try {
      file.write(next);
      kept = true;
    } catch (error) {
      // The choice holds until the program ends; no setting is worth stopping somebody's work for.
      onProblem(error);
    }
  };

  const read = () => settingsOf(stored, defaultSettings(override ?? stored.desk ?? desk));

  return {
    read,
    write: ({ lastPiece, profiles, ownPatterns, ...change }) => {
      if (change.desk !== undefined) override = undefined;
      const next: StoredSettings = {
        ...stored,
        ...change,
        ...(profiles ? { profiles: [...profiles] } : {}),
        ...(ownPatterns ? { ownPatterns: ownPatterns.map(({ name = '', ...pattern }) => ({ name, ...pattern })) } : {}),
      };
      if (lastPiece === null) delete next.lastPiece;
      else if (lastPiece !== undefined) next.lastPiece = lastPiece;
      keep(next);
      return read();
    },
    windowState: () => stored.window,
    keepWindowState: (window) => keep({ ...stored, window }),
  };
}

function readStored(file: SettingsFile, onProblem: (error: unknown) => void): StoredSettings {
  try {
    return storedSettingsSchema.parse(file.read());
  } catch (error) {
    onProblem(error);
    return {};
  }
}

/** Settings before profiles knew one journalist by name: that person is the first profile. */
function earlierJournalist({ journalist = '' }: StoredSettings): Settings['profiles'] {
  const name = journalist.normalize('NFC').trim().slice(0, NAME_LIMIT);
  return name === '' ? [] : [{ id: 'first', name, role: 'journalist' }];
}

/** Only the keys of the contract: what a newer version wrote stays in the file and out of the window. */
function settingsOf(stored: StoredSettings, defaults: Settings): Settings {
  return {
    language: stored.language ?? defaults.language,
    theme: stored.theme ?? defaults.theme,
    desk: defaults.desk,
    paper: stored.paper ?? defaults.paper,
    profiles: stored.profiles ?? earlierJournalist(stored),
    columnWidth: stored.columnWidth ?? defaults.columnWidth,
    condition: stored.condition ?? defaults.condition,
    ...(stored.ownCondition === undefined ? {} : { ownCondition: stored.ownCondition }),
    ...(stored.profile === undefined ? {} : { profile: stored.profile }),
    captionPattern: stored.captionPattern ?? defaults.captionPattern,
    ownPatterns: stored.ownPatterns ?? defaults.ownPatterns,
    ...(stored.lastPiece === undefined ? {} : { lastPiece: stored.lastPiece }),
  };
}
