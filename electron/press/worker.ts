import { assertNever } from '../../shared/result';
import { createCompositor } from './compositor';
import type { Compositor } from './compositor';
import { makeProof } from './page-svg/make-proof';
import { parentWire } from './parent-wire';
import type { PressAsk } from './press-client';
import { serve } from './serve';
import { createTypst } from './typst';
import type { Typst } from './typst';

let tools: Promise<{ readonly typst: Typst; readonly compositor: Compositor }> | undefined;

serve<PressAsk>(parentWire(), async ({ resources, ...ask }) => {
  tools ??= createTypst(resources).then((typst) => ({ typst, compositor: createCompositor(typst) }));
  const { typst, compositor } = await tools;
  switch (ask.kind) {
    case 'pdf':
      return typst.pdf(ask.job);
    case 'pages':
      return compositor.pages(ask.job);
    case 'proof':
      return makeProof(compositor, ask.job);
    default:
      return assertNever(ask);
  }
});
