import type { CommandId } from '../../shared/commands/table';
import { activeProfile } from '../../shared/review/profile';
import type { Standing, StepId } from '../../shared/review/workflow';
import { applyStep, STEPS } from '../../shared/review/workflow';
import { notify, notifyFailure, openDialog, useShell } from '../app/shell-store';
import { galley } from '../galley';
import type { PieceSession } from '../session/piece-session';
import { compareWith, useComparison } from './compare/comparison-store';
import { readVersions } from './follow-review';
import { useReview } from './review-store';
import { showReview } from './show-review';

/** The command of each step; a step without one fails to compile here. */
export const STEP_COMMANDS = {
  submit: 'review-submit',
  withdraw: 'review-withdraw',
  take: 'review-take',
  'send-back': 'review-send-back',
  approve: 'review-approve',
  'hand-off': 'review-hand-off',
  publish: 'review-publish',
  correct: 'review-correct',
} as const satisfies { readonly [Step in StepId]: CommandId };

const BY_COMMAND = new Map<CommandId, StepId>(STEPS.map(({ id }) => [STEP_COMMANDS[id], id]));

export function stepOfCommand(command: CommandId): StepId | undefined {
  return BY_COMMAND.get(command);
}

/** Where the piece stands for the one who is at work; null while nobody is, and while the review cannot be trusted. */
export function standingNow(): Standing | null {
  const { read, seal } = useReview.getState();
  const by = activeProfile(useShell.getState().settings);
  return read && !read.forged && by ? { state: read.review.state, seal, role: by.role } : null;
}

/**
 * Begins a step: asks for what is missing first. Who has no name is asked for one, a reason is asked for in the panel, and an
 * edit after approval is shown before it is approved.
 */
export function beginStep(session: PieceSession, step: StepId): void {
  const { read, failure } = useReview.getState();
  showReview();
  if (!activeProfile(useShell.getState().settings)) {
    openDialog({ kind: 'profiles' });
    return;
  }
  if (!read) {
    if (failure) notifyFailure(failure);
    return;
  }
  const standing = standingNow();
  if (!standing) return notifyFailure({ kind: 'review-forged' });
  const trial = applyStep(step, standing, '-');
  if (!trial.ok) return notifyFailure(trial.failure);
  if (STEPS.find(({ id }) => id === step)?.reason) {
    useReview.setState({ asking: step });
    return;
  }
  if (step === 'approve' && standing.seal === 'broken' && read.sealed && read.review.seal) {
    compareWith(session, { side: read.review.seal.version, interview: read.sealed }, 'approve');
    return;
  }
  void takeStep(session, step, '');
}

/** Takes a step over the words that are on the disk; false when it was refused, and the reason is told. */
export async function takeStep(session: PieceSession, step: StepId, reason: string): Promise<boolean> {
  if (useReview.getState().busy) return false;
  useReview.setState({ busy: true });
  try {
    session.editor?.flush();
    if (!(await session.queue.drained())) {
      notify('problem', 'approval.unsaved');
      return false;
    }
    const done = await galley.call('review:step', session.opened.piece, step, reason);
    if (!done.ok) {
      notifyFailure(done.failure);
      return false;
    }
    useReview.setState({ read: done.value, failure: null, asking: null });
    if (useComparison.getState().open?.purpose === 'approve') useComparison.setState({ open: null });
    void readVersions(session);
    return true;
  } finally {
    useReview.setState({ busy: false });
  }
}
