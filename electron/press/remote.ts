import { failed, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Host, Reply, Request } from './wire';

export type RemoteFailure = {
  readonly kind: 'failed' | 'timed-out' | 'died' | 'cancelled';
  readonly detail: string;
};

/** A worker that is started when it is first asked, and again after it went away. */
export interface Remote<Ask> {
  /**
   * Requests wait in line; one is with the worker at a time. Work there cannot be interrupted, so a request that is
   * aborted or takes more than `timeout` ms while it is being worked on ends the worker; those waiting get a new one.
   */
  ask(
    ask: Ask,
    options: { readonly timeout: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Result<unknown, RemoteFailure>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly timeout: number;
  readonly settle: (result: Result<unknown, RemoteFailure>) => void;
}

/** `spent` tells from an answer that the worker is to be ended with it; the next request starts another. */
export function remote<Ask>(start: () => Host, spent: (answer: unknown) => boolean = () => false): Remote<Ask> {
  const line: Waiting[] = [];
  let host: Host | null = null;
  let current: Waiting | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;
  let closed = false;

  const fail = (kind: RemoteFailure['kind'], detail: string) => failed<RemoteFailure>({ kind, detail });

  function settle(result: Result<unknown, RemoteFailure>): void {
    clearTimeout(watchdog);
    const done = current;
    current = null;
    done?.settle(result);
    next();
  }

  // Forgotten before it is killed: its end then says nothing, as Electron reports a killed process as an orderly exit.
  function killHost(): void {
    const ended = host;
    host = null;
    ended?.kill();
  }

  function startHost(): Host {
    const started = start();
    started.onMessage((message) => {
      const reply = message as Reply;
      if (host !== started || reply.id !== current?.request.id) return;
      if ('answer' in reply && spent(reply.answer)) killHost();
      settle('error' in reply ? fail('failed', reply.error) : ok(reply.answer));
    });
    started.onEnd((detail) => {
      if (host !== started) return;
      host = null;
      settle(fail('died', detail));
    });
    return started;
  }

  function next(): void {
    if (current || closed) return;
    const first = line.shift();
    if (!first) return;
    current = first;
    watchdog = setTimeout(() => {
      killHost();
      settle(fail('timed-out', `no answer within ${first.timeout / 1000} s`));
    }, first.timeout);
    try {
      host ??= startHost();
      host.post(first.request);
    } catch (cause) {
      killHost();
      settle(fail('died', String(cause)));
    }
  }

  function cancel(waiting: Waiting): void {
    const at = line.indexOf(waiting);
    if (at >= 0) {
      line.splice(at, 1);
      waiting.settle(fail('cancelled', ''));
    } else if (current === waiting) {
      killHost();
      settle(fail('cancelled', ''));
    }
  }

  return {
    ask(ask, { timeout, signal }) {
      if (closed || signal?.aborted) return Promise.resolve(fail('cancelled', closed ? 'closed' : ''));
      return new Promise((resolve) => {
        const abort = () => cancel(waiting);
        const waiting: Waiting = {
          request: { id: ++ids, ask },
          timeout,
          settle: (result) => {
            signal?.removeEventListener('abort', abort);
            resolve(result);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        line.push(waiting);
        next();
      });
    },
    async close() {
      closed = true;
      killHost();
      for (const waiting of line.splice(0)) waiting.settle(fail('cancelled', 'closed'));
      if (current) settle(fail('cancelled', 'closed'));
    },
  };
}
