import { equalData } from '../interview/equal';
import { publishedBlock } from '../interview/published';
import type { Block, Interview } from '../interview/types';

/** The ids of the blocks that are new or read otherwise than in `before`; comments and proposals alone are no edit. */
export function blocksEdited(before: Interview, now: Interview): ReadonlySet<string> {
  const known = new Map(before.body.map((block) => [block.id, block]));
  return new Set(now.body.flatMap((block) => (isEdited(known.get(block.id), block) ? block.id : [])));
}

function isEdited(before: Block | undefined, now: Block): boolean {
  if (!before) return true;
  return !equalData(before, now) && !equalData(publishedBlock(before), publishedBlock(now));
}
