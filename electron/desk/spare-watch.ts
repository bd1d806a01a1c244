import { join } from 'node:path';
import { branchFiles, sparesIn } from './branch-files';
import type { Files } from './files';
import { readIfThere } from './read-branch';

/** The second copies of the snapshot that other desks keep, as they lay at one moment: by writer, what tells that one changed. */
export type SparesOfOthers = ReadonlyMap<string, string>;

export async function lookAtSpares(files: Files, folder: string, own: string): Promise<SparesOfOthers> {
  const spares = new Map<string, string>();
  for (const writer of await sparesIn(files, folder)) {
    if (writer === own) continue;
    const facts = await files.look(join(folder, branchFiles(writer).spare));
    if (facts) spares.set(writer, `${facts.size} ${facts.modified}`);
  }
  return spares;
}

/** What other desks have saved since: each writes its second copy in the same turn as the snapshot. */
export async function savedSince(
  files: Files,
  folder: string,
  own: string,
  before: SparesOfOthers,
): Promise<readonly Uint8Array[]> {
  const saved: Uint8Array[] = [];
  for (const [writer, mark] of await lookAtSpares(files, folder, own)) {
    if (before.get(writer) === mark) continue;
    const bytes = await readIfThere(files, join(folder, branchFiles(writer).spare));
    if (bytes !== null && bytes !== 'too-large') saved.push(bytes);
  }
  return saved;
}
