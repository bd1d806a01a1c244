import { expect, test } from 'vitest';
import { pressClient } from '../../../../electron/press/press-client';
import type { PressAnswer } from '../../../../electron/press/press-client';
import type { Reply, Request } from '../../../../electron/press/wire';
import { ok } from '../../../../shared/result';

const MEGABYTE = 1024 * 1024;
const PDF = { pdf: new Uint8Array(), warnings: [], missing: [] };

/** A press whose compiler has grown to so many megabytes with each of its answers; tells how many workers it started. */
function pressOf(...megabytes: readonly number[]) {
  const left = [...megabytes];
  let started = 0;
  const press = pressClient(
    () => {
      started++;
      let listen: (reply: unknown) => void = () => undefined;
      return {
        post(message) {
          const answer: PressAnswer = { result: ok(PDF), memory: (left.shift() ?? 0) * MEGABYTE };
          queueMicrotask(() => listen({ id: (message as Request).id, answer } satisfies Reply));
        },
        onMessage: (heard) => void (listen = heard),
        onEnd: () => undefined,
        kill: () => undefined,
      };
    },
    async () => ({ wasm: '', fonts: [] }),
  );
  return { press, started: () => started };
}

test('a press that has grown large is let go with its answer, a small one stays', async () => {
  const { press, started } = pressOf(200, 900, 200);
  for (const workers of [1, 1, 2]) {
    expect(await press.pdf({ source: '', files: {} })).toEqual({ ok: true, value: PDF });
    expect(started()).toBe(workers);
  }
});
