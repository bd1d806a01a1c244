import type { ReviewState, Role } from '../workflow';

/** Whether typing is only proposed as long as nobody has said otherwise: an editor who reads a piece that is in review. */
export function suggestsByDefault(state: ReviewState, role: Role): boolean {
  return role === 'editor' && state === 'in-review';
}
