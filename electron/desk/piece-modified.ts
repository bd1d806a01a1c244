import { join } from 'node:path';
import { branchFiles, sparesIn, writersIn } from './branch-files';
import type { Files } from './files';
import { SNAPSHOT_FILE } from './open-piece';

/** The latest change of the files in a piece's folder, in milliseconds since 1970 by the disk; null when the folder is no piece. */
export async function modifiedAt(files: Files, folder: string): Promise<number | null> {
  const timeOf = async (name: string) => {
    const facts = await files.look(join(folder, name));
    return facts?.kind === 'file' ? facts.modified : null;
  };
  const latest = async (names: readonly string[]) =>
    Math.max(0, ...(await Promise.all(names.map(timeOf))).filter((time) => time !== null));
  const snapshot = await timeOf(SNAPSHOT_FILE);
  const spares = snapshot === null ? await sparesIn(files, folder) : [];
  if (snapshot === null && spares.length === 0) return null;
  const saved = snapshot ?? (await latest(spares.map((writer) => branchFiles(writer).spare)));
  const journals = (await writersIn(files, folder)).map((writer) => branchFiles(writer).journal);
  return Math.max(saved, await latest(journals));
}
