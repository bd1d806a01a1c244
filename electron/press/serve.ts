import type { Reply, Request, Wire } from './wire';

/** Answers what comes over the wire, one request after the other in the order of their coming. */
export function serve<Ask>(wire: Wire, answer: (ask: Ask) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve();
  wire.onMessage((message) => {
    const { id, ask } = message as Request;
    last = last
      .then(() => answer(ask as Ask))
      .then(
        (value): Reply => ({ id, answer: value }),
        (cause: unknown): Reply => ({ id, error: cause instanceof Error ? cause.message : String(cause) }),
      )
      .then((reply) => wire.post(reply));
  });
}
