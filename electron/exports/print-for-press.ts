import type { Remark } from '../../shared/checks/remark';
import { loss, warning } from '../../shared/checks/remark';
import { formatByline } from '../../shared/interview/byline';
import { plainText } from '../../shared/interview/text';
import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { handOffWords } from '../../shared/writers/hand-off/words';
import type { PressCondition } from '../press/conditions/conditions';
import type { PressJob } from '../press/press';
import { slugSource } from '../press/press-pdf/slug-source';
import type { Making } from './making';
import { pagePictures, pressFailure } from './page-pictures';
import { unreadable } from './rendered-pictures';
import { pressRemarks, separatePhoto } from './separated-pictures';

export interface PrintedForPress {
  readonly pdf: Uint8Array;
  readonly remarks: readonly Remark[];
}

/** The shares of the work: pictures, then the page; the rest is the sheet around it. */
const SHARE = { pictures: 0.5, page: 0.8 };

/** The pages of the piece as sheets for one printing condition. */
export async function printForPress(
  making: Making,
  condition: PressCondition,
): Promise<Result<PrintedForPress, ExportFailure>> {
  const { interview, press, progress, signal, template } = making;
  const placed = await pagePictures(making);
  if (!placed.ok) return placed;
  const { pictures } = placed.value;
  const absent = new Set(placed.value.missing);

  const remarks: Remark[] = [];
  const files: { [path: string]: Uint8Array } = {};
  for (const [index, { photo, path, ...cut }] of pictures.entries()) {
    const separated = await separatePhoto(making, photo, condition, cut);
    if (!separated.ok) return separated;
    if (separated.value === null) {
      remarks.push(unreadable(photo));
      absent.add(photo.file);
    } else {
      files[path] = separated.value.bytes;
      remarks.push(...pressRemarks(photo, condition, cut, separated.value));
    }
    progress((SHARE.pictures * (index + 1)) / pictures.length);
  }

  // A picture that turned out unreadable leaves a grey field.
  if (signal.aborted) return failed({ kind: 'cancelled' });
  const printed = await press().pages({ interview, template, files, missing: [...absent], wanted: 'pdf' }, signal);
  if (!printed.ok) return failed(pressFailure(printed.failure));
  const { pdf, missing, offPlan, composed } = printed.value;
  if (!pdf) return failed({ kind: 'press-failed', detail: 'no PDF was written' });
  if (offPlan > 0) remarks.push(warning('page-off-plan', { count: offPlan }));
  progress(SHARE.page);
  // A megabyte of code that only a press file needs: the start does not wait for it.
  const { makePressReady, pageSizes } = await import('../press/press-pdf/make-press-ready');
  const slug = await print(making, {
    source: slugSource(await pageSizes(pdf), slugWords(making, condition)),
    files: {},
  });
  if (!slug.ok) return slug;
  if (signal.aborted) return failed({ kind: 'cancelled' });
  const ready = await makePressReady({ pages: pdf, slug: slug.value.pdf }, condition, {
    title: plainText(interview.headline).trim() || handOffWords(interview.language).untitled,
    author: formatByline(interview.byline),
    made: new Date(making.now()),
  });
  if (missing.length > 0) remarks.push(warning('glyphs-missing', { characters: missing.join(' ') }));
  if (ready.foreign.length > 0) remarks.push(loss('press-colour-foreign', { spaces: ready.foreign.join(', ') }));
  return ok({ pdf: ready.pdf, remarks: [...remarks, ...composed.remarks] });
}

async function print({ press, signal }: Making, job: PressJob) {
  if (signal.aborted) return failed<ExportFailure>({ kind: 'cancelled' });
  const printed = await press().pdf(job, signal);
  return printed.ok ? printed : failed(pressFailure(printed.failure));
}

function slugWords({ interview, stamp }: Making, condition: PressCondition) {
  const words = handOffWords(interview.language);
  return {
    line: [interview.paper ?? '', interview.section ?? '', plainText(interview.headline), condition.description],
    // Without a word on its approval a sheet counts as not approved; unmarked is only what was asked for.
    warning: stamp === null || stamp.kind === 'proof' ? words.notApproved : null,
    page: words.page,
  };
}
