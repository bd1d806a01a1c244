import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The list of files in a folder of ours; by it a later export also knows the folder for its own. */
export const MANIFEST = 'manifest.json';

const MADE_BY = 'Galley';

interface ManifestFile {
  /** Relative to the folder, with slashes. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Lists every file under `folder` with its size and its sum; `about` says what the folder is. */
export async function writeManifest(folder: string, about: { readonly [key: string]: string }): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
  const files: ManifestFile[] = [];
  for (const file of names) {
    const bytes = await readFile(path.join(folder, file));
    files.push({ file, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify({ madeBy: MADE_BY, ...about, files }, null, 2)}\n`);
}

/** The files that the list of a folder names; none for a folder without a list of ours. */
export async function listedIn(folder: string): Promise<ReadonlySet<string>> {
  const source = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => '');
  const files = readManifest(source)?.files;
  const names = Array.isArray(files) ? (files as readonly Partial<ManifestFile>[]).map(({ file }) => file) : [];
  return new Set(names.filter((name) => name !== undefined));
}

export function isOurManifest(source: string): boolean {
  return readManifest(source) !== null;
}

function readManifest(source: string): { readonly files?: unknown } | null {
  try {
    const manifest: unknown = JSON.parse(source);
    const ours =
      typeof manifest === 'object' && manifest !== null && 'madeBy' in manifest && manifest.madeBy === MADE_BY;
    return ours ? manifest : null;
  } catch {
    return null;
  }
}
