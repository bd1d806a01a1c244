import type { Change } from '../../shared/interview/change';
import { isEmptyChange } from '../../shared/interview/change';
import { notify, notifyFailure } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';
import { compareWith } from './compare/comparison-store';
import { readReview, readVersions } from './follow-review';
import { putBack } from './restored';
import { useReview } from './review-store';

/** Hands over what was typed; false, with a notice, when the disk does not take it. */
export async function written(session: PieceSession): Promise<boolean> {
  session.editor?.flush();
  if (await session.queue.drained()) return true;
  notify('problem', 'approval.unsaved');
  return false;
}

/** Keeps the piece as it stands under a note. */
export async function keepVersion(session: PieceSession, note: string): Promise<void> {
  if (!(await written(session))) return;
  const kept = await galley.call('review:keep', session.opened.piece, note);
  if (!kept.ok) return notifyFailure(kept.failure);
  notify('plain', 'approval.version-kept');
  await Promise.all([readReview(session), readVersions(session)]);
}

/** Notes that the one at work has read the piece as it stands. */
export async function markRead(session: PieceSession): Promise<void> {
  if (!(await written(session))) return;
  const marked = await galley.call('review:mark-read', session.opened.piece);
  if (marked.ok) useReview.setState({ versions: marked.value });
  else notifyFailure(marked.failure);
}

/** Shows a kept version against the piece as it stands, or against another version. */
export async function compareVersions(session: PieceSession, before: string, after = 'now'): Promise<void> {
  const { piece } = session.opened;
  const first = await galley.call('review:version', piece, before);
  if (!first.ok) return notifyFailure(first.failure);
  const side = { side: before, interview: first.value };
  if (after === 'now') return compareWith(session, side, 'look');
  const second = await galley.call('review:version', piece, after);
  if (!second.ok) return notifyFailure(second.failure);
  compareWith(session, side, 'look', { side: after, interview: second.value });
}

/** Puts words of a version back; the words of now are kept as a version before, and one command takes all of it back. */
export async function restore(session: PieceSession, version: string, change: Change | null): Promise<void> {
  if (!session.editor || !change || isEmptyChange(change) || !(await written(session))) return;
  const kept = await galley.call('review:before-restore', session.opened.piece, version);
  if (!kept.ok) return notifyFailure(kept.failure);
  putBack(session, change);
  await Promise.all([readReview(session), readVersions(session)]);
}
