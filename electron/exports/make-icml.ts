import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { writeIcml } from '../../shared/writers/icml/write-icml';
import { handOffFiles } from './hand-off-files';
import type { Made, Making } from './making';
import { writeFolderManifest } from '../review/stamp-web';
import { sealAbout, writeManifest } from './manifest';

/** The folder of a story to place into a template: the .icml file, its pictures in Links, and the list of both. */
export async function makeIcml(making: Making): Promise<Made> {
  const { target, interview, styleNames } = making;
  await mkdir(target, { recursive: true });
  const files = await handOffFiles(making, target);
  if (!files.ok) return files;
  const { handOff, links, remarks } = files.value;
  await writeFile(path.join(target, `${fileStem(interview)}.icml`), writeIcml(handOff, links, styleNames));
  await writeManifest(target, { format: 'icml', ...sealAbout(making) });
  if (making.stamp) await writeFolderManifest(target, making.stamp);
  making.progress(1);
  return ok(remarks);
}
