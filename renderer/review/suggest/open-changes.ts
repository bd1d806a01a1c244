import { useMemo } from 'react';
import type { Interview } from '../../../shared/interview/types';
import { changesOf } from '../../../shared/review/suggest/changes';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { usePiece } from '../../session/SessionContext';
import { useSettled } from '../../session/use-settled';

const KNOWN = new WeakMap<Interview, readonly OpenChange[]>();

/** The open proposals in reading order; each state of a piece is read once, whoever asks. */
export function openChangesOf(interview: Interview): readonly OpenChange[] {
  const known = KNOWN.get(interview) ?? changesOf(interview);
  KNOWN.set(interview, known);
  return known;
}

/** The same of the open piece, a moment after the typing. */
export function useOpenChanges(): readonly OpenChange[] {
  const interview = useSettled(usePiece((state) => state.interview));
  return useMemo(() => openChangesOf(interview), [interview]);
}
