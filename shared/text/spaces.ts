/** How many of each kind of space a cleaning changed. */
export interface SpaceCounts {
  /** No-break and other special spaces that became plain spaces. */
  readonly noBreak: number;
  /** Invisible characters of no width that were taken out. */
  readonly zeroWidth: number;
  /** Runs of several spaces that became one. */
  readonly double: number;
  /** Lines that had spaces at their ends. */
  readonly ends: number;
}

export interface CleanedLine {
  readonly text: string;
  readonly counts: SpaceCounts;
}

export const NO_SPACES: SpaceCounts = { noBreak: 0, zeroWidth: 0, double: 0, ends: 0 };

// U+202F and U+00A0 keep numbers together on purpose in some papers; the writers set such joins anew, by rule.
const SPECIAL_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/g;

// Soft hyphen, zero-width space, word joiner, byte order mark, and the marks that turn the writing direction.
// The joiners U+200C and U+200D stay: they hold emoji together.
const ZERO_WIDTH = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line with plain single spaces only and none at its ends. Line ends must be gone already. */
export function cleanSpaces(line: string): CleanedLine {
  const visible = line.replace(ZERO_WIDTH, '');
  const plain = visible.replace(SPECIAL_SPACES, ' ');
  const trimmed = plain.trim();
  const text = trimmed.replace(/ {2,}/g, ' ');
  return {
    text,
    counts: {
      noBreak: countOf(visible, SPECIAL_SPACES),
      zeroWidth: countOf(line, ZERO_WIDTH),
      double: countOf(trimmed, / {2,}/g),
      ends: trimmed === plain ? 0 : 1,
    },
  };
}

export function addSpaces(a: SpaceCounts, b: SpaceCounts): SpaceCounts {
  return {
    noBreak: a.noBreak + b.noBreak,
    zeroWidth: a.zeroWidth + b.zeroWidth,
    double: a.double + b.double,
    ends: a.ends + b.ends,
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
