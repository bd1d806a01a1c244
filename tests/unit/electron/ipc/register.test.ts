import type { IpcMainInvokeEvent } from 'electron';
import { expect, test } from 'vitest';
import type { Handlers } from '../../../../electron/ipc/register';
import { registerCalls } from '../../../../electron/ipc/register';
import { CALL_CHANNELS } from '../../../../shared/ipc/channels';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** The border with handlers that only remember what reached them. */
function border(answer: () => unknown = () => 'answer') {
  const listeners = new Map<string, Listener>();
  const reached: string[] = [];
  const logged: string[] = [];
  const write = (...parts: readonly unknown[]) => void logged.push(parts.map(String).join(' '));
  const handlers = Object.fromEntries(
    CALL_CHANNELS.map((channel) => [
      channel,
      () => {
        reached.push(channel);
        return answer();
      },
    ]),
  ) as unknown as Handlers;
  registerCalls({ handle: (channel, listener) => void listeners.set(channel, listener) }, handlers, {
    info: write,
    warn: write,
    error: write,
  });
  const call = async (channel: string, event: IpcMainInvokeEvent, ...args: unknown[]) =>
    await listeners.get(channel)?.(event, ...args);
  return { call, listeners, reached, logged };
}

function sender(url: string, place: 'main' | 'inner' | 'gone' = 'main'): IpcMainInvokeEvent {
  const mainFrame = { url };
  const senderFrame = place === 'main' ? mainFrame : place === 'inner' ? { url } : null;
  return { senderFrame, sender: { mainFrame } } as unknown as IpcMainInvokeEvent;
}

const OURS = sender('app://galley/index.html');

test('every channel of the contract is up, and no other', () => {
  expect([...border().listeners.keys()].sort()).toEqual([...CALL_CHANNELS].sort());
});

test('our own window is answered', async () => {
  const { call } = border();
  expect(await call('settings:read', OURS)).toBe('answer');
});

test.each([
  ['an inner frame', sender('app://galley/index.html', 'inner')],
  ['a frame that has gone', sender('app://galley/index.html', 'gone')],
  ['another host', sender('app://galley.evil/index.html')],
  ['the web', sender('https://example.com/')],
  ['a file', sender('file:///index.html')],
  ['a blank page', sender('about:blank')],
])('every channel refuses %s before anything else', async (_who, event) => {
  const { call, reached, logged } = border();
  for (const channel of CALL_CHANNELS) await expect(call(channel, event)).rejects.toThrow('refused');
  expect(reached).toEqual([]);
  expect(logged).toHaveLength(CALL_CHANNELS.length);
});

test('every channel refuses wrong arguments, and the log does not repeat them', async () => {
  const { call, reached, logged } = border();
  for (const channel of CALL_CHANNELS)
    await expect(call(channel, OURS, 'bí mật', 'hai', 'ba', 'bốn')).rejects.toThrow('wrong arguments');
  expect(reached).toEqual([]);
  expect(logged.join()).not.toContain('bí mật');
});

test('a bug in a handler reaches the log and not the window', async () => {
  const { call, logged } = border(() => {
    throw new Error('/home/an/secret');
  });
  await expect(call('desk:list', OURS)).rejects.toThrow(/^desk:list: failed, the log says why$/);
  expect(logged.join()).toContain('/home/an/secret');
});
