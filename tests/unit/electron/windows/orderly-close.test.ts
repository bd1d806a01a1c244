import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../../electron/desk/desk';
import { createDesks } from '../../../../electron/ipc/desks';
import type { LastChoice, LeavingTools, Unwritten } from '../../../../electron/windows/orderly-close';
import { closeInOrder } from '../../../../electron/windows/orderly-close';
import { emptyInterview } from '../../../../shared/interview/build';
import { failed, ok } from '../../../../shared/result';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const LOST: Unwritten = {
  piece: 'a',
  interview: { ...emptyInterview(), headline: [{ text: 'Chữ cuối' }] },
  failure: { kind: 'disk-full' },
};

/** A window with the piece "a" open on a disk that takes nothing while `full`; `answers` are the choices somebody makes. */
async function story(answers: readonly LastChoice[], tools: Partial<LeavingTools> = {}) {
  const disk = { full: true };
  const desks = createDesks({
    open: (piece: string) => Promise.resolve(ok({ piece, interview: emptyInterview(), seq: 0, remarks: [] })),
    close: () => Promise.resolve(disk.full ? failed({ kind: 'disk-full' as const }) : ok(null)),
    read: () => Promise.resolve(ok(emptyInterview())),
    watch: () => {},
  } as unknown as Desk);
  await desks.open('a');
  const events = new EventEmitter();
  const choices = [...answers];
  const done = { destroyed: false, asked: 0, told: 0, copied: [] as string[], rescued: [] as string[] };
  const window = {
    on: (event: string, listener: (...args: unknown[]) => void) => events.on(event, listener),
    destroy: () => (done.destroyed = true),
    webContents: { isCrashed: () => false, isDestroyed: () => false, send: () => (done.told += 1) },
  } as unknown as BrowserWindow;
  const leaving = closeInOrder(window, {
    desks,
    log: silent,
    patience: 50,
    ask: () => {
      done.asked += 1;
      const choice = choices.shift();
      return choice ? Promise.resolve(choice) : new Promise(() => {});
    },
    copy: ({ headline }) => void done.copied.push(JSON.stringify(headline)),
    rescue: ({ interview }) => {
      done.rescued.push(JSON.stringify(interview.headline));
      return Promise.resolve(() => Promise.resolve(void done.rescued.pop()));
    },
    ...tools,
  });
  const close = () => events.emit('close', { preventDefault: () => {} });
  return { disk, desks, done, leaving, close };
}

test('the window stays when the disk refuses its last words and somebody wants to keep it', async () => {
  const { done, leaving, close } = await story(['keep']);
  close();
  leaving.answer(LOST);
  await vi.waitFor(() => expect(leaving.underWay()).toBe(false));
  expect(done).toMatchObject({ destroyed: false, asked: 1, rescued: [] });
});

test('trying again hands the words over once more, and the window goes when the disk takes them', async () => {
  const { disk, desks, done, leaving, close } = await story(['again']);
  close();
  leaving.answer(LOST);
  disk.full = false;
  await vi.waitFor(() => expect(done.told).toBe(2));
  await desks.close('a');
  await vi.waitFor(() => expect(done.destroyed).toBe(true));
  expect(done).toMatchObject({ asked: 1, rescued: [] });
});

test('copying also puts the piece aside, and without that second copy the window stays', async () => {
  const { done, leaving, close } = await story(['copy']);
  close();
  leaving.answer(LOST);
  await vi.waitFor(() => expect(done.destroyed).toBe(true));
  expect(done.copied).toEqual([JSON.stringify(LOST.interview.headline)]);
  expect(done.rescued).toHaveLength(1);

  const refused = await story(['copy', 'keep'], { rescue: () => Promise.resolve(null) });
  refused.close();
  refused.leaving.answer(LOST);
  await vi.waitFor(() => expect(refused.done.told).toBe(2));
  refused.leaving.answer(LOST);
  await vi.waitFor(() => expect(refused.leaving.underWay()).toBe(false));
  expect(refused.done.destroyed).toBe(false);
});

test('a machine that shuts down asks nobody, even when a question stands open', async () => {
  const { done, leaving, close } = await story([]);
  close();
  leaving.answer(LOST);
  await vi.waitFor(() => expect(done.asked).toBe(1));
  leaving.hurry();
  await vi.waitFor(() => expect(done.destroyed).toBe(true));
  expect(done.rescued).toEqual([JSON.stringify(LOST.interview.headline)]);
});

test('when all words are in the journal, a snapshot that fails keeps nobody', async () => {
  const { done, leaving, close } = await story([]);
  close();
  leaving.answer(null);
  await vi.waitFor(() => expect(done.destroyed).toBe(true));
  expect(done.asked).toBe(0);
});

test('a window that does not answer is asked about when the disk refuses as well', async () => {
  const { done, leaving, close } = await story(['keep']);
  close();
  await vi.waitFor(() => expect(done.asked).toBe(1));
  await vi.waitFor(() => expect(leaving.underWay()).toBe(false));
  expect(done.destroyed).toBe(false);
});
