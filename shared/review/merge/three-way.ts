import { anchorsOf } from '../compare/align';

/**
 * A stretch of three lists. same: nobody changed it; a, b: only that side did; both: both did the same; conflict: they did
 * different things.
 */
export interface Chunk<Item> {
  readonly kind: 'same' | 'a' | 'b' | 'both' | 'conflict';
  readonly base: readonly Item[];
  readonly a: readonly Item[];
  readonly b: readonly Item[];
}

/**
 * Divides three lists at what all of them kept. The chunks together give each of the three lists back. Exchanging `a` and `b`
 * exchanges the sides of every chunk and nothing else.
 */
export function threeWay<Item>(
  base: readonly Item[],
  a: readonly Item[],
  b: readonly Item[],
  key: (item: Item) => string,
): readonly Chunk<Item>[] {
  const keys = base.map(key);
  const inA = new Map(anchorsOf(keys, a.map(key)));
  const inB = new Map(anchorsOf(keys, b.map(key)));
  const chunks: Chunk<Item>[] = [];
  const at = { base: 0, a: 0, b: 0 };
  const cut = (toBase: number, toA: number, toB: number) => {
    const parts = { base: base.slice(at.base, toBase), a: a.slice(at.a, toA), b: b.slice(at.b, toB) };
    Object.assign(at, { base: toBase, a: toA, b: toB });
    if (parts.base.length + parts.a.length + parts.b.length > 0) chunks.push({ kind: kindOf(parts, key), ...parts });
  };
  for (let index = 0; index < base.length; index++) {
    const [x, y] = [inA.get(index), inB.get(index)];
    if (x === undefined || y === undefined) continue;
    cut(index, x, y);
    cut(index + 1, x + 1, y + 1);
  }
  cut(base.length, a.length, b.length);
  return chunks;
}

function kindOf<Item>(
  { base, a, b }: Pick<Chunk<Item>, 'base' | 'a' | 'b'>,
  key: (item: Item) => string,
): Chunk<Item>['kind'] {
  const same = (p: readonly Item[], q: readonly Item[]) =>
    p.length === q.length && p.every((item, index) => key(item) === key(q[index] as Item));
  if (same(a, b)) return same(a, base) ? 'same' : 'both';
  if (same(a, base)) return 'b';
  return same(b, base) ? 'a' : 'conflict';
}
