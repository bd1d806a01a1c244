import type { Piece } from './flow';
import type { Unit } from './pour';

/**
 * How many lines up or down a pull quote may stand from its place in the story: near it while the page has room, and
 * anywhere within a column or two of it where a full page would else end in steps.
 */
export const FARTHEST = { near: 14, full: 40 } as const;

/** The story with its pull quote before another unit than its own. */
export interface QuoteMove {
  /** The number of that unit in the story as it was. */
  readonly before: number;
  /** How many lines from its own place. */
  readonly far: number;
  readonly units: readonly Unit[];
}

/**
 * The story with its first pull quote in other places near its own: between two lines where a column might end. The
 * text keeps its order; only the quote moves. Nearest places first.
 */
export function quoteMoves(
  units: readonly Unit[],
  pieces: readonly Piece[],
  farthest: number = FARTHEST.near,
): readonly QuoteMove[] {
  const at = quoteAt(units, pieces);
  if (at < 0) return [];
  const moves: QuoteMove[] = [];
  for (let far = 2; far <= farthest; far += 2) {
    for (const target of [at + 1 + far, at - far]) {
      const moved =
        target > 0 && target < units.length && units[target]?.mayOpen ? moveUnit(units, at, target, pieces) : null;
      if (moved) moves.push({ before: target, far, units: moved });
    }
  }
  return moves;
}

/** The story with its first pull quote before the unit of that number; as it is when it may not stand there. */
export function withQuoteBefore(
  units: readonly Unit[],
  pieces: readonly Piece[],
  before: number | null,
): readonly Unit[] {
  const at = quoteAt(units, pieces);
  return at < 0 || before === null ? units : (moveUnit(units, at, before, pieces) ?? units);
}

function quoteAt(units: readonly Unit[], pieces: readonly Piece[]): number {
  return units.findIndex(({ piece }) => {
    const found = pieces[piece];
    return found?.kind === 'fixed' && found.what === 'pullQuote';
  });
}

/** Unit `at` before unit `target`; air goes with it, and closes where it was. */
function moveUnit(
  units: readonly Unit[],
  at: number,
  target: number,
  pieces: readonly Piece[],
): readonly Unit[] | null {
  const quote = units[at];
  const piece = quote && pieces[quote.piece];
  if (!quote || piece?.kind !== 'fixed') return null;
  return units.flatMap((unit, index): readonly Unit[] => {
    if (index === at) return [];
    const own = index === at + 1 ? { ...unit, above: ownAir(unit, pieces) } : unit;
    if (index !== target) return [own];
    return [
      { ...quote, above: Math.max(piece.above, quote.above) },
      { ...own, above: Math.max(own.above, piece.below) },
    ];
  });
}

function ownAir({ piece: index, line }: Unit, pieces: readonly Piece[]): number {
  const piece = pieces[index];
  if (!piece || line > 0) return 0;
  return piece.kind === 'flow' ? piece.style.above : piece.above;
}
