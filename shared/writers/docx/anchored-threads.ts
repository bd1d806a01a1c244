import type { Interview, Text } from '../../interview/types';

/** Threads that are about more than words, by what they are about. A thread whose words are gone stands at its block. */
export function anchoredThreads(interview: Interview) {
  const inWords = new Set<string>();
  const collect = (text: Text) => text.forEach(({ threads = [] }) => threads.forEach((id) => inWords.add(id)));
  for (const part of ['kicker', 'headline', 'standfirst'] as const) collect(interview[part] ?? []);
  for (const block of interview.body)
    if (block.kind !== 'unknown')
      for (const value of Object.values(block) as readonly unknown[]) collectDeep(value, inWords);
  const blocks = new Map<string, string[]>();
  const fields = new Map<string, string[]>();
  const piece: string[] = [];
  const bodyIds = new Set(interview.body.map(({ id }) => id));
  const add = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const { id, anchor } of interview.threads ?? []) {
    if (inWords.has(id)) continue;
    const block = anchor.kind === 'block' ? anchor.block : anchor.kind === 'words' ? anchor.place.block : undefined;
    if (block !== undefined && bodyIds.has(block)) add(blocks, block, id);
    else if (anchor.kind === 'field') add(fields, anchor.field, id);
    else if (anchor.kind === 'words' && anchor.place.block === undefined) add(fields, anchor.place.part, id);
    else piece.push(id);
  }
  return { blocks, fields, piece };
}

/** Runs stand in texts and in lists of texts. */
function collectDeep(value: unknown, into: Set<string>): void {
  if (!Array.isArray(value)) return;
  for (const each of value as readonly unknown[]) {
    if (Array.isArray(each)) collectDeep(each, into);
    else if (typeof each === 'object' && each !== null && 'threads' in each && Array.isArray(each.threads))
      for (const id of each.threads as readonly unknown[]) if (typeof id === 'string') into.add(id);
  }
}
