import { equalData } from '../../interview/equal';
import type { Place } from '../../interview/visit';
import type { Conflict } from './conflict';
import type { Merged } from './merge-texts';
import { threeWay } from './three-way';

type Values = { readonly [key: string]: unknown };

/** Plain values key by key: who changed one has it; who both changed it differently, A has it and the conflict tells both. */
export function mergeValues(base: Values, a: Values, b: Values, place: (key: string) => Place): Merged<Values> {
  const conflicts: Conflict[] = [];
  const value: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [was, left, right] = [base[key], a[key], b[key]];
    const mine = equalData(left, was) ? right : left;
    if (!equalData(left, was) && !equalData(right, was) && !equalData(left, right))
      conflicts.push({ kind: 'value', place: place(key), a: show(left), b: show(right) });
    if (mine !== undefined) value[key] = mine;
  }
  return { value, conflicts };
}

/** Entries with ids (people, photos, variables): united by id, each merged value by value. */
export function mergeEntries<Entry extends { readonly id: string }>(
  base: readonly Entry[],
  a: readonly Entry[],
  b: readonly Entry[],
  part: string,
): Merged<readonly Entry[]> {
  const [inBase, inA, inB] = [base, a, b].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  const conflicts: Conflict[] = [];
  const ids = new Set([...a, ...b].map(({ id }) => id));
  const value = [...ids].flatMap((id): readonly Entry[] => {
    const [was, left, right] = [inBase?.get(id), inA?.get(id), inB?.get(id)];
    if (left && right) {
      const merged = mergeValues({ ...was }, { ...left }, { ...right }, (key) => ({ part: `${part} · ${key}` }));
      conflicts.push(...merged.conflicts);
      return [merged.value as unknown as Entry];
    }
    const stays = left ?? right;
    if (!stays || (was && equalData(stays, was))) return [];
    if (was) conflicts.push({ kind: 'deleted', place: { part }, by: left ? 'b' : 'a' });
    return [stays];
  });
  return { value, conflicts };
}

/** Entries without ids (signatures, teasers): by their order; where both changed the same ones, those of A and then of B stand. */
export function mergeLists(
  base: readonly unknown[],
  a: readonly unknown[],
  b: readonly unknown[],
  part: string,
): Merged<readonly unknown[]> {
  const conflicts: Conflict[] = [];
  const value = threeWay(base, a, b, (entry) => JSON.stringify(entry)).flatMap((chunk) => {
    if (chunk.kind !== 'conflict') return chunk.kind === 'b' ? chunk.b : chunk.a;
    conflicts.push({ kind: 'value', place: { part }, a: show(chunk.a), b: show(chunk.b) });
    const extra = chunk.b.filter((entry) => !chunk.a.some((other) => equalData(entry, other)));
    return [...chunk.a, ...extra];
  });
  return { value, conflicts };
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
}
