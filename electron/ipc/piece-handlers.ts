import type { Parts } from './parts';
import type { Handlers } from './register';
import { savePieceCopy } from './save-copy';

type PieceCalls = 'piece:open' | 'piece:append' | 'piece:save-copy' | 'piece:unwritten' | 'piece:close';

export function pieceHandlers(parts: Parts): Pick<Handlers, PieceCalls> {
  const { desks, settings, leaving, pieceOpened } = parts;
  return {
    'piece:open': async (piece) => {
      const opened = await desks.open(piece);
      // Kept here and not in the window: after a crash the next start must know it too.
      if (opened.ok) {
        settings.write({ lastPiece: piece });
        pieceOpened();
      }
      return opened;
    },
    'piece:append': (piece, seq, change) => desks.of(piece).append(piece, seq, change),
    'piece:save-copy': (piece, interview) => savePieceCopy(piece, interview, parts),
    'piece:unwritten': (piece, interview, failure) => {
      leaving().answer({ piece, interview, failure });
      return null;
    },
    'piece:close': async (piece) => {
      const closed = await desks.close(piece);
      // Whoever closes had everything written before: only the snapshot may have failed.
      if (leaving().underWay()) leaving().answer(null);
      // Who left it for the desk finds the desk at the next start; who closed the program finds the piece.
      else if (closed.ok && settings.read().lastPiece === piece) settings.write({ lastPiece: null });
      return closed;
    },
  };
}
