import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remark } from '../../shared/checks/remark';
import { loss } from '../../shared/checks/remark';
import type { MintId } from '../../shared/interview/build';
import { isBlank } from '../../shared/interview/text';
import type { Block, Interview, Photo } from '../../shared/interview/types';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import { takeIn } from '../photos/take-in';
import type { Pictures } from '../press/press';
import type { Documents } from './documents';
import { inlineDocuments } from './documents';
import { openDocx } from './open-docx';

export interface ImportedDocx {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
  /** The paths of the unpacked photos by their file name. */
  readonly photos: ReadonlyMap<string, string>;
}

/**
 * Reads a manuscript in a .docx as a new piece; its pictures are unpacked into the folder `into`. Without `pictures`, which
 * look at them, photo blocks stay empty with a remark.
 */
export async function importDocx(
  file: string,
  into: string,
  tools: {
    readonly mint: MintId;
    readonly documents?: Documents;
    readonly pictures?: () => Pick<Pictures, 'inspect'>;
  },
): Promise<Result<ImportedDocx, ReadFailure>> {
  const read = await (tools.documents ?? inlineDocuments(tools.mint)).manuscript(file);
  if (!read.ok) return read;
  if (read.value.pictures.size === 0) {
    const { interview, remarks } = read.value;
    return ok({ interview: withPhotos(interview, new Map()), remarks, photos: new Map() });
  }
  const opened = await openDocx(file);
  if (!opened.ok) return opened;
  const { bytes, close } = opened.value;
  try {
    const remarks: Remark[] = [...read.value.remarks];
    const found = new Map<string, Photo>();
    const photos = new Map<string, string>();
    for (const [block, picture] of read.value.pictures) {
      const name = path.posix.basename(picture.path);
      const data = tools.pictures ? await bytes(picture.path) : null;
      const taken = data && tools.pictures ? await takeIn(name, data, tools.pictures()) : null;
      if (!data || !taken?.ok) {
        remarks.push(loss('docx-picture', { name }, { block, part: 'block' }));
        continue;
      }
      const { photo } = taken.value;
      found.set(block, photo);
      if (photos.has(photo.file)) continue;
      const target = path.join(into, photo.file);
      await mkdir(into, { recursive: true });
      await writeFile(target, data);
      photos.set(photo.file, target);
    }
    return ok({ interview: withPhotos(read.value.interview, found), remarks, photos });
  } finally {
    close();
  }
}

/** The blocks with their photos; one whose picture could not be taken in goes, unless words stand under it. */
function withPhotos(interview: Interview, found: ReadonlyMap<string, Photo>): Interview {
  const body = interview.body.flatMap((block): Block[] => {
    if (block.kind !== 'photo') return [block];
    const photo = found.get(block.id);
    if (photo) return [{ ...block, photoId: photo.id }];
    return isBlank(block.caption) && isBlank(block.credit) ? [] : [block];
  });
  const photos = new Map([...interview.photos, ...found.values()].map((photo) => [photo.id, photo]));
  return { ...interview, body, photos: [...photos.values()] };
}
