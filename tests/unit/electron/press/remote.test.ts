import { describe, expect, test } from 'vitest';
import { remote } from '../../../../electron/press/remote';
import type { Host, Request } from '../../../../electron/press/wire';

/** A worker that answers when the test says so. */
function fakeHost() {
  let message: (reply: unknown) => void = () => undefined;
  let end: (detail: string) => void = () => undefined;
  const asked: Request[] = [];
  const state = { killed: false };
  const host: Host = {
    post: (request) => void asked.push(request as Request),
    onMessage: (listen) => void (message = listen),
    onEnd: (listen) => void (end = listen),
    kill() {
      state.killed = true;
      // Electron tells a killed process as one that ended well.
      end('ended with code 0');
    },
  };
  return {
    host,
    asked,
    state,
    answer: (id: number, answer: unknown) => message({ id, answer }),
    end: (detail: string) => end(detail),
  };
}

function remoteWith(spent?: (answer: unknown) => boolean) {
  const hosts: ReturnType<typeof fakeHost>[] = [];
  const worker = remote<string>(() => {
    const fake = fakeHost();
    hosts.push(fake);
    return fake.host;
  }, spent);
  return { worker, hosts };
}

const patient = { timeout: 60_000 };

describe('remote', () => {
  test('asks one after the other', async () => {
    const { worker, hosts } = remoteWith();
    const first = worker.ask('một', patient);
    const second = worker.ask('hai', patient);
    expect(hosts[0]?.asked.map(({ ask }) => ask)).toEqual(['một']);
    hosts[0]?.answer(1, 'xong');
    expect(await first).toEqual({ ok: true, value: 'xong' });
    expect(hosts[0]?.asked.map(({ ask }) => ask)).toEqual(['một', 'hai']);
    hosts[0]?.answer(2, 'xong nữa');
    expect(await second).toEqual({ ok: true, value: 'xong nữa' });
    expect(hosts).toHaveLength(1);
  });

  test('a worker that dies fails what it was doing, and the next request gets a new one', async () => {
    const { worker, hosts } = remoteWith();
    const first = worker.ask('một', patient);
    const second = worker.ask('hai', patient);
    hosts[0]?.end('ended with code 9');
    expect(await first).toEqual({ ok: false, failure: { kind: 'died', detail: 'ended with code 9' } });
    hosts[1]?.answer(2, 'xong');
    expect(await second).toEqual({ ok: true, value: 'xong' });
  });

  test('a worker that is spent is ended with its answer, and those in line get a new one', async () => {
    const { worker, hosts } = remoteWith((answer) => answer === 'mệt');
    const asked = [worker.ask('một', patient), worker.ask('hai', patient), worker.ask('ba', patient)];
    hosts[0]?.answer(1, 'xong');
    expect(hosts[0]?.state.killed).toBe(false);
    hosts[0]?.answer(2, 'mệt');
    expect(hosts[0]?.state.killed).toBe(true);
    hosts[1]?.answer(3, 'xong');
    expect(await Promise.all(asked)).toEqual(['xong', 'mệt', 'xong'].map((value) => ({ ok: true, value })));
    expect(hosts).toHaveLength(2);
  });

  test('an abort kills the worker and is told as cancelled, not as died', async () => {
    const { worker, hosts } = remoteWith();
    const abort = new AbortController();
    const first = worker.ask('một', { ...patient, signal: abort.signal });
    abort.abort();
    expect(await first).toEqual({ ok: false, failure: { kind: 'cancelled', detail: '' } });
    expect(hosts[0]?.state.killed).toBe(true);
  });

  test('an abort while waiting in line disturbs nobody', async () => {
    const { worker, hosts } = remoteWith();
    const abort = new AbortController();
    const first = worker.ask('một', patient);
    const second = worker.ask('hai', { ...patient, signal: abort.signal });
    abort.abort();
    expect(await second).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    hosts[0]?.answer(1, 'xong');
    expect(await first).toMatchObject({ ok: true });
    expect(hosts[0]?.state.killed).toBe(false);
  });

  test('an answer that comes after the watchdog is nobody’s', async () => {
    const { worker, hosts } = remoteWith();
    const first = worker.ask('một', { timeout: 5 });
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
    hosts[0]?.answer(1, 'muộn');
    const second = worker.ask('hai', patient);
    hosts[1]?.answer(2, 'xong');
    expect(await second).toEqual({ ok: true, value: 'xong' });
  });

  test('a worker that cannot start is a failure', async () => {
    const worker = remote<string>(() => {
      throw new Error('no such file');
    });
    expect(await worker.ask('một', patient)).toMatchObject({ ok: false, failure: { kind: 'died' } });
  });

  test('closing ends the worker and everything that waits', async () => {
    const { worker, hosts } = remoteWith();
    const asked = [worker.ask('một', patient), worker.ask('hai', patient)];
    await worker.close();
    expect(hosts[0]?.state.killed).toBe(true);
    for (const result of await Promise.all(asked))
      expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
    expect(await worker.ask('ba', patient)).toMatchObject({ ok: false });
  });
});
