import { parentWire } from './parent-wire';
import type { PressAsk } from './press-client';
import { serve } from './serve';
import { createTypst } from './typst';
import type { Typst } from './typst';

let typst: Promise<Typst> | undefined;

serve<PressAsk>(parentWire(), async ({ resources, job }) => {
  typst ??= createTypst(resources);
  return (await typst).pdf(job);
});
