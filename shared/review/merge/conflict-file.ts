import { z } from '../../zod';
import type { Conflict } from './conflict';

/** In characters: a list longer than that was not made by people. */
const LARGEST = 5_000_000;

const place = z.object({
  block: z.string().max(200).optional(),
  part: z.string().max(200),
  index: z.int().min(0).optional(),
});

const said = z.string().max(1_000_000);

export const conflictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'value']), place, a: said, b: said }),
  z.object({ kind: z.literal('deleted'), place, by: z.enum(['a', 'b']) }),
  z.object({ kind: z.enum(['order', 'twin']), place }),
]) as unknown as z.ZodType<Conflict>;

const fileSchema = z.object({ format: z.literal('galley-conflicts'), conflicts: z.array(conflictSchema).max(10_000) });

/** The conflicts that nobody has looked at yet; none when the text is no such list. */
export function readConflicts(source: string): readonly Conflict[] {
  if (source.length > LARGEST) return [];
  try {
    const checked = fileSchema.safeParse(JSON.parse(source));
    return checked.success ? checked.data.conflicts : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export function writeConflicts(conflicts: readonly Conflict[]): string {
  return `${JSON.stringify({ format: 'galley-conflicts', conflicts }, null, 2)}\n`;
}
