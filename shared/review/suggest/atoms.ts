/** The kinds of block that stand in the weave of the body as one sign: their own texts have weaves of their own. */
const ATOMS: ReadonlySet<string> = new Set(['photo', 'gallery', 'pullQuote', 'box', 'list', 'unknown']);

export function isAtom(kind: string): boolean {
  return ATOMS.has(kind);
}
