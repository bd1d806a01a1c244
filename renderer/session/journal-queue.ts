import type { Change } from '../../shared/interview/change';
import { isEmptyChange, mergeChanges } from '../../shared/interview/change';
import type { DeskFailure, Saved } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { failed } from '../../shared/result';

/** Whether what was typed stands on the disk. `at` is in milliseconds since 1970. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: DeskFailure };

export interface JournalQueueOptions {
  /** The seq of the last change that is already on the disk. */
  readonly seq: number;
  readonly append: (seq: number, change: Change) => Promise<Result<Saved, DeskFailure>>;
  readonly onState: (state: SaveState, seq: number) => void;
  /** Waiting times between attempts in milliseconds; the last one repeats. */
  readonly delays?: readonly number[];
}

/** Hands changes to the journal one after the other. Nothing leaves the queue before the disk has it. */
export interface JournalQueue {
  push(change: Change): void;
  /** Tries again at once instead of waiting. */
  retry(): void;
  /** True when nothing is left to write, false when writing fails: the text then stays in the queue. */
  drained(): Promise<boolean>;
}

const DELAYS = [500, 1000, 2000, 4000];

export function journalQueue({ seq: start, append, onState, delays = DELAYS }: JournalQueueOptions): JournalQueue {
  let seq = start;
  // The change under way keeps its contents on a retry: the disk may have it already and passes over a seq it knows.
  let underWay: Change | null = null;
  let waiting: Change | null = null;
  let attempts = 0;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watchers: ((empty: boolean) => void)[] = [];

  const tell = (empty: boolean) => {
    for (const watcher of watchers.splice(0)) watcher(empty);
    watchers = [];
  };

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    if (busy) return;
    if (!underWay) {
      underWay = waiting;
      waiting = null;
    }
    if (!underWay) return;
    busy = true;
    if (attempts === 0) onState({ kind: 'saving' }, seq);
    const result = await append(seq + 1, underWay).catch((error: unknown) =>
      failed<DeskFailure>({ kind: 'disk-error', detail: String(error) }),
    );
    busy = false;
    if (!result.ok) {
      onState({ kind: 'failed', failure: result.failure }, seq);
      timer = setTimeout(() => void write(), delays[Math.min(attempts++, delays.length - 1)] ?? 4000);
      tell(false);
      return;
    }
    seq += 1;
    attempts = 0;
    underWay = null;
    if (waiting) return write();
    onState({ kind: 'saved', at: result.value.at }, seq);
    tell(true);
  };

  return {
    push(change) {
      if (isEmptyChange(change)) return;
      waiting = waiting ? mergeChanges(waiting, change) : change;
      if (!busy && attempts === 0) void write();
    },
    retry: () => void write(),
    drained: () => {
      if (!underWay && !waiting) return Promise.resolve(true);
      return new Promise((resolve) => {
        watchers.push(resolve);
        void write();
      });
    },
  };
}
