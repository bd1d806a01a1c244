import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DeskFailure } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { deskFailure } from '../desk/failures';
import { sha256 } from '../sha256';

/** A stored picture that is looked for. */
export interface WantedFile {
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  readonly size: number;
}

/**
 * The files of a folder (not of those inside it) whose bytes are those wanted, by hash. Only files of a wanted size are
 * read. A file that cannot be read is none of them.
 */
export async function findOriginals(
  folder: string,
  wanted: readonly WantedFile[],
): Promise<Result<{ readonly [hash: string]: string }, DeskFailure>> {
  try {
    const sizes = new Set(wanted.map(({ size }) => size));
    const hashes = new Set(wanted.map(({ hash }) => hash));
    const found: Record<string, string> = {};
    for (const name of (await readdir(folder)).sort()) {
      const file = path.join(folder, name);
      const hash = await hashOfSized(file, sizes);
      if (hash !== null && hashes.has(hash)) found[hash] ??= file;
    }
    return ok(found);
  } catch (error) {
    return failed(deskFailure(error));
  }
}

async function hashOfSized(file: string, sizes: ReadonlySet<number>): Promise<string | null> {
  try {
    const facts = await stat(file);
    if (!facts.isFile() || !sizes.has(facts.size)) return null;
    return sha256(await readFile(file));
  } catch {
    // Gone or closed to us since the folder was listed.
    return null;
  }
}
