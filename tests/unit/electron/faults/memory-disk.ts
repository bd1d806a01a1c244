import { basename, dirname } from 'node:path';
import type { Files, OpenFile } from '../../../../electron/desk/files';

/**
 * A disk in memory that knows what would be left after a loss of power: contents that were not synced may be old, torn
 * or new, and names that were created, renamed or removed in a folder that was not synced may each be there or not.
 */
interface MemoryFile {
  readonly kind: 'file';
  bytes: Uint8Array;
  durable: Uint8Array;
  /** When it was last written, by the disk's clock. */
  modified?: number;
}

interface MemoryFolder {
  readonly kind: 'folder';
  readonly entries: Map<string, MemoryNode>;
  durable: Map<string, MemoryNode>;
  pending: NameChange[];
}

type MemoryNode = MemoryFile | MemoryFolder;
/** The names that change together: a rename takes one away and sets another. */
type NameChange = { readonly label: string; readonly set: readonly (readonly [string, MemoryNode | null])[] };

/** How contents that were not synced come out of the crash. */
export type Contents = 'old' | 'torn' | 'new';

const folderNode = (): MemoryFolder => ({ kind: 'folder', entries: new Map(), durable: new Map(), pending: [] });

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export class MemoryDisk {
  constructor(private readonly root: MemoryFolder = folderNode()) {}

  /** Called before each step; may throw a system error or take a copy of the crash states. */
  before: (step: string) => void = () => {};
  /** Syncs for which this says true do nothing: the mutants. */
  skip: (sync: string) => boolean = () => false;
  /** What the disk takes for the time, in milliseconds since 1970. */
  clock: () => number = () => 0;
  private count = 0;

  readonly files: Files = {
    read: async (path) => {
      this.before(`read ${basename(path)}`);
      return this.file(path).bytes.slice();
    },
    create: async (path) => {
      this.before(`create ${label(path)}`);
      const folder = this.folder(dirname(path));
      if (folder.entries.has(basename(path))) throw systemError('EEXIST');
      const file: MemoryFile = { kind: 'file', bytes: new Uint8Array(), durable: new Uint8Array() };
      change(folder, `create ${label(path)}`, [[basename(path), file]]);
      return this.open(path, file);
    },
    append: async (path) => {
      this.before(`open ${label(path)}`);
      return this.open(path, this.file(path));
    },
    rename: async (from, to) => {
      this.before(`rename ${label(to)}`);
      const node = this.node(from);
      if (!node) throw systemError('ENOENT');
      if (dirname(from) !== dirname(to)) throw systemError('EXDEV');
      change(this.folder(dirname(to)), `rename ${label(to)}`, [
        [basename(from), null],
        [basename(to), node],
      ]);
    },
    remove: async (path) => {
      this.before(`remove ${label(path)}`);
      this.file(path);
      change(this.folder(dirname(path)), `remove ${label(path)}`, [[basename(path), null]]);
    },
    removeFolder: async (path) => {
      if (this.node(path)) change(this.folder(dirname(path)), `remove ${label(path)}`, [[basename(path), null]]);
    },
    makeFolder: async (path) => {
      this.before(`folder ${label(path)}`);
      const parent = this.folder(dirname(path));
      if (!parent.entries.has(basename(path)))
        change(parent, `folder ${label(path)}`, [[basename(path), folderNode()]]);
    },
    makeFolders: async (path) => {
      for (const part of parents(path)) await this.files.makeFolder(part);
    },
    syncFolder: async (path) => {
      const folder = this.folder(path);
      const sync = `sync folder after ${folder.pending.at(-1)?.label ?? 'nothing'}`;
      this.before(sync);
      if (folder.pending.length === 0 || this.skip(sync)) return;
      folder.durable = new Map(folder.entries);
      folder.pending = [];
    },
    list: async (path) =>
      [...this.folder(path).entries].map(([name, node]) => ({ name, folder: node.kind === 'folder' })),
    look: async (path) => {
      this.before(`look ${label(path)}`);
      const node = this.node(path);
      return (
        node && {
          kind: node.kind,
          ...(node.kind === 'file'
            ? { size: node.bytes.length, modified: node.modified ?? 0 }
            : { size: 0, modified: 0 }),
        }
      );
    },
    fresh: () => `${this.count++}`,
  };

  /** Every disk that a loss of power right now could leave. */
  crashStates(): MemoryDisk[] {
    const pending: NameChange[] = [];
    const collect = (node: MemoryNode) => {
      if (node.kind === 'file') return;
      pending.push(...node.pending);
      for (const child of new Set([...node.durable.values(), ...node.entries.values()])) collect(child);
    };
    collect(this.root);
    const states: MemoryDisk[] = [];
    for (const contents of ['old', 'torn', 'new'] as const) {
      for (let mask = 0; mask < 1 << Math.min(pending.length, 6); mask++) {
        const kept = new Set(pending.filter((_, index) => index >= 6 || mask & (1 << index)));
        states.push(new MemoryDisk(after(this.root, kept, contents)));
      }
    }
    return states;
  }

  /** Everything as it stands, all of it durable. */
  text(path: string): string {
    return new TextDecoder().decode(this.file(path).bytes);
  }

  put(path: string, bytes: Uint8Array): void {
    const file: MemoryFile = { kind: 'file', bytes, durable: bytes };
    const folder = this.folder(dirname(path));
    folder.entries.set(basename(path), file);
    folder.durable.set(basename(path), file);
  }

  names(path: string): readonly string[] {
    return [...this.folder(path).entries.keys()].toSorted();
  }

  drop(path: string): void {
    this.folder(dirname(path)).entries.delete(basename(path));
    this.folder(dirname(path)).durable.delete(basename(path));
  }

  private open(path: string, file: MemoryFile): OpenFile {
    return {
      write: async (bytes) => {
        this.before(`write ${label(path)}`);
        file.bytes = Buffer.concat([file.bytes, bytes]);
        file.modified = this.clock();
      },
      sync: async () => {
        const sync = `sync ${label(path)}`;
        this.before(sync);
        if (!this.skip(sync)) file.durable = file.bytes;
      },
      close: async () => {},
      isAt: async (there) => this.node(there) === file,
    };
  }

  private node(path: string): MemoryNode | null {
    let node: MemoryNode = this.root;
    for (const part of path.split('/').filter((name) => name !== '')) {
      if (node.kind === 'file') throw systemError('ENOTDIR');
      const next = node.entries.get(part);
      if (!next) return null;
      node = next;
    }
    return node;
  }

  private file(path: string): MemoryFile {
    const node = this.node(path);
    if (!node) throw systemError('ENOENT');
    if (node.kind !== 'file') throw systemError('EISDIR');
    return node;
  }

  private folder(path: string): MemoryFolder {
    const node = this.node(path);
    if (!node) throw systemError('ENOENT');
    if (node.kind !== 'folder') throw systemError('ENOTDIR');
    return node;
  }
}

