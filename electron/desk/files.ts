import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * The few things the desk asks of a disk, each as raw as the system gives it, so that tests can put a disk that fails or
 * forgets in its place. All paths are absolute. Everything throws the system's errors (ENOENT, ENOSPC …).
 */
export interface Files {
  readonly read: (path: string) => Promise<Uint8Array>;
  /** A new file; EEXIST when the name is taken. */
  readonly create: (path: string) => Promise<OpenFile>;
  /** An existing file, to write at its end. */
  readonly append: (path: string) => Promise<OpenFile>;
  /** Takes the place of `to` in one step. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** The folder with everything in it; nothing happens when it is not there. */
  readonly removeFolder: (path: string) => Promise<void>;
  /** One folder whose parent exists; nothing happens when it is there already. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** The folder with all that lead to it. */
  readonly makeFolders: (path: string) => Promise<void>;
  /** Makes what was created, renamed or removed in the folder durable. */
  readonly syncFolder: (path: string) => Promise<void>;
  readonly list: (path: string) => Promise<readonly Entry[]>;
  /** Null when nothing is there. A link is what it points to. */
  readonly look: (path: string) => Promise<FileFacts | null>;
  /** A name part that no other file has. */
  readonly fresh: () => string;
}

export interface Entry {
  readonly name: string;
  readonly folder: boolean;
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface OpenFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes the contents durable; the name needs syncFolder. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Whether the file at this path is still the one that is open: a file that was removed or replaced takes writes and loses them. */
  readonly isAt: (path: string) => Promise<boolean>;
}

/** True for an error of the system with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The disk of this machine. */
export const diskFiles: Files = {
  read: (path) => readFile(path),
  create: async (path) => openFile(await open(path, 'wx')),
  append: async (path) => openFile(await open(path, constants.O_WRONLY | constants.O_APPEND)),
  rename,
  remove: unlink,
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  makeFolder: async (path) => {
    try {
      await mkdir(path);
    } catch (error) {
      if (!hasCode(error, 'EEXIST') || !(await stat(path)).isDirectory()) throw error;
    }
  },
  makeFolders: async (path) => {
    await mkdir(path, { recursive: true });
  },
  syncFolder: async (path) => {
    // Windows has no way to sync a folder and refuses to open one; NTFS orders the rename itself.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  list: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      folder: entry.isDirectory() || entry.isSymbolicLink(),
    })),
  look: async (path) => {
    try {
      const facts = await stat(path);
      const kind = facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other';
      return { kind, size: facts.size, modified: facts.mtimeMs };
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  },
  fresh: randomUUID,
};

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (bytes) => {
      for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done)).bytesWritten;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
    isAt: async (path) => {
      try {
        const [mine, there] = await Promise.all([handle.stat({ bigint: true }), lstat(path, { bigint: true })]);
        return mine.ino === there.ino && mine.dev === there.dev;
      } catch (error) {
        if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
        throw error;
      }
    },
  };
}
