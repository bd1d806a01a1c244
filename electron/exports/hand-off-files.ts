import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { keyOfPicture } from '../../shared/interview/shown-pictures';
import type { Interview, Photo } from '../../shared/interview/types';
import { cropFor, effectivePpi } from '../../shared/photos/crop';
import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import type { HandOff } from '../../shared/writers/hand-off/story';
import { picturesOf } from '../../shared/writers/hand-off/story';
import { plannedPages } from '../../shared/writers/idml/planned-pages';
import type { PageGeometry } from '../../shared/writers/idml/page-geometry';
import type { LinkedPicture } from '../../shared/writers/idml/picture-frame';
import { openCondition } from '../press/conditions/conditions';
import type { PressCondition } from '../press/conditions/conditions';
import { handOffStory } from './hand-off-story';
import { withResolution } from './jpeg-resolution';
import type { Making } from './making';
import { unreadable } from './rendered-pictures';
import { pressRemarks, separatePhoto } from './separated-pictures';

/** The folder of the pictures beside a layout: where a layout program looks first for a link that it has lost. */
const LINKS = 'Links';

/** A photo in the inks of the press, as it stands in the folder of links. */
export interface PressPhoto {
  readonly photo: Photo;
  readonly link: LinkedPicture;
  /** Pixels of the original to an inch of the printed width. */
  readonly ppi: number;
  /** The width in print, in millimetres. */
  readonly printed: number;
  /** The most ink in one place, in per cent of one plate. */
  readonly ink: number;
}

export interface HandOffFiles {
  readonly handOff: HandOff;
  readonly geometry: PageGeometry;
  readonly condition: PressCondition;
  readonly photos: readonly PressPhoto[];
  readonly links: ReadonlyMap<string, LinkedPicture>;
  readonly remarks: readonly Remark[];
}

/** The piece as a layout desk takes it, its page, and its photos for the press under `folder`/Links. */
export async function handOffFiles(
  making: Making,
  folder: string,
  progress: (done: number) => void = making.progress,
): Promise<Result<HandOffFiles, ExportFailure>> {
  const { interview, photoPath, press, signal, template } = making;
  const opened = await openCondition(making.condition);
  if (!opened.ok) return failed(opened.failure);
  const condition = opened.value;
  const handOff = handOffStory(making, (photo) => photoPath(photo) !== null);
  const missing = interview.photos.filter((photo) => photoPath(photo) === null).map(({ file }) => file);
  const planned = await press().pages({ interview, template, files: {}, missing, wanted: 'plan' }, signal);
  if (!planned.ok) {
    const { kind, detail } = planned.failure;
    return failed(kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail });
  }
  const geometry = plannedPages(planned.value.composed.plan, template);
  const wanted = printedWidths(handOff, geometry);
  const photos: PressPhoto[] = [];
  const remarks: Remark[] = [...handOff.remarks];
  await mkdir(path.join(folder, LINKS), { recursive: true });
  for (const [index, [photo, printed]] of [...wanted].entries()) {
    const separated = await separatePhoto(making, photo, condition, { crop: cropFor(photo, 'print'), printed });
    if (!separated.ok) return separated;
    if (separated.value === null) {
      remarks.push(unreadable(photo));
      continue;
    }
    const { bytes, width, height, inks, ink } = separated.value;
    const ppi = Math.round((width * 25.4) / printed);
    const file = `${LINKS}/${linkName(interview, index)}`;
    await writeFile(path.join(folder, file), withResolution(bytes, ppi));
    const link = { file, width, height, ppi, inks };
    photos.push({ photo, link, printed, ppi: effectivePpi(photo, 'print', printed), ink: ink.most });
    remarks.push(...pressRemarks(photo, condition, { crop: cropFor(photo, 'print'), printed }, { ink }));
    progress((index + 1) / (wanted.size + 1));
  }
  const links = new Map(photos.map(({ photo, link }) => [photo.file, link]));
  return ok({ handOff, geometry, condition, photos, links, remarks });
}

/** How wide each photo is printed, in millimetres; one that stands twice is made for its larger place. */
function printedWidths(handOff: HandOff, { pages }: PageGeometry): ReadonlyMap<Photo, number> {
  const widths = new Map<Photo, number>();
  const frames = new Map(
    pages.flatMap((page) => page.pictures.map((placed) => [keyOfPicture(placed), placed.frame] as const)),
  );
  for (const picture of picturesOf(handOff)) {
    const { photo } = picture;
    const frame = frames.get(keyOfPicture(picture));
    if (!photo || !frame) continue;
    const printed = (frame.width * 25.4) / 72;
    widths.set(photo, Math.max(printed, widths.get(photo) ?? 0));
  }
  return widths;
}

/** Plain letters and digits: names of photos may hold anything, and links travel between systems. */
function linkName(interview: Interview, index: number): string {
  return `${fileStem(interview)}-${index + 1}.jpg`;
}
