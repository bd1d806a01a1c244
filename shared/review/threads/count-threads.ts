import type { Interview } from '../../interview/types';
import { standingsOf, type Standing } from './standing';

/** The ids of the open threads about each block, by its id; a thread about words in two blocks counts in both. */
export function openThreadsByBlock(
  interview: Interview,
  standings: ReadonlyMap<string, Standing> = standingsOf(interview),
): ReadonlyMap<string, readonly string[]> {
  const byBlock = new Map<string, string[]>();
  for (const { id, resolved } of interview.threads ?? []) {
    if (resolved) continue;
    for (const block of blocksOf(standings.get(id))) {
      const ids = byBlock.get(block);
      if (ids) ids.push(id);
      else byBlock.set(block, [id]);
    }
  }
  return byBlock;
}

function blocksOf(standing: Standing | undefined): ReadonlySet<string> {
  if (standing?.kind === 'struck') return new Set(standing.place.block === undefined ? [] : [standing.place.block]);
  if (standing?.kind === 'block') return new Set([standing.block]);
  return new Set(standing?.kind === 'words' ? standing.spots.flatMap(({ place }) => place.block ?? []) : []);
}
