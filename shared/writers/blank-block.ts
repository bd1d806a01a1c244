import { shownInBlock } from '../interview/shown-pictures';
import { isBlank } from '../interview/text';
import type { Block } from '../interview/types';
import { textsOfBlock } from '../interview/visit';

/** Whether a block has nothing to print: no words, and no picture. Prompts are not words. */
export function isBlankBlock(block: Block): boolean {
  if (shownInBlock(block).some(({ photoId }) => photoId !== undefined)) return false;
  return block.kind === 'unknown' || textsOfBlock(block).every(({ text }) => isBlank(text));
}
