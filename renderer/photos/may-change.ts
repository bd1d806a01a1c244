import { note } from '../../shared/checks/remark';
import { notifyRemarks } from '../app/shell-store';
import type { PieceSession } from '../session/piece-session';

/** Pictures, their cuts and what is told of them cannot be proposed: while somebody suggests they stay, and it is told why. */
export function mayChange(session: PieceSession): boolean {
  if (!session.store.getState().suggesting) return true;
  notifyRemarks([note('suggest-no-photos')]);
  return false;
}
