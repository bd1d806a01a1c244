import { assertNever } from '../../shared/result';
import { makeProof } from './page-svg/make-proof';
import { parentWire } from './parent-wire';
import type { PressAsk } from './press-client';
import { serve } from './serve';
import { createPressTools } from './tools';
import type { PressTools } from './tools';

let started: Promise<PressTools> | undefined;

serve<PressAsk>(parentWire(), async ({ resources, ...ask }) => {
  const tools = await (started ??= createPressTools(resources));
  switch (ask.kind) {
    case 'pdf':
      return tools.typst.pdf(ask.job);
    case 'pages':
      return tools.compositor.pages(ask.job);
    case 'proof':
      return makeProof(tools, ask.job);
    default:
      return assertNever(ask);
  }
});
