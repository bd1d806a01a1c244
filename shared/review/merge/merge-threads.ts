import { equalData } from '../../interview/equal';
import type { Comment, Thread } from '../../interview/threads';

/**
 * The talk of both sides: what either said is there, in the order in which it was said. A thread or comment that one side took
 * away stays when the other has added to it or changed it; it is settled when either has settled it since.
 */
export function mergeThreads(
  base: readonly Thread[] = [],
  a: readonly Thread[] = [],
  b: readonly Thread[] = [],
): readonly Thread[] {
  return united(base, a, b, (was, left, right) => {
    const comments = united<Comment>(was?.comments ?? [], left.comments, right.comments, later);
    const changed = (side: Thread) => !was || !equalData(side.anchor, was.anchor);
    const { resolved: _resolved, ...thread } = { ...left, anchor: changed(left) ? left.anchor : right.anchor };
    const resolved = equalData(left.resolved, was?.resolved) ? right.resolved : left.resolved;
    const ordered = comments.toSorted((one, other) => one.at - other.at);
    return { ...thread, comments: ordered, ...(resolved ? { resolved } : {}) };
  });
}

/** Of two wordings of one comment the one that was written last. */
function later(was: Comment | undefined, a: Comment, b: Comment): Comment {
  if (was && equalData(a, was)) return b;
  if (was && equalData(b, was)) return a;
  return (a.edited ?? 0) >= (b.edited ?? 0) ? a : b;
}

function united<Entry extends { readonly id: string }>(
  base: readonly Entry[],
  a: readonly Entry[],
  b: readonly Entry[],
  merge: (was: Entry | undefined, a: Entry, b: Entry) => Entry,
): readonly Entry[] {
  const [inBase, inA, inB] = [base, a, b].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  return [...new Set([...a, ...b].map(({ id }) => id))].flatMap((id) => {
    const [was, left, right] = [inBase?.get(id), inA?.get(id), inB?.get(id)];
    if (left && right) return [equalData(left, right) ? left : merge(was, left, right)];
    const stays = left ?? right;
    return !stays || (was && equalData(stays, was)) ? [] : [stays];
  });
}
