import { equalData } from '../../interview/equal';
import type { Comment, Thread } from '../../interview/threads';

/**
 * The threads of two versions over the one they both come from. Threads and comments are united by id: what either side said
 * stays. What one side took away is gone only if the other did not touch it. Who settled or reopened a thread has it; a thread
 * that one side settled and the other answered is open, for the answer has not been read. The order is that of time, so that
 * both machines come to the same list.
 */
export function mergeThreads(base: readonly Thread[], a: readonly Thread[], b: readonly Thread[]): readonly Thread[] {
  return united(base, a, b, mergeThread, ({ comments }) => comments[0]?.at ?? 0);
}

function mergeThread(was: Thread | undefined, a: Thread, b: Thread): Thread {
  const comments = united(was?.comments ?? [], a.comments, b.comments, mergeComment, ({ at }) => at);
  const { resolved: _resolved, ...rest } = was && equalData(a.anchor, was.anchor) ? { ...a, anchor: b.anchor } : a;
  const resolved = mergeResolved(was, a, b);
  return { ...rest, comments, ...(resolved ? { resolved } : {}) };
}

function mergeResolved(was: Thread | undefined, a: Thread, b: Thread): Thread['resolved'] {
  if (a.resolved && b.resolved) return a.resolved.at <= b.resolved.at ? a.resolved : b.resolved;
  if (!a.resolved && !b.resolved) return undefined;
  const [settled, open] = a.resolved ? [a, b] : [b, a];
  const reopened = was?.resolved !== undefined;
  const heard = new Set(settled.comments.map(({ id }) => id));
  const answered = open.comments.some(({ id }) => !heard.has(id) && !was?.comments.some((one) => one.id === id));
  return reopened || answered ? undefined : settled.resolved;
}

function mergeComment(was: Comment | undefined, a: Comment, b: Comment): Comment {
  if (equalData(a, b)) return a;
  if (was && equalData(a, was)) return b;
  if (was && equalData(b, was)) return a;
  // Only its author changes a comment: of two changes the later one is what was meant.
  const [older, newer] = timeOf(a) < timeOf(b) || (timeOf(a) === timeOf(b) && a.text < b.text) ? [a, b] : [b, a];
  return newer.text.includes(older.text) ? newer : { ...newer, text: bothTexts(older.text, newer.text) };
}

/** Two wordings from two machines: both stay, the later one first. */
function bothTexts(older: string, newer: string): string {
  return `${newer}\n———\n${older}`;
}

function timeOf({ at, edited }: Comment): number {
  return edited ?? at;
}

function united<Entry extends { readonly id: string }>(
  base: readonly Entry[],
  a: readonly Entry[],
  b: readonly Entry[],
  merge: (was: Entry | undefined, a: Entry, b: Entry) => Entry,
  time: (entry: Entry) => number,
): readonly Entry[] {
  const [inBase, inA, inB] = [base, a, b].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  const ids = new Set([...a, ...b].map(({ id }) => id));
  const merged = [...ids].flatMap((id) => {
    const [was, left, right] = [inBase?.get(id), inA?.get(id), inB?.get(id)];
    if (left && right) return [merge(was, left, right)];
    const stays = left ?? right;
    return stays && !(was && equalData(stays, was)) ? [stays] : [];
  });
  return merged.toSorted((x, y) => time(x) - time(y) || (x.id < y.id ? -1 : 1));
}
