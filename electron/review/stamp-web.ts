import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST_FILE, writeManifest, type Stamp } from '../../shared/review/manifest';
import { PROOF_STYLE, stampWebPage } from '../../shared/review/stamp-web-page';
import { writtenFiles } from '../exports/earlier-export';
import { sha256 } from '../sha256';

/**
 * Stamps a finished web page, before it is placed: the seal in the page, and a manifest with the sum of every file. `words`
 * stand on a proof. Errors of the file system are thrown.
 */
export async function stampWeb(folder: string, stamp: Stamp, words: string): Promise<void> {
  const page = path.join(folder, 'index.html');
  await writeFile(page, stampWebPage(await readFile(page, 'utf8'), stamp, words));
  if (stamp.kind === 'proof') {
    const style = path.join(folder, 'style.css');
    await writeFile(style, (await readFile(style, 'utf8')) + PROOF_STYLE);
  }
  await writeFolderManifest(folder, stamp);
}

/** Writes galley-seal.json over everything that stands in the folder: a web page, a package for the layout desk. */
export async function writeFolderManifest(folder: string, stamp: Stamp): Promise<void> {
  const names = (await writtenFiles(path.dirname(folder), [path.basename(folder)]))
    .map((file) => file.slice(path.basename(folder).length + 1))
    .filter((file) => file !== MANIFEST_FILE);
  const files: { file: string; sha256: string }[] = [];
  for (const file of names) files.push({ file, sha256: sha256(await readFile(path.join(folder, file))) });
  await writeFile(path.join(folder, MANIFEST_FILE), writeManifest({ stamp, files }, sha256));
}
