import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { storedSettingsSchema } from './stored-settings';

/** Larger than any settings file of ours by far, in bytes: such a file is not read into memory's limits but set aside. */
const SIZE_LIMIT = 1_000_000;

/**
 * Looks at the settings file before anything else does, and moves a broken one aside as `settings-broken-<time>.json`
 * in the same folder. Gives the new name, or null when the file is sound or not there. Throws when it cannot be moved.
 */
export function setBrokenAside(folder: string, now: Date): string | null {
  const file = path.join(folder, 'settings.json');
  if (isSound(file)) return null;
  const name = `settings-broken-${now.toISOString().replaceAll(':', '-')}.json`;
  renameSync(file, path.join(folder, name));
  return name;
}

function isSound(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > SIZE_LIMIT) return false;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const data: unknown = JSON.parse(text);
    return storedSettingsSchema.safeParse(data).success && !Object.hasOwn(data as object, '__proto__');
  } catch (error) {
    // Not there is sound: the defaults hold. A folder of that name, wrong bytes or no JSON is not.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
