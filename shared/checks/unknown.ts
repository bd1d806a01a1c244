import type { Interview } from '../interview/types';
import { warning, type Remark } from './remark';

/** Blocks that a later version made: they are kept, but this version cannot show or print them. */
export function checkUnknown(interview: Interview): readonly Remark[] {
  return interview.body.flatMap((block) =>
    block.kind === 'unknown'
      ? [warning('unknown-block', { kind: String(block.raw['kind']) }, { block: block.id, part: 'text' })]
      : [],
  );
}
