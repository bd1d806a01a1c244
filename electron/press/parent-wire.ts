import { parentPort } from 'node:worker_threads';
import type { Wire } from './wire';

/** What Electron gives a utility process in place of an import; undefined everywhere else. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (event: { readonly data: unknown }) => void): void;
}

/** The line to whoever started this process or thread: Electron's main process, or a thread of plain Node. */
export function parentWire(): Wire {
  const port = (process as { parentPort?: UtilityPort }).parentPort;
  if (port)
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listen) => port.on('message', ({ data }) => listen(data)),
    };
  if (!parentPort) throw new Error('started without a parent to answer');
  const thread = parentPort;
  return { post: (message) => thread.postMessage(message), onMessage: (listen) => thread.on('message', listen) };
}
