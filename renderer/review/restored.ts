import type { Change } from '../../shared/interview/change';
import { changeBetween, isEmptyChange } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import { takenBackRestore, withPhotosKept } from '../../shared/review/restore';
import { dismissNoticesOf, notify } from '../app/shell-store';
import type { PieceSession } from '../session/piece-session';
import { useReview } from './review-store';

/** Puts a change that was made outside the editor into the piece: words by the editor, so that undo knows them. */
export function putIn(session: PieceSession, change: Change): void {
  const { threads, ...words } = change;
  const { kicker: _k, headline: _h, standfirst: _s, byline: _b, ...fields } = words.fields ?? {};
  // Threads and pictures must be known before the words that name and show them.
  if (threads) session.change({ threads });
  if (Object.keys(fields).length > 0) session.change({ fields });
  session.editor?.apply(words);
  session.editor?.flush();
}

/** Puts words of a version back and keeps how the piece stood before, so that all of it can be taken back at once. */
export function putBack(session: PieceSession, change: Change): void {
  const before = session.store.getState().interview;
  putIn(session, withPhotosKept(before, change));
  useReview.setState({ restored: { before, after: session.store.getState().interview } });
  dismissNoticesOf('take-back-restore');
  notify('plain', 'approval.restored', {}, 'take-back-restore');
}

/** Takes the last restore back, with fields and pictures; what was written since stays. Says so when there is none. */
export function takeBackRestore(session: PieceSession): void {
  const { restored } = useReview.getState();
  session.editor?.flush();
  const now: Interview = session.store.getState().interview;
  if (!restored) return notify('plain', 'approval.restore-none');
  const change = changeBetween(now, takenBackRestore(restored.before, restored.after, now));
  useReview.setState({ restored: null });
  dismissNoticesOf('take-back-restore');
  if (isEmptyChange(change)) return;
  putIn(session, withPhotosKept(now, change));
  notify('plain', 'approval.restore-taken-back');
}
