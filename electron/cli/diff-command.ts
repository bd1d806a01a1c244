import path from 'node:path';
import type { Translate } from '../../shared/i18n/translate';
import { failed, ok, type Result } from '../../shared/result';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { comparisonAsHtml } from '../../shared/review/compare/comparison-as-html';
import { comparisonAsText } from '../../shared/review/compare/comparison-as-text';
import { unchangedWords } from '../../shared/review/compare/unchanged-words';
import type { Done } from './done';
import type { CommandFailure } from './failure';
import { openSource, type OpenedSource } from './open-source';
import type { ReviewCommand } from './review-arguments';
import type { World } from './world';

/** Compares two pieces of any kind that can be read; the comparison goes to stdout. */
export function diffCommand(
  { before, after, as }: Extract<ReviewCommand, { readonly kind: 'diff' }>,
  world: World,
  translate: Translate,
): Promise<Done> {
  return withSources([before, after], world, async ([a, b]) => {
    if (!a || !b) throw new RangeError('two sources were opened');
    const comparison = compareInterviews(a.interview, b.interview);
    if (as === 'json') world.stdout(`${JSON.stringify(comparison, null, 2)}\n`);
    else if (as === 'text') world.stdout(comparisonAsText(comparison, translate));
    else {
      const { language } = b.interview;
      const unchanged = unchangedWords(b.interview);
      world.stdout(comparisonAsHtml(comparison, { before, after, language, unchanged }, translate));
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
