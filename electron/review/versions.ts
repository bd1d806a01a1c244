import { join } from 'node:path';
import { VERSION_NAME } from '../../shared/review/review-file';
import { versionsToDrop, type VersionMoment } from '../../shared/review/thin-versions';
import { momentOfVersion } from '../../shared/review/version-name';
import type { Interview } from '../../shared/interview/types';
import { replaceFile } from '../desk/atomic-file';
import { originOf } from '../desk/exchange';
import type { Files } from '../desk/files';
import { readIfThere, VERSIONS_FOLDER } from '../desk/open-piece';
import { stamp } from '../desk/piece-name';
import { decodeSnapshot, encodeSnapshot } from '../desk/snapshot';
import { VERSION_HASH_LENGTH } from '../desk/version-name';
import { sha256 } from '../sha256';

/** The versions of a piece, oldest first, by their names alone. Other files in the folder are passed over. */
export async function listVersions(files: Files, folder: string): Promise<readonly VersionMoment[]> {
  const versions = join(folder, VERSIONS_FOLDER);
  if (!(await files.look(versions))) return [];
  return (await files.list(versions))
    .flatMap(({ name }) => (VERSION_NAME.test(name) ? [{ name, at: momentOfVersion(name) }] : []))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/**
 * Keeps the piece as it stands as `versions/<time>-<hash>.json` and gives the name. A version with the same bytes that is
 * there already answers for it. Durable when it returns; errors of the disk are thrown.
 */
export async function keepVersion(files: Files, folder: string, interview: Interview, now: number): Promise<string> {
  const bytes = encodeSnapshot(interview);
  const ending = `-${sha256(bytes).slice(0, VERSION_HASH_LENGTH)}.json`;
  for (const { name } of (await listVersions(files, folder)).toReversed()) {
    if (name.endsWith(ending) && (await readVersion(files, folder, name))) return name;
  }
  const name = stamp(now) + ending;
  await files.makeFolder(join(folder, VERSIONS_FOLDER));
  await replaceFile(files, join(folder, VERSIONS_FOLDER, name), bytes);
  await files.syncFolder(folder);
  return name;
}

/** A version by its name; null when it is gone, damaged or not the one that was kept under this name. */
export async function readVersion(files: Files, folder: string, name: string): Promise<Interview | null> {
  if (!VERSION_NAME.test(name)) return null;
  const bytes = await readIfThere(files, join(folder, VERSIONS_FOLDER, name));
  if (bytes === null || bytes === 'too-large' || !name.includes(`-${sha256(bytes).slice(0, VERSION_HASH_LENGTH)}.`))
    return null;
  const read = decodeSnapshot(bytes);
  return read.ok ? read.value.interview : null;
}

/** Takes away what the history no longer needs (thin-versions.ts); gives the names that went. */
export async function thinVersions(
  files: Files,
  folder: string,
  now: number,
  kept: ReadonlySet<string>,
): Promise<readonly string[]> {
  // What another desk was given is the base of the merge when it comes back.
  const given = (await originOf(files, folder))?.exchanged.map((hash) => hash.slice(0, VERSION_HASH_LENGTH)) ?? [];
  const versions = await listVersions(files, folder);
  const exchanged = versions.filter(({ name }) => given.some((hash) => name.endsWith(`-${hash}.json`)));
  const drop = versionsToDrop(versions, now, new Set([...kept, ...exchanged.map(({ name }) => name)]));
  for (const name of drop) await files.remove(join(folder, VERSIONS_FOLDER, name));
  return drop;
}
