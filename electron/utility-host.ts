import os from 'node:os';
import { utilityProcess } from 'electron';
import type { Host } from './press/wire';

/** A process of our own for heavy work, at the lowest priority on Linux so that typing never waits for it. */
export function utilityHost(script: string, serviceName: string): Host {
  const child = utilityProcess.fork(script, [], { serviceName, stdio: 'inherit' });
  child.once('spawn', () => {
    // Threads inherit it only when they start later: it must be set before the worker starts any.
    if (process.platform === 'linux' && child.pid !== undefined) lowerPriority(child.pid);
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listen) => child.on('message', listen),
    onEnd: (listen) => void child.once('exit', (code) => listen(`the ${serviceName} process ended with code ${code}`)),
    kill: () => void child.kill(),
  };
}

function lowerPriority(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
  } catch (cause) {
    // It may already be gone, or a container may forbid it: the work is the same, only less polite.
    process.emitWarning(`priority not lowered: ${String(cause)}`);
  }
}
