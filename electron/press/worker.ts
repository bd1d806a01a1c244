import { assertNever } from '../../shared/result';
import { makeProof } from './page-svg/make-proof';
import { parentWire } from './parent-wire';
import type { PressAnswer, PressAsk, PressWork } from './press-client';
import { serve } from './serve';
import { createPressTools } from './tools';
import type { PressTools } from './tools';

let started: Promise<PressTools> | undefined;

serve<PressAsk>(parentWire(), async ({ resources, ...work }): Promise<PressAnswer> => {
  const tools = await (started ??= createPressTools(resources));
  const result = await done(tools, work);
  return { result, memory: tools.typst.memory() };
});

function done({ typst, compositor, drawings }: PressTools, work: PressWork): Promise<PressAnswer['result']> {
  switch (work.kind) {
    case 'pdf':
      return typst.pdf(work.job);
    case 'pages':
      return compositor.pages(work.job);
    case 'proof':
      return makeProof({ compositor, drawings }, work.job);
    default:
      return assertNever(work);
  }
}
