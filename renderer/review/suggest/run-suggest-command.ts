import type { CommandId } from '../../../shared/commands/table';
import { changeAt, changesOf } from '../../../shared/review/suggest/changes';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import type { WhichChanges } from '../../editor/contract';
import type { PieceSession } from '../../session/piece-session';
import { useReview } from '../review-store';
import { chooseSuggesting } from './follow-suggesting';

/** Runs a command of suggest mode; false when it does not apply here. */
export function runSuggestCommand(session: PieceSession, command: CommandId): boolean {
  switch (command) {
    case 'suggest-mode':
      chooseSuggesting(session, !session.store.getState().suggesting);
      return true;
    case 'next-suggestion':
      return walkChanges(session, 1);
    case 'previous-suggestion':
      return walkChanges(session, -1);
    case 'accept-suggestion':
    case 'refuse-suggestion':
      return decideHere(session, decisionOf(command));
    case 'accept-block-suggestions':
    case 'refuse-block-suggestions': {
      const block = session.editor?.caret()?.place.block;
      return block !== undefined && decide(session, decisionOf(command), { kind: 'block', block });
    }
    case 'accept-all-suggestions':
    case 'refuse-all-suggestions':
      return decide(session, decisionOf(command), { kind: 'all' });
    default:
      return false;
  }
}

function decisionOf(command: CommandId): 'accept' | 'refuse' {
  return command.startsWith('accept') ? 'accept' : 'refuse';
}

function openChanges({ editor }: PieceSession): readonly OpenChange[] {
  const interview = editor?.read();
  return interview ? changesOf(interview) : [];
}

/** The change at the caret, else the one that was gone to last. */
function currentChange(session: PieceSession, changes: readonly OpenChange[]): OpenChange | null {
  const spot = session.editor?.caret();
  const { chosenChange } = session.store.getState();
  const atCaret = spot ? changeAt(changes, spot.place, spot.offset) : null;
  return atCaret ?? changes.find(({ id }) => id === chosenChange) ?? null;
}

/** Goes to the change after or before the current one; round at the ends. */
export function walkChanges(session: PieceSession, step: 1 | -1): boolean {
  const changes = openChanges(session);
  if (changes.length === 0) return false;
  const { chosenChange } = session.store.getState();
  const chosen = changes.findIndex(({ id }) => id === chosenChange);
  const current = currentChange(session, changes);
  const at = chosen >= 0 ? chosen : current ? changes.indexOf(current) : step === 1 ? -1 : 0;
  const next = changes[(at + step + changes.length) % changes.length];
  return next !== undefined && goTo(session, next.id, true);
}

/** Brings a change into view; `focus` also puts the caret there. */
export function goTo(session: PieceSession, id: string, focus: boolean): boolean {
  session.store.setState({ chosenChange: id });
  useReview.setState({ list: 'changes' });
  return session.editor?.goToChange(id, focus) ?? false;
}

/** Decides the change at the caret and goes on to the next: a list is worked off with one key. */
function decideHere(session: PieceSession, decision: 'accept' | 'refuse'): boolean {
  const changes = openChanges(session);
  const current = currentChange(session, changes);
  if (!current) return false;
  return decideAndGoOn(session, decision, changes, current, true);
}

/** Decides one of the listed changes; the one behind it becomes the chosen one. */
export function decideAndGoOn(
  session: PieceSession,
  decision: 'accept' | 'refuse',
  changes: readonly OpenChange[],
  change: OpenChange,
  focus: boolean,
): boolean {
  const at = changes.indexOf(change);
  if (!decide(session, decision, { kind: 'change', id: change.id })) return false;
  const next = changes[at + 1] ?? changes[at - 1];
  if (next) goTo(session, next.id, focus);
  return true;
}

export function decide(session: PieceSession, decision: 'accept' | 'refuse', which: WhichChanges): boolean {
  const done = (session.editor?.decide(decision, which) ?? 0) > 0;
  if (done) session.editor?.flush();
  return done;
}
