import type { Thread } from '../../../shared/interview/threads';

/** The threads as the editor shows them: by id, and those that hang on no words by what they hang on. */
export interface ThreadIndex {
  readonly byId: ReadonlyMap<string, Thread>;
  /** The one that is being looked at. */
  readonly active: string | null;
  /** Open threads about a whole block, by its id. */
  readonly ofBlock: ReadonlyMap<string, readonly string[]>;
  /** Open threads about a head field or the byline, by its name. */
  readonly ofField: ReadonlyMap<string, readonly string[]>;
}

export function indexThreads(threads: readonly Thread[], active: string | null): ThreadIndex {
  const ofBlock = new Map<string, string[]>();
  const ofField = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, id: string) => {
    const ids = map.get(key);
    if (ids) ids.push(id);
    else map.set(key, [id]);
  };
  for (const { id, anchor, resolved } of threads) {
    if (resolved) continue;
    if (anchor.kind === 'block') put(ofBlock, anchor.block, id);
    if (anchor.kind === 'field') put(ofField, anchor.field, id);
  }
  return { byId: new Map(threads.map((thread) => [thread.id, thread])), active, ofBlock, ofField };
}

/** Settled threads are not shown, unless one is being looked at. */
export function isShown({ byId, active }: ThreadIndex, id: string): boolean {
  const thread = byId.get(id);
  return thread !== undefined && (!thread.resolved || id === active);
}
