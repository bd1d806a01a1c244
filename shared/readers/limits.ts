/** What a reader takes in at most, in characters; a file is refused before anything in it is looked at. */
export const INTERVIEW_FILE_LIMIT = 20_000_000;

/** Plain text of one page. A newspaper page has some 10,000 characters, a whole book about a million. */
export const PLAIN_TEXT_LIMIT = 5_000_000;

/** How deep a file may nest. Ours nests nine levels; beyond a few thousand, writing it back would overflow the stack. */
export const DEPTH_LIMIT = 100;

/** A limit as the failure `too-large` names it: in whole megabytes. */
export function megabytes(limit: number): number {
  return Math.round(limit / 1_000_000);
}
