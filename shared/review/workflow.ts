import { failed, ok, type Result } from '../result';

/** What a person does at the desk; one person may hold several profiles. */
export type Role = 'journalist' | 'editor' | 'layout' | 'admin';

export const ROLES: readonly Role[] = ['journalist', 'editor', 'layout', 'admin'];

/** How far a piece has come. A piece that nobody has submitted is a draft. */
export type ReviewState =
  'draft' | 'submitted' | 'in-review' | 'changes-requested' | 'approved' | 'handed-off' | 'published' | 'corrected';

export const STATES: readonly ReviewState[] = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'approved',
  'handed-off',
  'published',
  'corrected',
];

export type StepId = 'submit' | 'withdraw' | 'take' | 'send-back' | 'approve' | 'hand-off' | 'publish' | 'correct';

/** One row of the table: who may take the piece from where to where, and what it does to the seal. */
export interface Step {
  readonly id: StepId;
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
  readonly roles: readonly Role[];
  /** It is refused without words for the others. */
  readonly reason: boolean;
  /** makes: seals the text as it stands; needs: the seal must be whole; voids: takes it away; none: does not touch it. */
  readonly seal: 'makes' | 'needs' | 'voids' | 'none';
}

/** The only place that says what may be done: buttons, menu, command line and the diagram in docs/review.md follow it. */
export const STEPS: readonly Step[] = [
  {
    id: 'submit',
    from: ['draft', 'changes-requested'],
    to: 'submitted',
    roles: ['journalist', 'editor', 'admin'],
    reason: false,
    seal: 'none',
  },
  { id: 'withdraw', from: ['submitted'], to: 'draft', roles: ['journalist', 'admin'], reason: false, seal: 'none' },
  { id: 'take', from: ['submitted'], to: 'in-review', roles: ['editor', 'admin'], reason: false, seal: 'none' },
  {
    id: 'send-back',
    from: ['submitted', 'in-review', 'approved', 'handed-off'],
    to: 'changes-requested',
    roles: ['editor', 'admin'],
    reason: true,
    seal: 'voids',
  },
  {
    // From approved and handed-off too: an edit after approval is approved again by looking at that edit alone.
    id: 'approve',
    from: ['in-review', 'approved', 'handed-off'],
    to: 'approved',
    roles: ['editor', 'admin'],
    reason: false,
    seal: 'makes',
  },
  {
    id: 'hand-off',
    from: ['approved'],
    to: 'handed-off',
    roles: ['layout', 'editor', 'admin'],
    reason: false,
    seal: 'needs',
  },
  {
    id: 'publish',
    from: ['handed-off'],
    to: 'published',
    roles: ['layout', 'editor', 'admin'],
    reason: false,
    seal: 'needs',
  },
  {
    id: 'correct',
    from: ['published', 'corrected'],
    to: 'corrected',
    roles: ['editor', 'admin'],
    reason: true,
    seal: 'makes',
  },
];

/** Every step, in the order of the table. */
export const STEP_IDS: readonly StepId[] = STEPS.map(({ id }) => id);

/** How the seal of a piece stands: there is none, it fits the text, or the text was edited since. */
export type SealCondition = 'none' | 'whole' | 'broken';

/** Where a piece stands, and who would take the step. */
export interface Standing {
  readonly state: ReviewState;
  readonly seal: SealCondition;
  readonly role: Role;
}

/** Why a step may not be taken. */
export type StepFailure =
  | { readonly kind: 'step-wrong-state'; readonly step: StepId; readonly state: ReviewState }
  | { readonly kind: 'step-not-allowed'; readonly step: StepId; readonly role: Role }
  | { readonly kind: 'step-reason-missing'; readonly step: StepId }
  | { readonly kind: 'step-already-sealed' }
  /** Proposals wait for a decision: a seal over them would say that somebody decided. */
  | { readonly kind: 'step-open-proposals'; readonly step: StepId; readonly count: number }
  | { readonly kind: 'step-seal-broken'; readonly step: StepId };

/** The row of a step. Throws for a name that is none: ids from outside are checked by the schema. */
function stepOf(id: StepId): Step {
  const step = STEPS.find((row) => row.id === id);
  if (!step) throw new RangeError(`no step ${id}`);
  return step;
}

/** Whether the step puts a seal on the piece. */
export function makesSeal(id: StepId): boolean {
  return stepOf(id).seal === 'makes';
}

/** Whether a button for the step may be pressed: everything but the reason, which is asked for after. */
export function canDo(id: StepId, standing: Standing): boolean {
  const outcome = applyStep(id, standing, '-');
  return outcome.ok;
}

/** The steps that this role may take from here, in the order of the table. */
export function stepsFrom(standing: Standing): readonly Step[] {
  return STEPS.filter(({ id }) => canDo(id, standing));
}

/** The state after the step, or why it may not be taken. Blanks are no reason. */
export function applyStep(id: StepId, standing: Standing, reason = ''): Result<ReviewState, StepFailure> {
  const { state, role, seal } = standing;
  const step = stepOf(id);
  if (!step.roles.includes(role)) return failed({ kind: 'step-not-allowed', step: id, role });
  if (!step.from.includes(state)) return failed({ kind: 'step-wrong-state', step: id, state });
  if (step.seal === 'needs' && seal !== 'whole') return failed({ kind: 'step-seal-broken', step: id });
  // A second seal over the same words would say that somebody read a change that is not there.
  if (step.seal === 'makes' && seal === 'whole') return failed({ kind: 'step-already-sealed' });
  if (step.reason && reason.trim() === '') return failed({ kind: 'step-reason-missing', step: id });
  return ok(step.to);
}

/**
 * The steps that one role has to take from here so that `goal` is the last of them, shortest way first; null when there
 * is no way without a reason in between. For an editor who takes a draft through alone.
 */
export function wayTo(goal: StepId, standing: Standing): readonly StepId[] | null {
  const seen = new Set<ReviewState>([standing.state]);
  let edge: readonly { readonly at: Standing; readonly way: readonly StepId[] }[] = [{ at: standing, way: [] }];
  while (edge.length > 0) {
    for (const { at, way } of edge) if (canDo(goal, at)) return [...way, goal];
    edge = edge.flatMap(({ at, way }) =>
      stepsFrom(at)
        .filter((step) => step.seal === 'none' && !step.reason && !seen.has(step.to))
        .map((step) => {
          seen.add(step.to);
          return { at: { ...at, state: step.to }, way: [...way, step.id] };
        }),
    );
  }
  return null;
}
