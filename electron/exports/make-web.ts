import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { translator } from '../../shared/i18n/translate';
import { cutOf } from '../../shared/photos/crop';
import { rightsOf } from '../../shared/photos/rights-packet';
import { ok } from '../../shared/result';
import { planPictures } from '../../shared/writers/web/picture-plan';
import { writeWebPage } from '../../shared/writers/web/write-web-page';
import { stampWeb } from '../review/stamp-web';
import type { Made, Making } from './making';
import { renderPhoto, unreadable } from './rendered-pictures';

/** The folder of the web page: index.html, style.css and the pictures in their sizes. */
export async function makeWeb(making: Making): Promise<Made> {
  const { interview, target, photoPath, progress } = making;
  await mkdir(path.join(target, 'pictures'), { recursive: true });
  const planned = planPictures(interview, (photo) => photoPath(photo) !== null);
  const plan = new Map(planned);
  const total = [...planned.values()].flat().length + 1;
  const remarks: Remark[] = [];
  let done = 0;

  for (const [id, renditions] of planned) {
    const rights = rightsOf(interview, id);
    for (const { photo, file, width, format, quality } of renditions) {
      const rendered = await renderPhoto(making, photo, {
        width,
        format,
        quality,
        ...cutOf(photo, 'web'),
        ...(rights === null ? {} : { xmp: rights }),
      });
      if (!rendered.ok) return rendered;
      if (rendered.value === null) {
        remarks.push(unreadable(photo));
        plan.delete(id);
        break;
      }
      await writeFile(path.join(target, file), rendered.value.bytes);
      progress(++done / total);
    }
  }

  const page = writeWebPage(interview, { pictures: plan });
  for (const { file, contents } of page.files) await writeFile(path.join(target, file), contents);
  if (making.stamp) await stampWeb(target, making.stamp, translator(making.language)('review.proof'));
  progress(1);
  return ok([...remarks, ...page.remarks]);
}
