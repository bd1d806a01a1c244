/** Pause in the typing, in milliseconds, in which others' work may come in. */
export const IDLE = 1500;

/** What did not succeed is tried again after so many milliseconds. */
const AGAIN = 3000;

export interface IdleWork {
  /** Whether there is anything to do. */
  readonly wanted: () => boolean;
  /** While this is true it is not done, however long nobody types. */
  readonly busy: () => boolean;
  readonly work: () => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}

/** Does something in a pause of the typing, once for each time it is wanted, and never twice at once. */
export interface WhenIdle {
  /** Something was typed or changed. */
  touch(): void;
  /** It may be wanted now. */
  look(): void;
  /** Nothing is begun any more; resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** It goes on after all. */
  resume(): void;
}

export function whenIdle({ wanted, busy, work, onProblem }: IdleWork): WhenIdle {
  let touched = -Infinity;
  let stopped = false;
  let underWay: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, milliseconds);
  };

  function look(): void {
    clearTimeout(timer);
    if (stopped || underWay || !wanted()) return;
    const quiet = performance.now() - touched;
    if (quiet < IDLE || busy()) {
      later(Math.max(IDLE - quiet, IDLE / 5));
      return;
    }
    underWay = work()
      .catch(onProblem)
      .then(() => {
        underWay = null;
        later(AGAIN);
      });
  }

  return {
    touch: () => (touched = performance.now()),
    look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
    resume: () => {
      stopped = false;
      look();
    },
  };
}
