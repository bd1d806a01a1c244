import { useEffect } from 'react';
import type { AnswerOutcome } from '../../../shared/review/round/round-outcome';
import type { RoundView } from '../../../shared/ipc/round-calls';
import { usePiece, useSession } from '../../session/SessionContext';
import { readRound } from './round-actions';
import { useRound } from './round-store';

/** The latest round of the open piece with the answers that the interviewee changed, and how many of those wait. */
export function useLatestRound(): {
  readonly shown: RoundView | null;
  readonly changed: readonly AnswerOutcome[];
  readonly open: number;
} {
  const session = useSession();
  const { piece, round } = useRound();
  const shown = piece === session.opened.piece ? round : null;
  const changed = (shown?.answers ?? []).filter(({ outcome }) => outcome !== 'same');
  return { shown, changed, open: changed.filter(({ outcome }) => outcome === 'open').length };
}

/** What is decided is read from the disk: every change that is on it may have decided something. */
export function useFollowedRound(): void {
  const session = useSession();
  const durable = usePiece((state) => state.durable);
  useEffect(() => void readRound(session), [session, durable]);
}
