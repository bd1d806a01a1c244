import path from 'node:path';
import { warning } from '../../shared/checks/remark';
import type { Remark } from '../../shared/checks/remark';
import { equalData } from '../../shared/interview/equal';
import { publishedOf } from '../../shared/interview/published';
import type { Origin } from '../../shared/desk/origin';
import type { Interview, Photo } from '../../shared/interview/types';
import type {
  ExportedFiles,
  ExportFailure,
  ExportFormat,
  ExportProgress,
  DeskFailure,
} from '../../shared/ipc/contract';
import type { PageTemplate } from '../../shared/print/page-template';
import { assignedTemplate } from '../../shared/print/templates/assigned-template';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Stamp } from '../../shared/review/manifest';
import type { Language } from '../../shared/i18n/translate';
import { fileStem } from '../../shared/writers/file-stem';
import { changesOf } from '../../shared/review/suggest/changes';
import { DEFAULT_STYLE_NAMES } from '../../shared/writers/hand-off/styles';
import type { StyleNames } from '../../shared/writers/hand-off/styles';
import type { ConditionChoice } from '../press/conditions/conditions';
import type { Pictures, Press } from '../press/press';
import { deskFailure } from '../desk/failures';
import { findConflict, writtenFiles } from './earlier-export';
import { makeDocx, makeReviewDocx } from './make-docx';
import { makeGalley } from './make-galley';
import { makeIcml } from './make-icml';
import { makeIdml } from './make-idml';
import { makePackage } from './make-package';
import { makePageSvg } from './make-page-svg';
import { makePdf } from './make-pdf';
import { makePressPdf } from './make-press-pdf';
import { makePlain } from './make-plain';
import { makeTagged } from './make-tagged';
import { makeWeb } from './make-web';
import type { Made, Making } from './making';
import { separateOnce } from './separate-once';
import { exists, isFolder, openStaging } from './staging';
import type { Staging } from './staging';

/** The same job for the app and the command line: nothing of it stands in `out` before all of it does. */
export interface ExportJob {
  /** What lets another desk know the piece again, for a .galley file. */
  readonly origin?: Origin;
  readonly interview: Interview;
  /** The path of a picture on this machine, or null when it is missing (a remark, not a failure). */
  readonly photoPath: (photo: Photo) => string | null;
  readonly formats: readonly ExportFormat[];
  /** An absolute folder; made when it is not there. What an earlier export wrote there is replaced, other files are left alone. */
  readonly out: string;
  readonly press: () => Press;
  readonly pictures: () => Pictures;
  /** The page to lay out on; the one assigned to the piece when not given. */
  readonly template?: PageTemplate;
  /** What press files are made for; newsprint when not given. */
  readonly condition?: ConditionChoice;
  /** What the paper calls its styles; our own names when not given. */
  readonly styleNames?: StyleNames;
  /** What the export says of its approval; nothing when not given. */
  readonly stamp?: Stamp;
  /** The piece as it stands, which a .galley carries whatever the other formats are made from. */
  readonly asItStands?: Interview;
  /** What a .galley carries beside the piece, by the name of the entry. */
  readonly packed?: ReadonlyMap<string, Uint8Array>;
  readonly language?: Language;
  /** Milliseconds since 1970; the clock when not given. */
  readonly now?: () => number;
  readonly progress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
}

export type ExportPiece = (job: ExportJob) => Promise<Result<ExportedFiles, ExportFailure | DeskFailure>>;

const MAKERS: { readonly [format in ExportFormat]: (making: Making) => Promise<Made> } = {
  web: makeWeb,
  pdf: makePdf,
  'press-pdf': makePressPdf,
  'page-svg': makePageSvg,
  idml: makeIdml,
  icml: makeIcml,
  tagged: makeTagged,
  plain: makePlain,
  docx: makeDocx,
  'docx-review': makeReviewDocx,
  package: makePackage,
  galley: makeGalley,
};

/** What each format leaves in the folder, as the ending of the piece's stem: a file, or a folder when it has no dot. */
const ENDINGS: { readonly [format in ExportFormat]: string } = {
  web: '',
  pdf: '.pdf',
  'press-pdf': '-press.pdf',
  'page-svg': '-svg',
  idml: '-idml',
  icml: '-icml',
  tagged: '-tagged.txt',
  plain: '.txt',
  docx: '.docx',
  'docx-review': '-review.docx',
  package: '-package',
  galley: '.galley',
};

/** What holds open proposals and threads as they are, and the piece as it stands. */
const CARRIES_TALK: ReadonlySet<ExportFormat> = new Set(['galley', 'docx-review']);

export const exportPiece: ExportPiece = async (job) => {
  try {
    if ((await exists(job.out)) && !(await isFolder(job.out))) return failed({ kind: 'not-a-folder' });
    const staging = await openStaging(job.out);
    try {
      return await exportInto(staging, job);
    } finally {
      await staging.clear();
    }
  } catch (error) {
    return failed(deskFailure(error));
  }
};

async function exportInto(staging: Staging, job: ExportJob): Promise<Result<ExportedFiles, ExportFailure>> {
  const { interview, out, signal = new AbortController().signal } = job;
  const published = publishedOf(interview);
  const stem = fileStem(interview);
  const formats = [...new Set(job.formats)];
  const names = formats.map((format) => stem + ENDINGS[format]);

  const conflict = await findConflict(out, names);
  if (conflict !== null) return failed({ kind: 'target-exists', path: conflict });

  const open = formats.some((format) => !CARRIES_TALK.has(format)) ? changesOf(interview).length : 0;
  const remarks: Remark[] = open > 0 ? [warning('export-open-proposals', { count: open })] : [];
  const pictures = separateOnce(job.pictures);
  for (const format of formats) {
    if (signal.aborted) return failed({ kind: 'cancelled' });
    job.progress?.({ format, done: 0 });
    const made = await MAKERS[format]({
      // Everything that does not carry the newsroom's own talk goes out of the house.
      interview: CARRIES_TALK.has(format) ? (job.asItStands ?? interview) : published,
      photoPath: job.photoPath,
      target: path.join(staging.folder, stem + ENDINGS[format]),
      press: job.press,
      pictures,
      template: job.template ?? assignedTemplate(interview),
      ...(job.origin ? { origin: job.origin } : {}),
      condition: job.condition ?? { kind: 'named', name: 'newsprint' },
      styleNames: job.styleNames ?? DEFAULT_STYLE_NAMES,
      stamp: job.stamp ?? null,
      packed: job.packed ?? new Map(),
      language: job.language ?? 'vi',
      now: job.now ?? Date.now,
      progress: (done) => job.progress?.({ format, done }),
      signal,
    });
    if (!made.ok) return made;
    // Two formats may notice the same thing; it is told once.
    for (const remark of made.value) if (!remarks.some((told) => equalData(told, remark))) remarks.push(remark);
  }
  if (signal.aborted) return failed({ kind: 'cancelled' });
  const files = await writtenFiles(staging.folder, names);
  await staging.place(names);
  return ok({ folder: out, files, remarks });
}
