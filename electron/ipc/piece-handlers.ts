import type { PieceId } from '../../shared/ipc/contract';
import { activeProfile } from '../../shared/review/profile';
import type { Desk } from '../desk/desk';
import { diskFiles } from '../desk/files';
import { markLeft } from '../review/readings';
import type { Parts } from './parts';
import type { Handlers } from './register';
import { savePieceCopy } from './save-copy';

type PieceCalls =
  | 'piece:open'
  | 'piece:append'
  | 'piece:take-in'
  | 'piece:take-over'
  | 'piece:conflicts'
  | 'piece:save-copy'
  | 'piece:unwritten'
  | 'piece:close';

export function pieceHandlers(parts: Parts): Pick<Handlers, PieceCalls> {
  const { desks, settings, leaving, pieceOpened, history, log } = parts;
  const writtenIn = new Set<PieceId>();

  /** The version of the end of this sitting, and that whoever wrote in the piece has read it so far. */
  const leavePast = async (desk: Desk, piece: PieceId) => {
    const by = activeProfile(settings.read());
    try {
      await history.settle(desk.folderOf(piece));
      await markLeft(diskFiles, desk.folderOf(piece), by, writtenIn.delete(piece), () => desk.read(piece));
    } catch (error) {
      // The piece itself is written; its past is not worth keeping anybody at the desk.
      log.warn('no version kept at closing', piece, error);
    }
  };

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
    'piece:append': (piece, seq, change) => {
      writtenIn.add(piece);
      return desks.of(piece).append(piece, seq, change);
    },
    'piece:take-in': (piece) => desks.of(piece).takeIn(piece),
    'piece:take-over': (piece) => desks.of(piece).takeOver(piece),
    'piece:conflicts': (piece, left) => desks.of(piece).keepConflicts(piece, left),
    'piece:save-copy': (piece, interview) => savePieceCopy(piece, interview, parts),
    'piece:unwritten': (piece, interview, failure) => {
      leaving().answer({ piece, interview, failure });
      return null;
    },
    'piece:close': async (piece) => {
      const desk = desks.of(piece);
      // Asked before anything is awaited: the window goes once the desk has closed, whatever is still being kept here.
      const isEnd = leaving().underWay();
      const closed = await desks.close(piece);
      if (closed.ok) await leavePast(desk, piece);
      // Whoever closes had everything written before: only the snapshot may have failed.
      if (isEnd) leaving().answer(null);
      // Who left it for the desk finds the desk at the next start; who closed the program finds the piece.
      else if (closed.ok && settings.read().lastPiece === piece) settings.write({ lastPiece: null });
      return closed;
    },
  };
}
