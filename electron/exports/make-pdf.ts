import { writeFile } from 'node:fs/promises';
import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import { cutOf } from '../../shared/photos/crop';
import { placePictures, printPixels } from '../../shared/print/place-pictures';
import { BERLINER } from '../../shared/print/templates/shipped';
import { failed, ok } from '../../shared/result';
import type { Made, Making } from './making';
import { proofMark, stamped } from './stamp-pdf-bytes';
import { renderPhoto, unreadable } from './rendered-pictures';

/** Above this JPEG quality a newspaper screen shows no difference. */
const QUALITY = 88;

/** The share of the work that is done when the pictures are. */
const PICTURES_SHARE = 0.4;

/** The newspaper page as one PDF file. */
export async function makePdf(making: Making): Promise<Made> {
  const { interview, target, photoPath, press, progress, signal, template = BERLINER } = making;
  const missing = new Set(interview.photos.filter((photo) => photoPath(photo) === null).map(({ file }) => file));
  const { pictures } = placePictures(interview, template, ({ file }) => !missing.has(file));

  const remarks: Remark[] = [];
  const files: { [path: string]: Uint8Array } = {};
  const wanted = pictures.flatMap(({ photo, path, span }) => (photo && path ? [{ photo, path, span }] : []));
  for (const [index, { photo, path, span }] of wanted.entries()) {
    const width = printPixels(template, span);
    const rendered = await renderPhoto(making, photo, {
      width,
      format: 'jpg',
      quality: QUALITY,
      ...cutOf(photo, 'print'),
    });
    if (!rendered.ok) return rendered;
    if (rendered.value === null) {
      // A picture that turned out unreadable leaves a grey field: the page keeps its room.
      remarks.push(unreadable(photo));
      missing.add(photo.file);
    } else {
      files[path] = rendered.value.bytes;
    }
    progress((PICTURES_SHARE * (index + 1)) / wanted.length);
  }

  if (signal.aborted) return failed({ kind: 'cancelled' });
  const job = { interview, template, files, missing: [...missing], wanted: 'pdf' as const, ...proofMark(making) };
  const printed = await press().pages(job, signal);
  if (!printed.ok) {
    const { kind, detail } = printed.failure;
    return failed(kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail });
  }
  const { pdf, missing: characters, offPlan, composed } = printed.value;
  if (!pdf) return failed({ kind: 'press-failed', detail: 'no PDF was written' });
  await writeFile(target, await stamped(pdf, making));
  progress(1);
  if (characters.length > 0) remarks.push(warning('glyphs-missing', { characters: characters.join(' ') }));
  if (offPlan > 0) remarks.push(warning('page-off-plan', { count: offPlan }));
  return ok([...remarks, ...composed.remarks]);
}
