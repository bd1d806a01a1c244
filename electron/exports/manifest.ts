import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from '../../shared/zod';
import type { Stamp } from '../../shared/review/manifest';
import { UNAPPROVED } from '../../shared/review/stamp-web-page';
import { sha256 } from '../sha256';

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
    files.push({ file, bytes: bytes.byteLength, sha256: sha256(bytes) });
  }
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify({ madeBy: MADE_BY, ...about, files }, null, 2)}\n`);
}

/** What the list says of the approval; nothing when nothing is to be said. */
export function sealAbout({ stamp }: { readonly stamp: Stamp | null }): { readonly seal?: string } {
  if (!stamp) return {};
  return { seal: stamp.kind === 'sealed' ? stamp.seal.hash : UNAPPROVED };
}

/** The files that the list of a folder names; none for a folder without a list of ours. */
export async function listedIn(folder: string): Promise<ReadonlySet<string>> {
  const manifest = readManifest(await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => ''));
  return new Set(manifest?.files.map(({ file }) => file));
}

export function isOurManifest(source: string): boolean {
  return readManifest(source) !== null;
}

const manifestSchema = z.object({
  madeBy: z.literal(MADE_BY),
  files: z.array(z.object({ file: z.string() })).default([]),
});

function readManifest(source: string): z.output<typeof manifestSchema> | null {
  try {
    const read = manifestSchema.safeParse(JSON.parse(source));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
