import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../shared/result';
import { writeFolderManifest } from '../review/stamp-web';
import type { Made, Making } from './making';
import { sealAbout, writeManifest } from './manifest';
import { printPages } from './print-pages';

/** The folder of the pages as drawings, one SVG each: letters are outlines, pictures lie inside, nothing is fetched. */
export async function makePageSvg(making: Making): Promise<Made> {
  const pages = await printPages(making, 'svg');
  if (!pages.ok) return pages;
  const { printed, remarks } = pages.value;
  await mkdir(making.target, { recursive: true });
  for (const [index, { svg }] of printed.svgs.entries())
    await writeFile(path.join(making.target, `page-${index + 1}.svg`), svg);
  await writeManifest(making.target, { format: 'page-svg', ...sealAbout(making) });
  if (making.stamp) await writeFolderManifest(making.target, making.stamp);
  making.progress(1);
  return ok(remarks);
}
