import { Worker } from 'node:worker_threads';
import type { Host } from './wire';

/** A worker thread of plain Node. `script` is the path or URL of a built worker. */
export function threadHost(script: string | URL): Host {
  const worker = new Worker(script);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listen) => worker.on('message', listen),
    onEnd: (listen) => {
      let ended = false;
      const once = (detail: string) => {
        if (!ended) listen(detail);
        ended = true;
      };
      worker.on('error', (cause) => once(cause instanceof Error ? cause.message : String(cause)));
      worker.on('exit', (code) => once(`the worker ended with code ${code}`));
    },
    kill: () => void worker.terminate(),
  };
}
