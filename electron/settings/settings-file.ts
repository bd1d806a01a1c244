import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SettingsFile } from './settings-store';
import { storedSettingsSchema } from './stored-settings';

/**
 * `settings.json` in the folder, which is made when it is not there. A write leaves either the old file or the whole new
 * one at every moment, and throws at what reading would call broken.
 */
export function settingsFile(folder: string): SettingsFile {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'settings.json');
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      } catch (error) {
        // The first start of all.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
        throw error;
      }
    },
    write: (stored) => replace(file, JSON.stringify(storedSettingsSchema.parse(stored), null, '\t')),
  };
}

function replace(file: string, text: string): void {
  // One program writes here: a second start hands over to the first.
  const temporary = `${file}.tmp`;
  try {
    const open = openSync(temporary, 'w');
    try {
      writeFileSync(open, text);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
