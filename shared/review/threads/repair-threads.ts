import { equalData } from '../../interview/equal';
import { joinRuns, makeRun } from '../../interview/text';
import type { Thread } from '../../interview/threads';
import type { Interview, Text } from '../../interview/types';
import type { Place } from '../../interview/place';
import { mapBlockTexts, textsOf } from '../../interview/visit';
import { mergeThreads } from './merge-threads';
import { standingsOf } from './standing';

/**
 * Makes threads sound in a file that others wrote or merged: each id is one thread, and words name only threads that there are.
 * A thread whose words or block are gone stays as it is: it is shown as detached. A sound interview comes back as it is.
 */
export function repairThreads(interview: Interview): { readonly interview: Interview; readonly twins: number } {
  const threads = oneOfEach(interview.threads ?? []);
  const twins = (interview.threads ?? []).length - threads.length;
  const united = twins > 0 ? { ...interview, threads } : interview;
  return { interview: withoutUnknown(united, new Set(threads.map(({ id }) => id))), twins };
}

/** Twins are the same talk carried on in two places: their comments are put together. */
function oneOfEach(threads: readonly Thread[]): readonly Thread[] {
  const byId = new Map<string, Thread>();
  for (const thread of threads) {
    const first = byId.get(thread.id);
    byId.set(thread.id, first ? (mergeThreads([], [first], [thread])[0] ?? first) : thread);
  }
  return [...byId.values()];
}

function withoutUnknown(interview: Interview, known: ReadonlySet<string>): Interview {
  const isUnknown = (id: string) => !known.has(id);
  const named = textsOf(interview).some(({ text }) => text.some(({ threads }) => threads?.some(isUnknown)));
  if (!named) return interview;
  const clean = (text: Text) => keepThreads(text, (id) => known.has(id));
  return {
    ...interview,
    ...(interview.kicker ? { kicker: clean(interview.kicker) } : {}),
    headline: clean(interview.headline),
    ...(interview.standfirst ? { standfirst: clean(interview.standfirst) } : {}),
    body: interview.body.map((block) => mapBlockTexts(block, clean)),
  };
}

/** The text with only those threads on its words that `keep` says. */
export function keepThreads(text: Text, keep: (id: string) => boolean): Text {
  if (!text.some(({ threads }) => threads?.some((id) => !keep(id)))) return text;
  return joinRuns(text.map((run) => makeRun(run.text, run.marks, run.link, run.threads?.filter(keep))));
}

/** Threads whose words stand in another text than their anchor says, with the anchor brought up to date. */
export function threadsWithNewPlaces(interview: Interview): readonly Thread[] {
  const standings = standingsOf(interview);
  return (interview.threads ?? []).flatMap((thread): readonly Thread[] => {
    const standing = standings.get(thread.id);
    if (standing?.kind !== 'words') return [];
    const place: Place = standing.spots[0].place;
    if (thread.anchor.kind === 'words' && equalData(thread.anchor.place, place)) return [];
    return [{ ...thread, anchor: { kind: 'words', place } }];
  });
}
