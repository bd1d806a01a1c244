import { stamp } from './piece-name';
import { hashOf } from './snapshot';

/** Characters of the hash in a version's name: enough that a damaged file is noticed. */
export const VERSION_HASH_LENGTH = 16;

/** Where these bytes of a snapshot are kept as a version, relative to the piece's folder: `versions/<time>-<hash>.json`. */
export function versionName(bytes: Uint8Array, now: number): string {
  return `versions/${stamp(now)}-${hashOf(bytes).slice(0, VERSION_HASH_LENGTH)}.json`;
}
