import { formatByline } from '../../interview/byline';
import type { Weave } from '../../interview/suggestions';
import type { Thread, ThreadAnchor } from '../../interview/threads';
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
 * Where a thread stands now. words: the stretches of the text that name it, in reading order, and what they say now; struck:
 * its words are taken out by a proposal that is still open, at `place`; detached:
 * what it was about is gone, `last` is where that stood, as far as it is known.
 */
export type Standing =
  | { readonly kind: 'words'; readonly spots: readonly [Spot, ...Spot[]]; readonly words: string }
  | Exclude<ThreadAnchor, { kind: 'words' }>
  | { readonly kind: 'struck'; readonly place: Place }
  | { readonly kind: 'detached'; readonly last: Place | null };

/** Where each thread of the piece stands, by its id. */
export function standingsOf(interview: Interview): ReadonlyMap<string, Standing> {
  const threads = interview.threads ?? [];
  if (threads.length === 0) return new Map();
  const words = wordsByThread(interview);
  const blocks = new Set(interview.body.map(({ id }) => id));
  return new Map(
    threads.map((thread) => {
      const standing = words.get(thread.id) ?? standingOf(thread.anchor, interview, blocks);
      return [thread.id, standing.kind === 'detached' ? struckOr(standing, thread, interview) : standing];
    }),
  );
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

/** A thread whose quote is found among words that an open proposal takes out is not lost: refused, they come back. */
function struckOr(lost: Extract<Standing, { kind: 'detached' }>, { quote }: Thread, interview: Interview): Standing {
  const words = quote.trim();
  if (words === '') return lost;
  const struck = struckTexts(interview).filter(({ before }) => before.includes(words));
  const there = struck.find(({ place }) => place.block === lost.last?.block && place.part === lost.last?.part);
  const place = (there ?? struck[0])?.place;
  return place ? { kind: 'struck', place } : lost;
}

/** The texts that open proposals take words out of, as they were before. */
function struckTexts(interview: Interview): readonly { readonly place: Place; readonly before: string }[] {
  const known = STRUCK.get(interview);
  if (known) return known;
  const found: { place: Place; before: string }[] = [];
  const add = (weave: Weave | undefined, place: Place) => {
    if (!weave?.some(({ del }) => del)) return;
    const before = weave.map((item) => (item.ins ? '' : 'end' in item ? '\n' : item.text)).join('');
    found.push({ place, before });
  };
  for (const [part, weave] of Object.entries(interview.suggestions ?? {})) {
    const last = interview.body.at(-1);
    if (part === 'tail') add(weave as Weave, last ? { block: last.id, part: 'text' } : { part: 'headline' });
    else if (part !== 'order') add(weave as Weave, { part });
  }
  for (const block of interview.body) {
    if (block.kind === 'unknown') continue;
    for (const [part, weave] of Object.entries(block.suggestions ?? {})) add(weave, { block: block.id, part });
  }
  STRUCK.set(interview, found);
  return found;
}

const STRUCK = new WeakMap<Interview, ReturnType<typeof struckTexts>>();

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
