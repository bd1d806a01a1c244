import { attendedCrops } from './attended-crops';
import type { Pictures } from './press';
import { separatePicture } from './separate-picture';
import { inspectPicture, renderPicture } from './sharp-pictures';

/** sharp in this very process: for tests that run from sources. */
export function createInlinePictures(): Pictures {
  return {
    inspect: inspectPicture,
    render: renderPicture,
    separate: separatePicture,
    attend: attendedCrops,
    close: async () => undefined,
  };
}
