import { z } from '../../../shared/zod';
import { blockSchema, textSchema } from '../../../shared/interview/schema';
import { normaliseBlock, normaliseText } from '../../../shared/interview/normalise';
import type { Block, Text } from '../../../shared/interview/types';
import type { Pasted } from './pasted';

/** Blocks copied from a piece, as our own model in JSON: what Lexical holds never leaves the window. */
export const OWN_TYPE = 'application/x-galley';

/** More blocks than this in one paste are no copy of ours. */
const MOST_BLOCKS = 20_000;

const clip = z.strictObject({
  galley: z.literal(1),
  /** A stretch within one line: words without a block around them. */
  text: textSchema.optional(),
  blocks: z.array(blockSchema).max(MOST_BLOCKS).optional(),
});

export function writeOwn(content: { readonly text: Text } | { readonly blocks: readonly Block[] }): string {
  // An unknown block is written as it came, as in a file.
  const blocks =
    'blocks' in content
      ? { blocks: content.blocks.map((block) => (block.kind === 'unknown' ? block.raw : block)) }
      : content;
  return JSON.stringify({ galley: 1, ...blocks });
}

/** Reads what `writeOwn` wrote; null for anything else, however close it looks. */
export function readOwn(json: string): Pasted | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    // Another program's data under our name: the next format on the clipboard is tried.
    return null;
  }
  const read = clip.safeParse(data);
  if (!read.success) return null;
  const { text, blocks } = read.data;
  if (text) return [{ kind: 'paragraph', text: normaliseText(text as Text) }];
  return (blocks ?? []).map((block) => ({ kind: 'own', block: normaliseBlock(block) }));
}
