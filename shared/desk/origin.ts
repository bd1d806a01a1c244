import { z } from '../zod';

/** The name beside interview.json, in the folder of a piece and in a .galley file. */
export const ORIGIN_FILE = 'origin.json';

/** In characters. */
const LARGEST = 100_000;

/** How many exchanges are remembered: a piece goes back and forth a dozen times at most. */
const MOST = 100;

/**
 * What a piece is, wherever it is carried, and which versions of it two desks have had in common: the SHA-256 of interview.json
 * as it was given away or taken in, the oldest first. It stands outside the published model: no part of what is sealed.
 */
export interface Origin {
  readonly piece: string;
  readonly exchanged: readonly string[];
}

const originSchema = z.object({
  format: z.literal('galley-origin'),
  piece: z.string().regex(/^[0-9a-z]{12,40}$/),
  exchanged: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MOST),
});

/** Null for anything that is no such file: the piece is then one that nobody has seen before. */
export function readOrigin(source: string): Origin | null {
  if (source.length > LARGEST) return null;
  try {
    const checked = originSchema.safeParse(JSON.parse(source));
    return checked.success ? { piece: checked.data.piece, exchanged: checked.data.exchanged } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeOrigin(origin: Origin): string {
  return `${JSON.stringify({ format: 'galley-origin', ...origin }, null, 2)}\n`;
}

/** The origin after one more version has passed between two desks. */
export function withExchange({ piece, exchanged }: Origin, ...hashes: readonly string[]): Origin {
  const fresh = [...new Set(hashes)];
  return { piece, exchanged: [...exchanged.filter((hash) => !fresh.includes(hash)), ...fresh].slice(-MOST) };
}
