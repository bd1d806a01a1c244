import { describe, expect, test } from 'vitest';
import type { Desks } from '../../../../electron/ipc/desks';
import { createSettingsStore } from '../../../../electron/settings/settings-store';
import { createStarts } from '../../../../electron/windows/start-state';
import { failed, ok } from '../../../../shared/result';

/** Starts of a machine whose desk holds these pieces and which showed `lastPiece` last; `asked` are the readings. */
function startsWith(pieces: readonly string[], lastPiece: string) {
  const asked: string[] = [];
  const read = (piece: string) => {
    asked.push(piece);
    return Promise.resolve(pieces.includes(piece) ? ok({}) : failed({ kind: 'no-piece' }));
  };
  const settings = createSettingsStore({
    file: { read: () => ({ lastPiece }), write: () => undefined },
    desk: '/desk',
    onProblem: () => undefined,
  });
  return { asked, starts: createStarts({ of: () => ({ read }) } as unknown as Desks, settings, 'vi') };
}

describe('the piece that a start shows', () => {
  test('is read ahead once, and asked for anew by a window that starts again', async () => {
    const { asked, starts } = startsWith(['a'], 'a');
    await starts.lookAhead();
    expect((await starts.give()).piece).toBe('a');
    expect(asked).toEqual(['a']);
    expect((await starts.give()).piece).toBe('a');
    expect(asked).toEqual(['a', 'a']);
  });

  test('is the one to show before the last one, also when that was read ahead', async () => {
    const { starts } = startsWith(['a', 'b'], 'a');
    await starts.lookAhead();
    starts.show('b');
    expect((await starts.give()).piece).toBe('b');
  });

  test('is none when it cannot be read', async () => {
    const { starts } = startsWith([], 'a');
    await starts.lookAhead();
    expect((await starts.give()).piece).toBeNull();
  });
});
