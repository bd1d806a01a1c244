import { equalData } from '../../interview/equal';
import { joinRuns } from '../../interview/text';
import type { Text } from '../../interview/types';
import { anchorsOf } from './align';
import { lookTokens, type LookToken } from './tokens';

/**
 * A stretch of two texts. same: in both; removed: in the first only; added: in the second only; look: the same words with
 * other marks or another link.
 */
export type Piece =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: Text }
  | { readonly kind: 'look'; readonly before: Text; readonly text: Text };

/**
 * What became of a text, word by word, in reading order; what was removed stands before what came in its place.
 * All but `added` gives the first text (with `before` for looks), all but `removed` the second.
 */
export function compareTexts(before: Text, after: Text): readonly Piece[] {
  if (equalData(before, after)) return after.length > 0 ? [{ kind: 'same', text: after }] : [];
  const a = lookTokens(before);
  const b = lookTokens(after);
  const anchors = anchorsOf(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
  );
  const spans: Span[] = [];
  let [left, right] = [0, 0];
  const gap = (toLeft: number, toRight: number) => {
    if (left < toLeft) add(spans, 'removed', a.slice(left, toLeft), []);
    if (right < toRight) add(spans, 'added', [], b.slice(right, toRight));
    [left, right] = [toLeft, toRight];
  };
  for (const [x, y] of anchors) {
    gap(x, y);
    const [was, is] = [a[x], b[y]];
    if (was && is) add(spans, was.look === is.look ? 'same' : 'look', [was], [is]);
    [left, right] = [x + 1, y + 1];
  }
  gap(a.length, b.length);
  return spans.map(toPiece);
}

interface Span {
  readonly kind: Piece['kind'];
  readonly before: LookToken[];
  readonly after: LookToken[];
}

function add(spans: Span[], kind: Piece['kind'], before: readonly LookToken[], after: readonly LookToken[]): void {
  const last = spans.at(-1);
  if (last?.kind === kind) {
    last.before.push(...before);
    last.after.push(...after);
  } else {
    spans.push({ kind, before: [...before], after: [...after] });
  }
}

function toPiece({ kind, before, after }: Span): Piece {
  if (kind === 'look') return { kind, before: toText(before), text: toText(after) };
  return { kind, text: toText(kind === 'removed' ? before : after) };
}

function toText(tokens: readonly LookToken[]): Text {
  return joinRuns(tokens.map(({ text, run }) => ({ ...run, text })));
}

export function isUnchanged(pieces: readonly Piece[]): boolean {
  return pieces.every(({ kind }) => kind === 'same');
}

/** How alike two texts are: 1 for the same words in any order, 0 for none in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [a, b].map((tokens) => tokens.filter((token) => token.trim() !== ''));
  if (!x || !y || x.length + y.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const token of x) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of y) {
    const left = counts.get(token) ?? 0;
    if (left > 0) common++;
    counts.set(token, left - 1);
  }
  return (2 * common) / (x.length + y.length);
}
