import { create } from 'zustand';
import type { Interview } from '../../../shared/interview/types';
import type { PieceSession } from '../../session/piece-session';

/** A text to compare and the version it is. */
export interface KeptSide {
  readonly side: string;
  readonly interview: Interview;
}

/** What is compared, and why it was opened: approve offers to approve what is seen. */
export interface OpenComparison {
  readonly before: KeptSide;
  /** Null for the piece as it stands. */
  readonly after: KeptSide | null;
  readonly purpose: 'look' | 'approve';
}

interface ComparisonState {
  readonly open: OpenComparison | null;
  /** Which changed place is looked at, from 0. */
  readonly at: number;
  readonly sides: boolean;
  /** Whole blocks of before and after instead of word by word. */
  readonly whole: boolean;
}

/** The comparison that stands in the place of the galley, if any, and how it is shown. */
export const useComparison = create<ComparisonState>(() => ({ open: null, at: 0, sides: false, whole: false }));

/** Opens a comparison in the place of the galley. */
export function compareWith(
  session: PieceSession,
  before: KeptSide,
  purpose: OpenComparison['purpose'],
  after: KeptSide | null = null,
): void {
  session.editor?.flush();
  useComparison.setState({ open: { before, after, purpose }, at: 0 });
}

/** Back to the text, with the caret where it was. */
export function closeComparison(session: PieceSession): void {
  useComparison.setState({ open: null });
  // The galley must be on the screen again before it can have the caret.
  setTimeout(() => session.editor?.focus(), 0);
}
