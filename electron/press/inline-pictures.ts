import type { Pictures } from './press';
import { inspectPicture, renderPicture } from './sharp-pictures';

/** sharp in this very process: for tests that run from sources. */
export function createInlinePictures(): Pictures {
  return { inspect: inspectPicture, render: renderPicture, close: async () => undefined };
}
