import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import type { ExportFailure } from '../../shared/ipc/contract';
import { cutTo } from '../../shared/photos/crop';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { PagesJob, PressPages } from '../press/press';
import type { Making } from './making';
import { pagePictures, pressFailure } from './page-pictures';
import { renderPhoto, unreadable } from './rendered-pictures';
import { proofMark } from './stamp-pdf-bytes';

/** Above this JPEG quality a newspaper screen shows no difference. */
const QUALITY = 88;

const PIXELS_PER_INCH = 300;

/** The share of the work that is done when the pictures are. */
const PICTURES_SHARE = 0.4;

/** The pages with their pictures in the colours of a screen, and what was noticed. */
export async function printPages(
  making: Making,
  wanted: Extract<PagesJob['wanted'], 'pdf' | 'svg'>,
): Promise<Result<{ readonly printed: PressPages; readonly remarks: readonly Remark[] }, ExportFailure>> {
  const { interview, template, press, progress, signal } = making;
  const placed = await pagePictures(making);
  if (!placed.ok) return placed;
  const { pictures } = placed.value;
  const missing = new Set(placed.value.missing);
  const remarks: Remark[] = [];
  const files: { [path: string]: Uint8Array } = {};
  for (const [index, { photo, path, crop, printed }] of pictures.entries()) {
    const rendered = await renderPhoto(making, photo, {
      width: Math.ceil((printed / 25.4) * PIXELS_PER_INCH),
      format: 'jpg',
      quality: QUALITY,
      ...cutTo(photo, crop),
    });
    if (!rendered.ok) return rendered;
    if (rendered.value === null) {
      // A picture that turned out unreadable leaves a grey field: the page keeps its room.
      remarks.push(unreadable(photo));
      missing.add(photo.file);
    } else {
      files[path] = rendered.value.bytes;
    }
    progress((PICTURES_SHARE * (index + 1)) / pictures.length);
  }

  if (signal.aborted) return failed({ kind: 'cancelled' });
  const job = { interview, template, files, missing: [...missing], wanted, ...proofMark(making) };
  const pages = await press().pages(job, signal);
  if (!pages.ok) return failed(pressFailure(pages.failure));
  const { missing: characters, offPlan, composed } = pages.value;
  if (characters.length > 0) remarks.push(warning('glyphs-missing', { characters: characters.join(' ') }));
  if (offPlan > 0) remarks.push(warning('page-off-plan', { count: offPlan }));
  return ok({ printed: pages.value, remarks: [...remarks, ...composed.remarks] });
}
