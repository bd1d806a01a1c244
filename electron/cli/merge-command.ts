import { link, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeRemark } from '../../shared/checks/describe-remark';
import type { Translate } from '../../shared/i18n/translate';
import type { Interview, Photo } from '../../shared/interview/types';
import { failed, ok } from '../../shared/result';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import type { Conflict } from '../../shared/review/merge/conflict';
import { describePlace } from '../../shared/review/merge/describe-place';
import { mergeInterviews } from '../../shared/review/merge/merge-interviews';
import { writeSynced } from '../desk/atomic-file';
import { deskFailure } from '../desk/failures';
import { diskFiles, hasCode } from '../desk/files';
import { writeGalley } from '../exports/galley-archive';
import { withSources } from './diff-command';
import type { Done } from './done';
import type { CommandFailure } from './failure';
import type { OpenedSource } from './open-source';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Merges two versions of a piece into a new file: a .galley with the photos of all, or else an interview.json. */
export function mergeCommand(
  { base, a, b, out, json }: Extract<ReviewCommand, { readonly kind: 'merge' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  return withSources([base, a, b], world, async (sources) => {
    const [was, left, right] = sources;
    if (!was || !left || !right) throw new RangeError('three sources were opened');
    const { interview, conflicts, remarks } = mergeInterviews(was.interview, left.interview, right.interview);
    const failure = await write(path.resolve(world.cwd, out), interview, sources, world);
    if (failure) return failed({ about: out, failure });
    if (json) world.stdout(`${JSON.stringify({ file: out, conflicts, remarks }, null, 2)}\n`);
    else {
      world.stdout(`${translate('review.merged', { file: out })}\n`);
      if (conflicts.length > 0) world.stdout(`${translate('review.conflicts', { count: conflicts.length })}\n`);
      world.stdout(conflicts.map((conflict) => `- ${sentence(conflict, interview, translate)}\n`).join(''));
    }
    world.stderr(remarks.map((remark) => `- ${describeRemark(translate, remark)}\n`).join(''));
    return ok(null);
  });
}

/** Whole or not at all, and never in the place of something: what stands under the name may be one of the sides. */
async function write(
  out: string,
  interview: Interview,
  sources: readonly OpenedSource[],
  world: World,
): Promise<CommandFailure['failure'] | null> {
  const beside = path.join(path.dirname(out), `.galley-${diskFiles.fresh()}-merge.tmp`);
  try {
    if (path.extname(out).toLowerCase() === '.galley') {
      const done = await writeGalley(beside, interview, photosOf(interview, sources), world.signal);
      if (!done) return { kind: 'cancelled' };
    } else {
      await writeSynced(diskFiles, beside, new TextEncoder().encode(writeInterviewFile(interview)));
    }
    // A link, unlike a rename, does not take the place of a file that is there.
    await link(beside, out);
    return null;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return { kind: 'file-exists' };
    return deskFailure(error);
  } finally {
    await rm(beside, { force: true });
  }
}

function photosOf({ photos }: Interview, sources: readonly OpenedSource[]): ReadonlyMap<string, string> {
  const find = (photo: Photo) => sources.map(({ photoPath }) => photoPath(photo)).find((found) => found !== null);
  return new Map(
    photos.flatMap((photo) => {
      const found = find(photo);
      return found === undefined || found === null ? [] : [[photo.file, found] as const];
    }),
  );
}

function sentence(conflict: Conflict, interview: Interview, translate: Translate): string {
  const place = describePlace(conflict.place, interview, translate);
  switch (conflict.kind) {
    case 'text':
      return translate('review.conflict-text', { place, a: conflict.a, b: conflict.b });
    case 'value':
      return translate('review.conflict-value', { place, a: conflict.a, b: conflict.b });
    case 'deleted':
      return translate(`review.conflict-deleted-${conflict.by}`, { place });
    case 'order':
    case 'twin':
      return translate(`review.conflict-${conflict.kind}`, { place });
  }
}
