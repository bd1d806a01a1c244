import type { Remark } from '../../../shared/checks/remark';
import type { Language } from '../../../shared/i18n/translate';
import { isEmptyChange, type Change } from '../../../shared/interview/change';
import type { TakenDocument } from '../../../shared/ipc/round-calls';
import type { RoundFacts } from '../../../shared/review/round/round-log';
import { closeDialog, notify, notifyFailure, useShell } from '../../app/shell-store';
import { galley } from '../../galley';
import type { PieceSession } from '../../session/piece-session';
import { readReview } from '../follow-review';
import { putIn } from '../restored';
import { showReview } from '../show-review';
import { openChangesOf } from '../suggest/open-changes';
import { written } from '../versions';
import { useRound } from './round-store';

/** Brings the round up to what the disk says. */
export async function readRound(session: PieceSession): Promise<void> {
  const { piece } = session.opened;
  const read = await galley.call('round:read', piece);
  if (useShell.getState().session !== session) return;
  useRound.setState({ piece, round: read.ok ? read.value : null });
}

/** Writes what was typed, then does `work` while the buttons wait. */
async function busily(session: PieceSession, work: () => Promise<void>): Promise<void> {
  if (useRound.getState().busy || !(await written(session))) return;
  useRound.setState({ busy: true });
  try {
    await work();
  } finally {
    useRound.setState({ busy: false });
  }
  await Promise.all([readRound(session), readReview(session)]);
}

export function sendRound(session: PieceSession, facts: RoundFacts, language: Language): Promise<void> {
  return busily(session, async () => {
    const sent = await galley.call('round:send', session.opened.piece, facts, language);
    if (!sent.ok) return notifyFailure(sent.failure);
    if (!sent.value) return;
    closeDialog();
    showReview('round');
    notify('plain', 'rounds.sent', { round: sent.value.number, folder: sent.value.folder });
  });
}

export function takeRound(session: PieceSession): Promise<void> {
  return busily(session, async () => {
    const taken = await galley.call('round:take', session.opened.piece);
    if (!taken.ok) return notifyFailure(taken.failure);
    if (taken.value) await takeIn(session, taken.value, 'round');
  });
}

/** Takes a returned document into the piece, as proposals by whoever made them. */
export function takeBack(session: PieceSession): Promise<void> {
  return busily(session, async () => {
    const taken = await galley.call('docx:take-back', session.opened.piece);
    if (!taken.ok) return notifyFailure(taken.failure);
    if (taken.value) await takeIn(session, taken.value, 'changes');
  });
}

export function decideRound(
  session: PieceSession,
  question: string,
  decision: 'accept' | 'refuse',
  reason: string,
): Promise<void> {
  return busily(session, async () => {
    const decided = await galley.call('round:decide', session.opened.piece, question, decision, reason);
    if (!decided.ok) return notifyFailure(decided.failure);
    apply(session, decided.value.change);
    await written(session);
  });
}

export function writeReceipt(session: PieceSession, language: Language): Promise<void> {
  return busily(session, async () => {
    const made = await galley.call('round:receipt', session.opened.piece, language);
    if (!made.ok) return notifyFailure(made.failure);
    if (made.value) notify('plain', 'rounds.receipt-made', { folder: made.value.folder });
  });
}

async function takeIn(
  session: PieceSession,
  { change, comments, remarks }: TakenDocument,
  list: 'round' | 'changes',
): Promise<void> {
  const before = openChangesOf(session.store.getState().interview).length;
  apply(session, change);
  tell(session, remarks);
  showReview(list);
  await written(session);
  const count = openChangesOf(session.store.getState().interview).length - before;
  notify('plain', comments === 0 ? 'rounds.took-back-changes' : 'rounds.took-back', { count, comments });
}

function tell(session: PieceSession, remarks: readonly Remark[]): void {
  if (remarks.length > 0) session.addRemarks(remarks);
}

function apply(session: PieceSession, change: Change): void {
  if (!isEmptyChange(change)) putIn(session, change);
}
