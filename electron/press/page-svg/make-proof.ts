import { POINTS_PER_MM, spanWidth } from '../../../shared/print/page-template';
import { typeOf } from '../../../shared/print/type-scale';
import { fitOfStory } from '../../../shared/proof/fit-of-story';
import { galleyOfStory } from '../../../shared/proof/galley-of-story';
import { linesOfPlan, picturesOfPlan } from '../../../shared/proof/lines-of-plan';
import type { Proof } from '../../../shared/proof/proof';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Compositor } from '../compositor';
import type { PressFailure, ProofJob } from '../press';
import type { ItemDrawings } from './item-drawings';

/** Lays a piece out and draws the pages wanted. */
export async function makeProof(
  { compositor, drawings }: { readonly compositor: Compositor; readonly drawings: ItemDrawings },
  job: ProofJob,
): Promise<Result<Proof, PressFailure>> {
  const { interview, template, missing, pages } = job;
  const made = await compositor.pages({ interview, template, missing, files: {}, wanted: 'plan' });
  if (!made.ok) return made;
  const { composed, took } = made.value;
  const { plan, story } = composed;
  const start = performance.now();
  const there = [...new Set(pages)].sort((one, other) => one - other).filter((page) => page < plan.pages.length);
  const drawn = await drawings.draw(plan, there);
  if (!drawn.ok) return drawn;
  const { size } = typeOf(template, 'text');
  return ok<Proof>({
    template: template.id,
    width: plan.width,
    height: plan.height,
    pageCount: plan.pages.length,
    pages: drawn.value.svgs.map((svg, at) => ({ page: there[at] ?? at, svg })),
    lines: pages.length > 0 ? linesOfPlan(plan) : [],
    pictures: pages.length > 0 ? picturesOfPlan(plan) : [],
    galley: {
      width: spanWidth(template, 1) * POINTS_PER_MM,
      leading: template.row,
      size,
      lines: galleyOfStory(story.pieces),
    },
    fit: fitOfStory(story, template, interview.assigned?.length),
    missing: drawn.value.missing,
    took: { ...took, draw: performance.now() - start },
  });
}
