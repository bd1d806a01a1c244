import type { Thread } from '../../../shared/interview/threads';
import type { Place } from '../../../shared/interview/place';
import { findQuote } from '../../../shared/review/threads/find-quote';
import type { FoundQuote } from '../../../shared/review/threads/find-quote';
import { $placedLeaves } from '../leaves';
import type { PlacedLeaf } from '../leaves';
import { $textNodesOf, stretches } from '../text-ranges';
import type { Stretch } from '../text-ranges';
import { wordsOf } from './anchor-words';
import { canHoldThreads } from './selected-target';

export interface FoundWords {
  readonly place: Place;
  readonly words: string;
  readonly where: readonly Stretch[];
}

/** How sure a find must be: same-text, as by the letter in the text where they stood; alike, anywhere; part, half of them. */
export type Sureness = 'same-text' | 'alike' | 'part';

/** The words of a thread that has lost them, where they stand now; `said` is what they said last, when that is known. */
export function $findWords(thread: Thread, sure: Sureness, said?: string): FoundWords | null {
  const leaves = $placedLeaves().filter(({ place }) => canHoldThreads(place));
  const texts = leaves.map(({ leaf, place }) => ({ place, text: wordsOf($textNodesOf(leaf)) }));
  const last = lastPlace(thread);
  for (const quote of said === undefined ? [thread.quote] : [said, thread.quote]) {
    const found = findQuote(texts, quote, last);
    if (found && isSure(found, sure, last)) return $wordsAt(leaves, found);
  }
  return null;
}

function lastPlace({ anchor }: Thread): Place | null {
  if (anchor.kind === 'words') return anchor.place;
  if (anchor.kind === 'block') return { block: anchor.block, part: anchor.part ?? 'text' };
  return anchor.kind === 'field' ? { part: anchor.field } : null;
}

function isSure({ how, place }: FoundQuote, sure: Sureness, last: Place | null): boolean {
  const same = last !== null && place.block === last.block && place.part === last.part;
  if (sure === 'same-text') return how === 'exact' && same;
  return how !== 'part' || same || sure === 'part';
}

function $wordsAt(leaves: readonly PlacedLeaf[], { place, from, to }: FoundQuote): FoundWords | null {
  const leaf = leaves.find((one) => one.place === place)?.leaf;
  if (!leaf) return null;
  const nodes = $textNodesOf(leaf);
  return { place, words: wordsOf(nodes).slice(from, to), where: stretches(nodes, from, to) };
}
