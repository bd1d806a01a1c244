import { expect, test } from 'vitest';
import type { Desk } from '../../../../electron/desk/desk';
import { createDesks } from '../../../../electron/ipc/desks';
import { emptyInterview } from '../../../../shared/interview/build';
import { failed, ok } from '../../../../shared/result';

/** A desk that opens anything and closes it unless its disk is full. */
function plainDesk(disk = { full: false }): Desk {
  return {
    open: (piece: string) =>
      Promise.resolve(ok({ piece, interview: emptyInterview(), seq: 0, conflicts: [], remarks: [] })),
    watch: () => {},
    close: () => Promise.resolve(disk.full ? failed({ kind: 'disk-full' as const }) : ok(null)),
  } as unknown as Desk;
}

test('a piece belongs to the desk it was opened on, whatever the desk is now', async () => {
  const [first, second] = [plainDesk(), plainDesk()];
  const desks = createDesks(first);
  await desks.open('a');
  desks.use(second);
  expect(desks.of('a')).toBe(first);
  expect(desks.of('b')).toBe(second);
  await desks.close('a');
  expect(desks.of('a')).toBe(second);
});

test('tells when the last piece is closed, and at once when none is open', async () => {
  const desks = createDesks(plainDesk());
  await desks.allClosed();
  await desks.open('a');
  await desks.open('b');
  let told = false;
  const all = desks.allClosed().then(() => (told = true));
  await desks.close('a');
  await Promise.resolve();
  expect(told).toBe(false);
  await desks.close('b');
  await all;
  expect(told).toBe(true);
});

test('a piece that the disk does not take stays open', async () => {
  const disk = { full: true };
  const desks = createDesks(plainDesk(disk));
  await desks.open('a');
  expect((await desks.close('a')).ok).toBe(false);
  expect(desks.openPieces()).toEqual(['a']);
  disk.full = false;
  expect((await desks.close('a')).ok).toBe(true);
  expect(desks.openPieces()).toEqual([]);
});

test('closing what is not open is no failure', async () => {
  expect(await createDesks(plainDesk({ full: true })).close('a')).toEqual(ok(null));
});

test('tells what came up when a piece was taken in, once, when it is opened', async () => {
  const desks = createDesks(plainDesk());
  desks.tell('a', [{ rule: 'spaces-cleaned', severity: 'note' }]);
  const remarks = async (piece: string) => {
    const opened = await desks.open(piece);
    return opened.ok ? opened.value.remarks : null;
  };
  expect(await remarks('b')).toEqual([]);
  expect(await remarks('a')).toEqual([{ rule: 'spaces-cleaned', severity: 'note' }]);
  expect(await remarks('a')).toEqual([]);
});
