import { makeProof } from './page-svg/make-proof';
import type { Press } from './press';
import { findPressResources } from './resources';
import { createPressTools } from './tools';
import type { PressTools } from './tools';

/** The press in this very thread, which it blocks and which nothing can cancel: for tests that run from sources. */
export function createInlinePress(): Press {
  let tools: Promise<PressTools> | undefined;
  const start = () => (tools ??= findPressResources().then(createPressTools));
  return {
    pdf: async (job) => (await start()).typst.pdf(job),
    pages: async (job) => (await start()).compositor.pages(job),
    proof: async (job) => makeProof(await start(), job),
    async close() {
      tools = undefined;
    },
  };
}
