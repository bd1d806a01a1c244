import { writeFile } from 'node:fs/promises';
import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import { failed, ok } from '../../shared/result';
import { writePrintPage } from '../../shared/writers/print/write-print-page';
import type { Made, Making } from './making';
import { renderPhoto, unreadable } from './rendered-pictures';

/** Above this JPEG quality a newspaper screen shows no difference. */
const QUALITY = 88;

/** The share of the work that is done when the pictures are. */
const PICTURES_SHARE = 0.4;

/** The newspaper page as one PDF file. */
export async function makePdf(making: Making): Promise<Made> {
  const { interview, target, photoPath, press, progress, signal } = making;
  const photoOf = new Map(interview.photos.map((photo) => [photo.file, photo]));
  const broken = new Set<string>();
  const write = () =>
    writePrintPage(interview, { hasPhoto: (photo) => photoPath(photo) !== null && !broken.has(photo.file) });

  const remarks: Remark[] = [];
  const bytes: { [path: string]: Uint8Array } = {};
  const first = write();
  const wanted = Object.entries(first.files);
  for (const [index, [name, file]] of wanted.entries()) {
    const photo = photoOf.get(file);
    if (photo === undefined) continue;
    const width = first.pixels[name] ?? photo.width;
    const rendered = await renderPhoto(making, photo, { width, format: 'jpg', quality: QUALITY });
    if (!rendered.ok) return rendered;
    if (rendered.value === null) {
      remarks.push(unreadable(photo));
      broken.add(file);
    } else {
      bytes[name] = rendered.value.bytes;
    }
    progress((PICTURES_SHARE * (index + 1)) / wanted.length);
  }

  // A picture that turned out unreadable gives its place back: the page is written again without it.
  const page = broken.size > 0 ? write() : first;
  if (signal.aborted) return failed({ kind: 'cancelled' });
  const printed = await press().pdf({ source: page.source, files: bytes }, signal);
  if (!printed.ok) {
    const { kind, detail } = printed.failure;
    return failed(kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail });
  }
  await writeFile(target, printed.value.pdf);
  progress(1);
  const { missing } = printed.value;
  if (missing.length > 0) remarks.push(warning('glyphs-missing', { characters: missing.join(' ') }));
  return ok([...remarks, ...page.remarks]);
}
