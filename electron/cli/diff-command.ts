import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { failed, ok, type Result } from '../../shared/result';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { comparisonAsText } from '../../shared/review/compare/comparison-as-text';
import { replaceFile } from '../desk/atomic-file';
import { guarded } from '../desk/failures';
import { diskFiles } from '../desk/files';
import { comparisonFile } from '../review/comparison-file';
import type { Done } from './done';
import type { CommandFailure } from './failure';
import { openSource, type OpenedSource } from './open-source';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Compares two pieces of any kind that can be read; the comparison goes to stdout, as PDF into a file. */
export function diffCommand(
  { before, after, as, out }: Extract<ReviewCommand, { readonly kind: 'diff' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  return withSources([before, after], world, async ([a, b]) => {
    if (!a || !b) throw new RangeError('two sources were opened');
    const comparison = compareInterviews(a.interview, b.interview);
    if (as === 'json') world.stdout(`${JSON.stringify(comparison, null, 2)}\n`);
    else if (as === 'text') world.stdout(comparisonAsText(comparison, translate));
    else {
      const sides = [
        { interview: a.interview, title: before },
        { interview: b.interview, title: after },
      ] as const;
      const made = await comparisonFile(...sides, as, { press: world.press, translate });
      if (!made.ok) return failed({ about: after, failure: made.failure });
      if (out === undefined) world.stdout(new TextDecoder().decode(made.value));
      else {
        const written = await guarded<null, never>(async () => {
          await replaceFile(diskFiles, path.resolve(world.cwd, out), made.value);
          return ok(null);
        });
        if (!written.ok) return failed({ about: out, failure: written.failure });
      }
    }
    return ok(null);
  });
}

/** Opens them all, in order, and takes away what was unpacked for them; the first that cannot be read refuses the call. */
export async function withSources(
  files: readonly string[],
  world: World,
  use: (sources: readonly OpenedSource[]) => Promise<Done>,
): Promise<Done> {
  const opened: OpenedSource[] = [];
  try {
    for (const about of files) {
      const source: Result<OpenedSource, CommandFailure['failure']> = await openSource(
        path.resolve(world.cwd, about),
        world,
      );
      if (!source.ok) return failed({ about, failure: source.failure });
      opened.push(source.value);
    }
    return await use(opened);
  } finally {
    for (const { dispose } of opened) await dispose();
  }
}
