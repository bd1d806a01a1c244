import type { ReviewState, Role, SealCondition } from './workflow';

/**
 * Whose turn it is with a piece, so that a desk shows each person what waits for them; null when it waits for nobody. Others
 * may take steps too, as the table of steps says: this is about who is expected to.
 */
export function waitsFor(state: ReviewState, seal: SealCondition): Role | null {
  if (seal === 'broken') return 'editor';
  switch (state) {
    case 'draft':
    case 'changes-requested':
      return 'journalist';
    case 'submitted':
    case 'in-review':
      return 'editor';
    case 'approved':
    case 'handed-off':
      return 'layout';
    case 'published':
    case 'corrected':
      return null;
  }
}

/** Whether it is this role's turn; who keeps the house looks after what waits for an editor. */
export function isTurnOf(role: Role, state: ReviewState, seal: SealCondition): boolean {
  const expected = waitsFor(state, seal);
  return expected !== null && (expected === role || (expected === 'editor' && role === 'admin'));
}
