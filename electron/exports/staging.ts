import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { listedIn } from './manifest';

/** Beside the results, so that moving them there is one rename on one disk; hidden, so that nobody takes it for one. */
const PREFIX = '.galley-export-';

/** An unfinished folder this old is left from a program that was killed. */
const STALE_MS = 60 * 60 * 1000;

/** A folder for results in the making. Errors of the file system are thrown. */
export interface Staging {
  readonly folder: string;
  /** Moves each finished entry of the folder to `out`, in place of the one an earlier export left there. */
  place(names: readonly string[]): Promise<void>;
  /** Takes everything away that was not placed, and `out` itself when this export made it and it is empty. */
  clear(): Promise<void>;
}

export async function openStaging(out: string): Promise<Staging> {
  const made = await makeFolders(out);
  try {
    await removeStale(out);
    const folder = await mkdtemp(path.join(out, PREFIX));
    return {
      folder,
      place: (names) => placeAll(names, folder, out),
      clear: async () => {
        await rm(folder, { recursive: true, force: true });
        await removeMade(out, made);
      },
    };
  } catch (error) {
    await removeMade(out, made);
    throw error;
  }
}

/**
 * Makes the folder and those above it; gives the first that it made. Not by `recursive`: where a folder answers ENOENT to
 * everything made in it (/proc, a share that went away), Node's own loop never ends.
 */
async function makeFolders(folder: string): Promise<string | undefined> {
  if (await isFolder(folder)) return undefined;
  const parent = path.dirname(folder);
  const made = parent === folder ? undefined : await makeFolders(parent);
  await mkdir(folder);
  return made ?? folder;
}

async function placeAll(names: readonly string[], folder: string, out: string): Promise<void> {
  const old = path.join(folder, 'replaced');
  await mkdir(old, { recursive: true });
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const name of names) {
      const target = path.join(out, name);
      const aside = path.join(old, name);
      if (await exists(target)) {
        await rename(target, aside);
        undo.push(() => rename(aside, target));
      }
      await rename(path.join(folder, name), target);
      undo.push(() => rm(target, { recursive: true, force: true }));
    }
    for (const name of names) await carryOver(path.join(old, name), path.join(out, name), undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

/** What someone laid into the folder of an earlier export stays there. */
async function carryOver(from: string, to: string, undo: (() => Promise<void>)[]): Promise<void> {
  if (!(await isFolder(from))) return;
  const ours = await listedIn(from);
  for (const entry of await readdir(from)) {
    // A page that the piece no longer has must not stand beside those that it has.
    if (ours.has(entry)) continue;
    const source = path.join(from, entry);
    const target = path.join(to, entry);
    if (await exists(target)) continue;
    await rename(source, target);
    undo.push(() => rename(target, source));
  }
}

async function removeStale(out: string): Promise<void> {
  for (const entry of await readdir(out)) {
    if (!entry.startsWith(PREFIX)) continue;
    const folder = path.join(out, entry);
    if (Date.now() - (await stat(folder)).mtimeMs > STALE_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders from `out` up to `made`, the first that mkdir made, as long as they are empty. */
async function removeMade(out: string, made: string | undefined): Promise<void> {
  if (made === undefined) return;
  for (let folder = path.resolve(out); folder.length >= made.length; folder = path.dirname(folder)) {
    if ((await readdir(folder)).length > 0) return;
    await rmdir(folder);
  }
}

export async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(whenMissing)) !== null;
}

export async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(whenMissing))?.isDirectory() === true;
}

function whenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
