import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { warning } from '../../shared/checks/remark';
import { placeOfShown, shownPictures } from '../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../shared/interview/shown-pictures';
import type { Interview, Photo } from '../../shared/interview/types';
import type { DeskFailure, ExportedFiles, ExportFailure } from '../../shared/ipc/contract';
import { cutOf, shownSize } from '../../shared/photos/crop';
import type { CropUse } from '../../shared/photos/crop';
import { rightsPacket, textsForExport } from '../../shared/photos/rights-packet';
import { fieldsToWrite } from '../../shared/photos/write-back';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { deskFailure } from '../desk/failures';
import { renderPhoto, unreadable } from '../exports/rendered-pictures';
import { writtenFiles } from '../exports/earlier-export';
import { exists, isFolder, openStaging } from '../exports/staging';
import type { Pictures } from '../press/press';
import type { MetadataWriter } from './metadata-writer';

/** print: one file a photo, with all rights fields and as many pixels as there are; web: the shapes that pages and networks ask for. */
export type PhotoUse = 'print' | 'web';

export interface PhotoExport {
  readonly interview: Interview;
  readonly photoPath: (photo: Photo) => string | null;
  readonly use: PhotoUse;
  /** An absolute folder; the pictures come into a folder of the piece's name inside it. */
  readonly out: string;
  readonly pictures: () => Pictures;
  readonly metadata: () => MetadataWriter;
  readonly progress?: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

const PRINT_QUALITY = 94;
const WEB_QUALITY = 82;
/** Widest picture for the web, in pixels: what the largest social preview asks for, at twice its density. */
const WEB_WIDTH = 2400;
const WEB_USES: readonly CropUse[] = ['web', 'web-16x9', 'web-1x1', 'web-3x4'];

/** Writes the photos that the body shows, in order, cut and worded for their use. Nothing stands in `out` before all of it does. */
export async function exportPhotos(job: PhotoExport): Promise<Result<ExportedFiles, ExportFailure | DeskFailure>> {
  try {
    if ((await exists(job.out)) && !(await isFolder(job.out))) return failed({ kind: 'not-a-folder' });
    const name = `${fileStem(job.interview)}-${job.use === 'print' ? 'anh-in' : 'anh-web'}`;
    const standing = path.join(job.out, name);
    if ((await exists(standing)) && !(await isOurs(standing))) return failed({ kind: 'target-exists', path: standing });
    const staging = await openStaging(job.out);
    try {
      const target = path.join(staging.folder, name);
      await mkdir(target, { recursive: true });
      const made = await makeAll(job, target);
      if (!made.ok) return made;
      if (job.signal.aborted) return failed({ kind: 'cancelled' });
      const files = await writtenFiles(staging.folder, [name]);
      await staging.place([name]);
      return ok({ folder: job.out, files, remarks: made.value });
    } finally {
      await staging.clear();
    }
  } catch (error) {
    return failed(deskFailure(error));
  }
}

/** A folder that holds nothing but what an earlier export put there. */
async function isOurs(folder: string): Promise<boolean> {
  if (!(await isFolder(folder))) return false;
  return (await readdir(folder)).every((name) => /^\d{2,}-(?:print|web|web-\d+x\d+)\.(?:jpg|png|webp|tif)$/.test(name));
}

interface Shown {
  readonly shown: ShownPicture;
  readonly photo: Photo;
  readonly stem: string;
}

async function makeAll(job: PhotoExport, target: string): Promise<Result<readonly Remark[], ExportFailure>> {
  const remarks: Remark[] = [];
  const shown = shownPhotos(job.interview);
  for (const [index, each] of shown.entries()) {
    if (job.signal.aborted) return failed({ kind: 'cancelled' });
    if (job.photoPath(each.photo) === null) {
      remarks.push(warning('export-photo-missing', {}, placeOfShown(each.shown)));
    } else {
      const made = await (job.use === 'web' ? makeWeb : makePrint)(job, each, target);
      if (!made.ok) return made;
      remarks.push(...made.value);
    }
    job.progress?.(index + 1, shown.length);
  }
  return ok(remarks);
}

function shownPhotos({ body, photos }: Interview): readonly Shown[] {
  return shownPictures({ body }).flatMap((shown, index) => {
    const photo = photos.find(({ id }) => id === shown.photoId);
    return photo ? [{ shown, photo, stem: String(index + 1).padStart(2, '0') }] : [];
  });
}

async function makeWeb(job: PhotoExport, { shown, photo, stem }: Shown, target: string) {
  const xmp = rightsPacket(textsForExport(photo, shown));
  for (const use of WEB_USES) {
    const rendered = await renderPhoto(job, photo, {
      width: Math.min(WEB_WIDTH, shownSize(photo, use).width),
      format: 'jpg',
      quality: WEB_QUALITY,
      ...cutOf(photo, use),
      ...(xmp === null ? {} : { xmp }),
    });
    if (!rendered.ok) return rendered;
    if (rendered.value === null) return ok([unreadable(photo)]);
    await writeFile(path.join(target, `${stem}-${use}.jpg`), rendered.value.bytes);
  }
  return ok([]);
}

/** A photo that is shown whole is handed on as it came, with its own pixels and profile; a cut one is made anew. */
async function makePrint(job: PhotoExport, { shown, photo, stem }: Shown, target: string) {
  const cut = cutOf(photo, 'print');
  const source = job.photoPath(photo);
  const untouched = Object.keys(cut).length === 0 && source !== null;
  const file = path.join(target, `${stem}-print.${untouched ? photo.file.split('.').at(-1) : 'jpg'}`);
  if (untouched) await copyFile(source, file);
  else {
    const rendered = await renderPhoto(job, photo, {
      width: photo.width,
      format: 'jpg',
      quality: PRINT_QUALITY,
      ...cut,
    });
    if (!rendered.ok) return rendered;
    if (rendered.value === null) return ok([unreadable(photo)]);
    await writeFile(file, rendered.value.bytes);
  }
  const written = await job.metadata().write(file, fieldsToWrite(photo, shown));
  if (written.ok) return ok([]);
  return ok([warning('photo-texts-not-written', { name: path.basename(file), detail: written.failure.detail })]);
}
