import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Interview, Photo } from '../../shared/interview/types';
import type { DeliveredPhotos, DeskFailure, PhotosProgress, PhotoWriteFailure } from '../../shared/ipc/contract';
import { fieldsToWrite, shownPhotos } from '../../shared/photos/write-back';
import type { ShownPhoto } from '../../shared/photos/write-back';
import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { fileStem } from '../../shared/writers/file-stem';
import { deskFailure } from '../desk/failures';
import { exists } from '../exports/staging';
import type { PhotoFiles } from './remote-writer';
import type { WriteTarget } from './write-fields';

export interface WriteManyJob {
  readonly interview: Interview;
  readonly photoPath: (photo: Photo) => string | null;
  /** An absolute folder: copies come into a fresh folder inside it, originals are looked for in it. */
  readonly folder: string;
  readonly into: 'copies' | 'originals';
  readonly files: Pick<PhotoFiles, 'writeFields' | 'findOriginals'>;
  readonly progress?: (progress: PhotosProgress) => void;
  readonly signal: AbortSignal;
}

interface Task {
  readonly name: string;
  readonly file: string;
  readonly target: WriteTarget;
}

/** Writes the texts of the piece into files of the photos that its body shows. One refused file spoils no other. */
export async function writeMany(job: WriteManyJob): Promise<Result<DeliveredPhotos, DeskFailure>> {
  try {
    const shown = shownPhotos(job.interview);
    const planned = await (job.into === 'copies' ? planCopies(job, shown) : planOriginals(job, shown));
    if (!planned.ok) return planned;
    const { folder, task } = planned.value;
    const files: string[] = [];
    const backups: string[] = [];
    const remarks: DeliveredPhotos['remarks'][number][] = [];
    const refused: DeliveredPhotos['refused'][number][] = [];
    let done = 0;
    for (const each of shown) {
      if (job.signal.aborted) break;
      const name = nameOf(each.photo);
      const planOf = task(each);
      const written = planOf.ok
        ? await job.files.writeFields(planOf.value.file, fieldsToWrite(each.photo, each.shown), planOf.value.target)
        : planOf;
      if (written.ok) {
        files.push(path.relative(folder, written.value.file));
        if (written.value.backup !== undefined) backups.push(path.relative(folder, written.value.backup));
        remarks.push(...written.value.remarks.map((remark) => ({ name, remark })));
      } else refused.push({ name, failure: written.failure });
      job.progress?.({ done: ++done, total: shown.length, name });
    }
    return ok({ folder, files, backups, remarks, refused, stopped: shown.length - done });
  } catch (error) {
    return failed(deskFailure(error));
  }
}

interface Plan {
  readonly folder: string;
  readonly task: (shown: ShownPhoto) => Result<Task, PhotoWriteFailure>;
}

async function planCopies(job: WriteManyJob, shown: readonly ShownPhoto[]): Promise<Result<Plan, DeskFailure>> {
  const folder = await freshFolder(job.folder, `${fileStem(job.interview)}-anh-kem-chu`);
  const names = copyNames(shown.map(({ photo }) => photo));
  return ok({
    folder,
    task: ({ photo }) => {
      const file = job.photoPath(photo);
      const name = names.get(photo.id) ?? photo.file;
      if (file === null) return failed({ kind: 'not-found' });
      return ok({ name, file, target: { kind: 'copy', to: path.join(folder, name) } });
    },
  });
}

async function planOriginals(job: WriteManyJob, shown: readonly ShownPhoto[]): Promise<Result<Plan, DeskFailure>> {
  const wanted = [];
  for (const { photo } of shown) {
    const stored = job.photoPath(photo);
    if (stored !== null) wanted.push({ hash: hashOf(photo), size: (await stat(stored)).size });
  }
  const found = await job.files.findOriginals(job.folder, wanted);
  if (!found.ok) return found;
  return ok({
    folder: job.folder,
    task: ({ photo }) => {
      const name = nameOf(photo);
      const file = found.value[hashOf(photo)];
      if (file === undefined) return failed({ kind: 'photo-original-missing', name });
      return ok({ name, file, target: { kind: 'in-place' } });
    },
  });
}

function hashOf({ file }: Photo): string {
  return file.split('.')[0] ?? file;
}

function nameOf({ name, file }: Photo): string {
  return name ?? file;
}

/** The names that the files had, with the ending of what they are; equal ones with a number. */
function copyNames(photos: readonly Photo[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    photos.map((photo) => {
      const ending = photo.file.split('.').at(-1) ?? 'jpg';
      const stem = fileName(path.parse(nameOf(photo)).name) || 'anh';
      let name = `${stem}.${ending}`;
      for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}.${ending}`;
      taken.add(name.toLowerCase());
      return [photo.id, name] as const;
    }),
  );
}

/** What every file system takes as a name. */
function fileName(stem: string): string {
  return (
    stem
      // eslint-disable-next-line no-control-regex -- names of files may hold none
      .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
      .replace(/^\.+|[. ]+$/g, '')
      .slice(0, 100)
  );
}

async function freshFolder(inside: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = path.join(inside, number === 1 ? name : `${name}-${number}`);
    if (await exists(folder)) continue;
    await mkdir(folder, { recursive: true });
    return folder;
  }
}
