import { publishedOf } from '../../shared/interview/published';
import { plainText } from '../../shared/interview/text';
import type { BlockId, Interview } from '../../shared/interview/types';
import type { Translate } from '../../shared/i18n/translate';
import type { PageTemplate } from '../../shared/print/page-template';
import { fitOfStory } from '../../shared/proof/fit-of-story';
import type { Fit } from '../../shared/proof/proof';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { CommandFailure } from './failure';
import type { OpenedSource } from './open-source';
import type { World } from './world';

/** What `fit` says about a piece on a template. */
export interface FitReport extends Omit<Fit, 'longest'> {
  readonly template: string;
  readonly pages: number;
  /** Rows of every column that the story runs through on the first page, and how many of them stay free. */
  readonly slots: readonly {
    readonly page: number;
    readonly column: number;
    readonly rows: number;
    readonly free: number;
  }[];
  /** The longest answers with their questions: where to cut. */
  readonly longest: readonly { readonly question: string; readonly lines: number }[];
  /** Words that do not stand where they were planned; 0 when the page can be trusted. */
  readonly offPlan: number;
}

/** Lays the piece out and compares it with the length it was given; without one, with the first page of the template. */
export async function fitPiece(
  { interview, photoPath }: Pick<OpenedSource, 'interview' | 'photoPath'>,
  template: PageTemplate,
  world: Pick<World, 'press' | 'signal'>,
): Promise<Result<FitReport, CommandFailure>> {
  const missing = interview.photos.filter((photo) => photoPath(photo) === null).map(({ file }) => file);
  const made = await world
    .press()
    .pages({ interview: publishedOf(interview), template, files: {}, missing, wanted: 'places' }, world.signal);
  if (!made.ok) {
    const { kind, detail } = made.failure;
    return failed({ about: template.id, failure: kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail } });
  }
  const { plan, story } = made.value.composed;
  const { longest, ...fit } = fitOfStory(story, template, interview.assigned?.length ?? { kind: 'page' });
  return ok({
    ...fit,
    template: template.id,
    pages: plan.pages.length,
    slots: plan.pages.flatMap(({ frames }, page) =>
      frames.map(({ column, rows, free }) => ({ page: page + 1, column: column + 1, rows, free })),
    ),
    longest: longest.map(({ block, lines }) => ({ question: questionOf(interview, block), lines })),
    offPlan: made.value.offPlan,
  });
}

/** The report for people. */
export function fitText(report: FitReport, translate: Translate): string {
  const { lines, over, words, longest, pages, template, offPlan } = report;
  const verdict =
    over === null || over === 0
      ? translate('fit.exact')
      : over > 0
        ? translate('fit.over', { count: over, words })
        : translate('fit.under', { count: -over, words });
  return [
    translate('fit.page', { template, pages, lines }),
    verdict,
    ...(longest.length > 0 ? [translate('fit.longest')] : []),
    ...longest.map((answer) => `- ${translate('fit.answer', { count: answer.lines, question: answer.question })}`),
    ...(offPlan > 0 ? [translate('fit.off', { count: offPlan })] : []),
    '',
  ].join('\n');
}

function questionOf({ body }: Interview, answer: BlockId): string {
  const at = body.findIndex(({ id }) => id === answer);
  const asked = body.slice(0, at).findLast((block) => block.kind === 'question');
  return asked?.kind === 'question' ? plainText(asked.text) : '';
}
