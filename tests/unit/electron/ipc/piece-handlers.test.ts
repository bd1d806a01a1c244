import { describe, expect, test, vi } from 'vitest';
import { pieceHandlers } from '../../../../electron/ipc/piece-handlers';
import type { Parts } from '../../../../electron/ipc/parts';
import type { SettingsChange } from '../../../../electron/settings/settings-store';
import type { PieceId } from '../../../../shared/ipc/contract';
import { ok } from '../../../../shared/result';

// Nothing here opens a dialog.
vi.mock('electron', () => ({}));

const PIECE = 'bai' as PieceId;

/** The handlers on a desk that closes at once, and what they write into the settings. */
function closing({ underWay }: { readonly underWay: () => boolean }) {
  const written: SettingsChange[] = [];
  const answered: unknown[] = [];
  const desk = { folderOf: () => '/nowhere' };
  const parts = {
    desks: { of: () => desk, close: async () => ok(null) },
    settings: {
      read: () => ({ lastPiece: PIECE, profiles: [] }),
      write: (change: SettingsChange) => written.push(change),
    },
    leaving: () => ({ underWay, answer: (unwritten: unknown) => answered.push(unwritten) }),
    history: { settle: async () => {} },
    log: { warn: () => {} },
  } as unknown as Parts;
  return { close: pieceHandlers(parts)['piece:close'], written, answered };
}

describe('a piece that is closed', () => {
  test('is shown again at the next start when the program ends, also when the window is gone before its past is kept', async () => {
    const states = [true, false];
    const { close, written, answered } = closing({ underWay: () => states.shift() ?? false });
    await close(PIECE);
    expect(written).toEqual([]);
    expect(answered).toEqual([null]);
  });

  test('for the desk is not', async () => {
    const { close, written, answered } = closing({ underWay: () => false });
    await close(PIECE);
    expect(written).toEqual([{ lastPiece: null }]);
    expect(answered).toEqual([]);
  });
});
