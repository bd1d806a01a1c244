import type { Pictures } from './press';
import { picturesClient } from './pictures';
import { threadHost } from './thread-host';

/** sharp in a worker thread: for the command line and tests. `script` is the built `pictures.js`, beside this module once built. */
export function createWorkerPictures(script: string | URL = new URL('./pictures.js', import.meta.url)): Pictures {
  return picturesClient(() => threadHost(script));
}