function change(folder: MemoryFolder, name: string, set: NameChange['set']): void {
  apply(folder.entries, set);
  folder.pending.push({ label: name, set });
}

function apply(entries: Map<string, MemoryNode>, set: NameChange['set']): void {
  for (const [name, node] of set) {
    if (node) entries.set(name, node);
    else entries.delete(name);
  }
}

function after(node: MemoryFolder, kept: ReadonlySet<NameChange>, contents: Contents): MemoryFolder {
  const entries = new Map(node.durable);
  for (const pending of node.pending) if (kept.has(pending)) apply(entries, pending.set);
  const left = new Map<string, MemoryNode>();
  for (const [name, child] of entries) {
    left.set(name, child.kind === 'folder' ? after(child, kept, contents) : leftOf(child, contents));
  }
  return { kind: 'folder', entries: left, durable: new Map(left), pending: [] };
}

function leftOf(file: MemoryFile, contents: Contents): MemoryFile {
  const { bytes, durable } = file;
  const torn = bytes.slice(0, durable.length + Math.floor((bytes.length - durable.length) / 2));
  const left = contents === 'old' ? durable : contents === 'new' ? bytes : torn;
  return { kind: 'file', bytes: left, durable: left };
}

function label(path: string): string {
  return basename(path)
    .replace(/^\.galley-\d+-(.*)\.tmp$/, 'new $1')
    .replace(/^\.new-.*$/, 'draft')
    .replace(/^\d{4}-\d\d-\d\d-.*$/, 'piece');
}

function parents(path: string): readonly string[] {
  const parts = path.split('/').filter((name) => name !== '');
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}
