import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GENERATOR } from '../../shared/writers/web/page-head';
import { isOurManifest, MANIFEST } from './manifest';
import { exists, isFolder } from './staging';

/**
 * The first of the names that stands in `out` as something no export of ours wrote, as an absolute path: a folder in the
 * place of a file, a file in the place of the page's folder, or a folder with other things in it. Null when all is free.
 */
export async function findConflict(out: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const target = path.join(out, name);
    if (!(await exists(target))) continue;
    const wantsFolder = path.extname(name) === '';
    const fits = wantsFolder ? (await isFolder(target)) && (await holdsOurPage(target)) : !(await isFolder(target));
    if (!fits) return target;
  }
  return null;
}

async function holdsOurPage(folder: string): Promise<boolean> {
  const entries = await readdir(folder);
  if (entries.length === 0) return true;
  if (entries.includes(MANIFEST)) return isOurManifest(await readFile(path.join(folder, MANIFEST), 'utf8'));
  if (!entries.includes('index.html')) return false;
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  return page.includes(`<meta name="generator" content="${GENERATOR}">`);
}

/** Every file under the names, relative to `folder` and with slashes, in order. */
export async function writtenFiles(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (!(await isFolder(path.join(folder, name)))) {
      files.push(name);
      continue;
    }
    const entries = await readdir(path.join(folder, name), { withFileTypes: true, recursive: true });
    const inside = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    files.push(...inside.toSorted());
  }
  return files;
}
