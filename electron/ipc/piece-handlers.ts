import type { Parts } from './parts';
import type { Handlers } from './register';

type PieceCalls = 'piece:open' | 'piece:append' | 'piece:close';

export function pieceHandlers({ desks, settings, closing }: Parts): Pick<Handlers, PieceCalls> {
  return {
    'piece:open': async (piece) => {
      const opened = await desks.open(piece);
      // Kept here and not in the window: after a crash the next start must know it too.
      if (opened.ok) settings.write({ lastPiece: piece });
      return opened;
    },
    'piece:append': (piece, seq, change) => desks.of(piece).append(piece, seq, change),
    'piece:close': async (piece) => {
      const closed = await desks.close(piece);
      // Who left it for the desk finds the desk at the next start; who closed the program finds the piece.
      if (closed.ok && !closing() && settings.read().lastPiece === piece) settings.write({ lastPiece: null });
      return closed;
    },
  };
}
