import { useMemo } from 'react';
import { blocksEdited } from '../../shared/review/blocks-edited';
import { usePiece } from '../session/SessionContext';
import { useSettled } from '../session/use-settled';
import { useReview } from './review-store';
import { useOpenChanges } from './suggest/open-changes';

/** Ids of blocks: with proposals that wait, and edited since the approval, or since the one at work has read the piece. */
export interface ChangedBlocks {
  readonly proposed: ReadonlySet<string>;
  readonly edited: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

export function useChangedBlocks(): ChangedBlocks {
  const now = useSettled(usePiece((state) => state.interview));
  const sealed = useReview(({ read }) => (read?.forged ? null : (read?.sealed ?? null)));
  const known = useReview(({ lastRead }) => lastRead?.interview ?? null);
  const before = sealed ?? known;
  const changes = useOpenChanges();
  const proposed = useMemo(() => new Set(changes.flatMap(({ place }) => place.block ?? [])), [changes]);
  const edited = useMemo(() => (before ? blocksEdited(before, now) : NOTHING), [before, now]);
  return useMemo(() => ({ proposed, edited }), [proposed, edited]);
}
