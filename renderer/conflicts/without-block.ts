import type { Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';

/** The change that takes one block out. */
export function withoutBlock({ body }: Interview, block: string): Change {
  return { order: body.map(({ id }) => id).filter((id) => id !== block) };
}
