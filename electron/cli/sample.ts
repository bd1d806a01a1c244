import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleInterview } from '../../shared/templates/sample';
import { takeIn } from '../photos/take-in';
import type { Pictures } from '../press/press';
import type { OpenedSource } from './open-source';

/** Where the sample's picture lies, from the program's folder: in the work tree, and beside what was built. */
const PICTURE = ['electron/desk/sample/ho-ea-suong.jpg', 'out/sample/ho-ea-suong.jpg', 'sample/ho-ea-suong.jpg'];

/** The interview that comes with the program, with its picture. Throws when the program is not whole. */
export async function openSample(pictures: Pictures): Promise<OpenedSource> {
  const file = foldersUp()
    .flatMap((folder) => PICTURE.map((name) => path.join(folder, name)))
    .find((name) => existsSync(name));
  if (file === undefined) throw new Error('the picture of the sample interview is not there');
  const taken = await takeIn(path.basename(file), await readFile(file), pictures);
  if (!taken.ok) throw new Error(`the picture of the sample interview: ${taken.failure.kind}`);
  return {
    interview: sampleInterview(taken.value.photo),
    remarks: [],
    photoPath: (photo) => (photo.file === taken.value.file ? file : null),
    dispose: async () => {},
  };
}

/** This module runs from `electron/cli` as well as from `out/main`. */
function foldersUp(): readonly string[] {
  const folders = [import.meta.dirname];
  for (let folder = path.dirname(import.meta.dirname); folder !== folders.at(-1); folder = path.dirname(folder))
    folders.push(folder);
  return folders;
}
