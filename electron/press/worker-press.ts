import type { Press } from './press';
import { pressClient } from './press-client';
import { findPressResources } from './resources';
import { threadHost } from './thread-host';

/** The press in a worker thread: for the command line and tests. `script` is the built `press.js`, beside this module once built. */
export function createWorkerPress(script: string | URL = new URL('./press.js', import.meta.url)): Press {
  return pressClient(
    () => threadHost(script),
    () => findPressResources(),
  );
}
