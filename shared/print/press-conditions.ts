/** The printing conditions that come with the program, and the most ink that each takes in one place, in per cent of one plate. */
export const INK_LIMITS = { newsprint: 220, coated: 300 } as const;

export type ConditionName = keyof typeof INK_LIMITS;

export const CONDITION_NAMES: readonly ConditionName[] = ['newsprint', 'coated'];

/** A printer's own profile, as it was chosen on this machine. */
export interface OwnCondition {
  readonly path: string;
  /** The name that the profile gives itself, else that of its file. */
  readonly name: string;
  /** Read from the profile; null when its shape does not tell. */
  readonly inkLimit: number | null;
}
