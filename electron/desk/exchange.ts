import { join } from 'node:path';
import { ORIGIN_FILE, readOrigin, withExchange, writeOrigin, type Origin } from '../../shared/desk/origin';
import { changeBetween } from '../../shared/interview/change';
import { emptyInterview, idMint } from '../../shared/interview/build';
import type { Interview } from '../../shared/interview/types';
import { removeIfThere, replaceFile } from './atomic-file';
import { branchFiles, IMPORTED, VERSIONS_FOLDER } from './branch-files';
import type { Files } from './files';
import { encodeLine } from './journal';
import { readIfThere } from './read-branch';
import { decodeSnapshot, encodeSnapshot, hashOf } from './snapshot';
import { VERSION_HASH_LENGTH, versionName } from './version-name';

/** What a piece is and what it had in common with other desks; null for one that was never given away. */
export async function originOf(files: Files, folder: string): Promise<Origin | null> {
  const bytes = await readIfThere(files, join(folder, ORIGIN_FILE));
  return bytes === null || bytes === 'too-large' ? null : readOrigin(new TextDecoder().decode(bytes));
}

/** Notes that this version passes to or comes from another desk, and keeps it: it will be the common base of a merge. */
export async function noteExchange(
  files: Files,
  folder: string,
  interview: Interview,
  known: Origin | null,
  tools: { readonly now: number; readonly random: () => number },
): Promise<Origin> {
  const bytes = encodeSnapshot(interview);
  const hash = hashOf(bytes);
  const before = (await originOf(files, folder)) ?? { piece: idMint(tools.random)(), exchanged: [] };
  const origin = withExchange(known ? withExchange(known, ...before.exchanged) : before, hash);
  if ((await versionWith(files, folder, hash)) === null) {
    await files.makeFolder(join(folder, VERSIONS_FOLDER));
    await replaceFile(files, join(folder, versionName(bytes, tools.now)), bytes);
  }
  await replaceFile(files, join(folder, ORIGIN_FILE), new TextEncoder().encode(writeOrigin(origin)));
  return origin;
}

/**
 * Lays a version that came from another desk beside the piece, as the branch of a writer who has gone: whoever has the piece
 * open takes it in like any other. Its base is the newest version that both desks are known to have had.
 */
export async function layBeside(
  files: Files,
  folder: string,
  interview: Interview,
  { exchanged }: Pick<Origin, 'exchanged'>,
  at: number,
): Promise<void> {
  const own = hashOf(encodeSnapshot(interview));
  let base: Uint8Array | null = null;
  for (const hash of exchanged.toReversed()) {
    if (hash !== own && base === null) base = await versionWith(files, folder, hash);
  }
  const branch = branchFiles(IMPORTED + hashOf(new TextEncoder().encode(`${own} ${at}`)).slice(0, 8));
  const read = base === null ? null : decodeSnapshot(base);
  if (!read?.ok) base = null;
  const from = read?.ok ? read.value.interview : emptyInterview(interview.language);
  const lines = [
    { kind: 'base' as const, hash: base === null ? own : hashOf(base), seq: 0 },
    { kind: 'change' as const, seq: 1, at, change: changeBetween(from, interview) },
  ];
  await files.makeFolder(join(folder, VERSIONS_FOLDER));
  if (base !== null) await replaceFile(files, join(folder, branch.spare), base);
  const journal = new TextEncoder().encode(lines.map(encodeLine).join(''));
  // The journal last: without it, the rest is nobody's branch.
  await replaceFile(files, join(folder, branch.journal), journal);
}

/** The kept version with this hash, whole; null when it has gone. */
async function versionWith(files: Files, folder: string, hash: string): Promise<Uint8Array | null> {
  const versions = join(folder, VERSIONS_FOLDER);
  if (!(await files.look(versions))) return null;
  const ending = `-${hash.slice(0, VERSION_HASH_LENGTH)}.json`;
  for (const { name } of await files.list(versions)) {
    if (!name.endsWith(ending)) continue;
    const bytes = await readIfThere(files, join(versions, name));
    if (bytes !== null && bytes !== 'too-large' && hashOf(bytes) === hash) return bytes;
  }
  return null;
}

/** Takes away the base of a branch that was laid beside the piece, once it has been taken in. */
export async function clearBeside(files: Files, folder: string, writer: string): Promise<void> {
  if (writer.startsWith(IMPORTED)) await removeIfThere(files, join(folder, branchFiles(writer).spare));
}
