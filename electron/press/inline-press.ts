import type { Press } from './press';
import { findPressResources } from './resources';
import { createTypst } from './typst';
import type { Typst } from './typst';

/** The press in this very thread, which it blocks and which nothing can cancel: for tests that run from sources. */
export function createInlinePress(): Press {
  let typst: Promise<Typst> | undefined;
  return {
    async pdf(job) {
      typst ??= findPressResources().then(createTypst);
      return (await typst).pdf(job);
    },
    async close() {
      typst = undefined;
    },
  };
}
