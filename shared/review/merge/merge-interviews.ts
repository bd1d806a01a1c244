import type { Remark } from '../../checks/remark';
import { countingMint } from '../../interview/build';
import { equalData } from '../../interview/equal';
import { normalise } from '../../interview/normalise';
import { repair } from '../../interview/repair';
import { shownPictures } from '../../interview/shown-pictures';
import type { Block, Interview, Person, Photo, Text, Variable } from '../../interview/types';
import { mergeThreads } from '../threads/merge-threads';
import type { Conflict } from './conflict';
import { mergeBlock } from './merge-blocks';
import { mergeOrder } from './merge-order';
import { withMergedSuggestions, withoutSuggestions } from './merge-suggestions';
import { mergeTexts } from './merge-texts';
import { mergeEntries, mergeLists, mergeValues } from './merge-values';

export interface MergedInterview {
  readonly interview: Interview;
  readonly conflicts: readonly Conflict[];
  /** What had to be put right so that the result is a sound interview. */
  readonly remarks: readonly Remark[];
}

/**
 * Two versions of a piece over the version that both come from: block by block by id, then word by word. What one side changed
 * is taken; where both changed the same, nothing of either is lost (see Conflict). Exchanging the sides exchanges the sides of
 * the conflicts.
 */
export function mergeInterviews(base: Interview, a: Interview, b: Interview): MergedInterview {
  const [was, left, right] = [base, a, b].map((side) => normalise(withoutSuggestions(side))) as [
    Interview,
    Interview,
    Interview,
  ];
  const body = mergeBodies(was.body, left.body, right.body);
  const fields = mergeFields(was, left, right);
  const interview = withReferences({ ...fields.interview, body: body.blocks }, [left, right, was]);
  const repaired = repair(normalise(interview), countingMint('m'));
  return {
    interview: withMergedSuggestions(
      repaired.interview,
      ...([base, a, b].map(normalise) as [Interview, Interview, Interview]),
      {
        id: 'merge',
        at: 0,
      },
    ),
    conflicts: [...fields.conflicts, ...body.conflicts],
    remarks: repaired.remarks,
  };
}

function mergeBodies(base: readonly Block[], a: readonly Block[], b: readonly Block[]) {
  const [inBase, inA, inB] = [base, a, b].map((body) => new Map(body.map((block) => [block.id, block])));
  const conflicts: Conflict[] = [];
  const blocks = new Map<string, readonly Block[]>();
  const take = (id: string, ...taken: readonly Block[]) => void blocks.set(id, taken);
  for (const id of new Set([...a, ...b].map((block) => block.id))) {
    const [was, left, right] = [inBase?.get(id), inA?.get(id), inB?.get(id)];
    const place = { block: id, part: 'block' };
    if (left && right) {
      const merged = mergeBlock(was, left, right);
      if (merged) {
        conflicts.push(...merged.conflicts);
        take(id, merged.value);
      } else {
        conflicts.push({ kind: 'twin', place });
        // Two bearers of one id: repair gives the second a new one.
        take(id, left, right);
      }
    } else {
      const stays = left ?? right;
      if (!stays || (was && equalData(stays, was))) continue;
      if (was) conflicts.push({ kind: 'deleted', place, by: left ? 'b' : 'a' });
      take(id, stays);
    }
  }
  const ids = (body: readonly Block[]) => body.map(({ id }) => id);
  const { order, movedByBoth } = mergeOrder(ids(base), ids(a), ids(b), new Set(blocks.keys()));
  for (const id of movedByBoth) conflicts.push({ kind: 'order', place: { block: id, part: 'block' } });
  return { blocks: order.flatMap((id) => blocks.get(id) ?? []), conflicts };
}

const TEXT_FIELDS = ['kicker', 'headline', 'standfirst'] as const;
const ENTRY_FIELDS = ['people', 'photos', 'variables'] as const;
const LIST_FIELDS = ['byline', 'teasers'] as const;

function mergeFields(was: Interview, a: Interview, b: Interview) {
  const conflicts: Conflict[] = [];
  const merged: Record<string, unknown> = {};
  for (const part of TEXT_FIELDS) {
    const pick = (interview: Interview): Text => interview[part] ?? [];
    const { value, conflicts: found } = mergeTexts(pick(was), pick(a), pick(b), { part });
    conflicts.push(...found);
    merged[part] = value;
  }
  for (const part of ENTRY_FIELDS) {
    const pick = (interview: Interview): readonly (Person | Photo | Variable)[] => interview[part] ?? [];
    const { value, conflicts: found } = mergeEntries(pick(was), pick(a), pick(b), part);
    conflicts.push(...found);
    // An empty list and none differ for the file: who changed that has it.
    const [had, has] = [part in was, part in a];
    if (value.length > 0 || (has === had ? part in b : has)) merged[part] = value;
  }
  for (const part of LIST_FIELDS) {
    const { value, conflicts: found } = mergeLists(was[part], a[part], b[part], part);
    conflicts.push(...found);
    merged[part] = value;
  }
  const threads = mergeThreads(was.threads ?? [], a.threads ?? [], b.threads ?? []);
  if (threads.length > 0) merged['threads'] = threads;
  const own = new Set<string>([...TEXT_FIELDS, ...ENTRY_FIELDS, ...LIST_FIELDS, 'body', 'threads']);
  const rest = (interview: Interview) => Object.fromEntries(Object.entries(interview).filter(([key]) => !own.has(key)));
  const values = mergeValues(rest(was), rest(a), rest(b), (part) => ({ part }));
  return {
    interview: { ...values.value, ...merged } as unknown as Interview,
    conflicts: [...conflicts, ...values.conflicts],
  };
}

/** A person or picture that one side removed while the other still speaks of it comes back. */
function withReferences(interview: Interview, sides: readonly Interview[]): Interview {
  const speakers = new Set(interview.body.flatMap((block) => ('speaker' in block ? (block.speaker ?? []) : [])));
  for (const { person } of interview.byline) if (person !== undefined) speakers.add(person);
  const pictures = new Set(shownPictures(interview).flatMap(({ photoId }) => photoId ?? []));
  return {
    ...interview,
    people: withLost(
      interview.people,
      speakers,
      sides.flatMap(({ people }) => people),
    ),
    photos: withLost(
      interview.photos,
      pictures,
      sides.flatMap(({ photos }) => photos),
    ),
  };
}

function withLost<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  wanted: ReadonlySet<string>,
  all: readonly Entry[],
): readonly Entry[] {
  const there = new Set(entries.map(({ id }) => id));
  const lost = all.filter(({ id }) => wanted.has(id) && !there.has(id) && there.add(id));
  return lost.length > 0 ? [...entries, ...lost] : entries;
}
