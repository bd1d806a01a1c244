import { createCompositor } from './compositor';
import type { Compositor } from './compositor';
import { makeProof } from './page-svg/make-proof';
import type { Press } from './press';
import { findPressResources } from './resources';
import { createTypst } from './typst';
import type { Typst } from './typst';

/** The press in this very thread, which it blocks and which nothing can cancel: for tests that run from sources. */
export function createInlinePress(): Press {
  let tools: Promise<{ readonly typst: Typst; readonly compositor: Compositor }> | undefined;
  const start = () =>
    (tools ??= findPressResources()
      .then(createTypst)
      .then((typst) => ({ typst, compositor: createCompositor(typst) })));
  return {
    pdf: async (job) => (await start()).typst.pdf(job),
    pages: async (job) => (await start()).compositor.pages(job),
    proof: async (job) => makeProof((await start()).compositor, job),
    async close() {
      tools = undefined;
    },
  };
}
