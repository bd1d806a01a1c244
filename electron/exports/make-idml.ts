import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { writeIdml } from '../../shared/writers/idml/write-idml';
import { handOffFiles } from './hand-off-files';
import type { HandOffFiles } from './hand-off-files';
import type { Made, Making } from './making';
import { writeFolderManifest } from '../review/stamp-web';
import { sealAbout, writeManifest } from './manifest';
import { zipParts } from './zip-parts';

/** The folder of an InDesign layout: the .idml file, its pictures in Links, and the list of both. */
export async function makeIdml(making: Making): Promise<Made> {
  const { target, interview } = making;
  await mkdir(target, { recursive: true });
  const files = await handOffFiles(making, target);
  if (!files.ok) return files;
  await writeIdmlFile(path.join(target, `${fileStem(interview)}.idml`), files.value, making);
  await writeManifest(target, { format: 'idml', ...sealAbout(making) });
  if (making.stamp) await writeFolderManifest(target, making.stamp);
  making.progress(1);
  return ok(files.value.remarks);
}

export async function writeIdmlFile(
  target: string,
  { handOff, geometry, links }: HandOffFiles,
  { styleNames }: Pick<Making, 'styleNames'>,
): Promise<void> {
  await zipParts(target, writeIdml(handOff, geometry, { links, names: styleNames }));
}
