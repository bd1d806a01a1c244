import type { CommandId } from '../../shared/commands/table';
import { canDo } from '../../shared/review/workflow';
import { notifyFailure, openDialog } from '../app/shell-store';
import type { PieceSession } from '../session/piece-session';
import { compareWith, useComparison } from './compare/comparison-store';
import { takeBackRestore } from './restored';
import { useReview } from './review-store';
import { takeBack, takeRound } from './rounds/round-actions';
import { showReview } from './show-review';
import { beginStep, standingNow, stepOfCommand } from './steps';
import { compareVersions, keepVersion, markRead } from './versions';

/** Runs a command of review: true for one that was done or begun, false for one that does not apply now, undefined for others. */
export function runInReview(session: PieceSession, command: CommandId): boolean | undefined {
  const step = stepOfCommand(command);
  if (step) {
    beginStep(session, step);
    return true;
  }
  switch (command) {
    case 'take-back':
      void takeBack(session);
      return true;
    case 'round-send':
      openDialog({ kind: 'round-send' });
      return true;
    case 'round-take':
      void takeRound(session);
      return true;
    case 'keep-version':
      void keepVersion(session, '');
      return true;
    case 'take-back-restore':
      takeBackRestore(session);
      return true;
    case 'mark-read':
      void markRead(session);
      return true;
    case 'compare-sealed':
      return compareSealed(session);
    case 'compare-read': {
      const read = useReview.getState().versions?.read ?? null;
      if (read !== null) void compareVersions(session, read);
      else showReview();
      return true;
    }
    case 'next-change':
      return walk(1);
    case 'previous-change':
      return walk(-1);
    default:
      return undefined;
  }
}

function compareSealed(session: PieceSession): boolean {
  const { read } = useReview.getState();
  showReview();
  if (!read?.review.seal) return true;
  if (!read.sealed) {
    notifyFailure({ kind: 'version-gone' });
    return true;
  }
  const standing = standingNow();
  const again = standing?.seal === 'broken' && canDo('approve', standing);
  compareWith(session, { side: read.review.seal.version, interview: read.sealed }, again ? 'approve' : 'look');
  return true;
}

/** To the changed place after or before this one; round at the ends. */
function walk(step: 1 | -1): boolean {
  const places = document.querySelectorAll('.comparison [data-place]').length;
  if (!useComparison.getState().open || places === 0) return false;
  useComparison.setState(({ at }) => ({ at: (Math.min(at, places - 1) + step + places) % places }));
  return true;
}
