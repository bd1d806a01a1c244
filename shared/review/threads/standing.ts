import { formatByline } from '../../interview/byline';
import type { ThreadAnchor } from '../../interview/threads';
import type { Interview, Text } from '../../interview/types';
import type { Place } from '../../interview/place';
import { textsOf } from '../../interview/visit';

/** A stretch of one text in UTF-16 units. */
export interface Spot {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a thread stands now. words: the stretches of the text that name it, in reading order, and what they say now; detached:
 * what it was about is gone, `last` is where that stood, as far as it is known.
 */
export type Standing =
  | { readonly kind: 'words'; readonly spots: readonly [Spot, ...Spot[]]; readonly words: string }
  | Exclude<ThreadAnchor, { kind: 'words' }>
  | { readonly kind: 'detached'; readonly last: Place | null };

/** Where each thread of the piece stands, by its id. */
export function standingsOf(interview: Interview): ReadonlyMap<string, Standing> {
  const threads = interview.threads ?? [];
  if (threads.length === 0) return new Map();
  const words = wordsByThread(interview);
  const blocks = new Set(interview.body.map(({ id }) => id));
  return new Map(threads.map(({ id, anchor }) => [id, words.get(id) ?? standingOf(anchor, interview, blocks)]));
}

function standingOf(anchor: ThreadAnchor, interview: Interview, blocks: ReadonlySet<string>): Standing {
  switch (anchor.kind) {
    case 'words':
      return { kind: 'detached', last: anchor.place };
    case 'block':
      return blocks.has(anchor.block)
        ? anchor
        : { kind: 'detached', last: { block: anchor.block, part: anchor.part ?? 'text' } };
    case 'field':
      return hasField(interview, anchor.field) ? anchor : { kind: 'detached', last: { part: anchor.field } };
    case 'piece':
      return anchor;
  }
}

/** The headline always has its line; the others can be taken out of a piece. */
function hasField(interview: Interview, field: 'kicker' | 'headline' | 'standfirst' | 'byline'): boolean {
  if (field === 'byline') return formatByline(interview.byline) !== '';
  return field === 'headline' || (interview[field] ?? []).length > 0;
}

function wordsByThread(interview: Interview): ReadonlyMap<string, Extract<Standing, { kind: 'words' }>> {
  const found = new Map<string, Extract<Standing, { kind: 'words' }>>();
  for (const { place, text } of textsOf(interview)) {
    if (!text.some((run) => run.threads)) continue;
    for (const [id, { from, to, words }] of stretchesIn(text)) {
      const before = found.get(id);
      const spot = { place, from, to };
      found.set(id, {
        kind: 'words',
        spots: before ? [...before.spots, spot] : [spot],
        words: before ? `${before.words}\n${words}` : words,
      });
    }
  }
  return found;
}

/** From the first to the last word of each thread in one text; what was written in between belongs to neither, but is spanned. */
function stretchesIn(text: Text) {
  const stretches = new Map<string, { from: number; to: number; words: string }>();
  let at = 0;
  for (const run of text) {
    const end = at + run.text.length;
    for (const id of run.threads ?? []) {
      const known = stretches.get(id);
      if (known) Object.assign(known, { to: end, words: known.words + run.text });
      else stretches.set(id, { from: at, to: end, words: run.text });
    }
    at = end;
  }
  return stretches;
}
