import type { Interview } from '../../../shared/interview/types';
import type { PageTemplate } from '../../../shared/print/page-template';
import { POINTS_PER_MM, spanWidth } from '../../../shared/print/page-template';
import { typeOf } from '../../../shared/print/type-scale';
import { fitOfStory } from '../../../shared/proof/fit-of-story';
import { galleyOfStory } from '../../../shared/proof/galley-of-story';
import { linesOfPlan, picturesOfPlan } from '../../../shared/proof/lines-of-plan';
import type { Proof } from '../../../shared/proof/proof';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Compositor } from '../compositor';
import type { PressFailure } from '../press';
import { pageSvgs } from './page-svg';

/** A piece to lay out for the screen. Its photos are not in it: the window has them already and lays them over their room. */
export interface ProofJob {
  readonly interview: Interview;
  readonly template: PageTemplate;
  /** The files (`<sha256>.<ext>`) of photos that are not there. */
  readonly missing: readonly string[];
  /** The pages to draw, counted from 0; none for the plan alone. */
  readonly pages: readonly number[];
}

/** Lays a piece out and draws the pages wanted. */
export async function makeProof(compositor: Compositor, job: ProofJob): Promise<Result<Proof, PressFailure>> {
  const { interview, template, missing, pages } = job;
  const drawn = pages.length > 0;
  const made = await compositor.pages({
    interview,
    template,
    missing,
    files: {},
    wanted: drawn ? 'proof' : 'plan',
    only: pages,
  });
  if (!made.ok) return made;
  const { composed, pdf, took } = made.value;
  const { plan, story } = composed;
  const start = performance.now();
  const there = [...new Set(pages)].sort((one, other) => one - other).filter((page) => page < plan.pages.length);
  const svgs = pdf && there.length > 0 ? pageSvgs(pdf) : [];
  const { size } = typeOf(template, 'text');
  return ok<Proof>({
    template: template.id,
    width: plan.width,
    height: plan.height,
    pageCount: plan.pages.length,
    pages: svgs.map(({ svg }, at) => ({ page: there[at] ?? at, svg })),
    lines: drawn ? linesOfPlan(plan) : [],
    pictures: drawn ? picturesOfPlan(plan) : [],
    galley: {
      width: spanWidth(template, 1) * POINTS_PER_MM,
      leading: template.row,
      size,
      lines: galleyOfStory(story.pieces),
    },
    fit: fitOfStory(story, template, interview.assigned?.length),
    missing: made.value.missing,
    took: { ...took, draw: performance.now() - start },
  });
}
