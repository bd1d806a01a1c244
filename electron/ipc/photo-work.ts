/** The one long job on many pictures that is under way: a new one ends the one before. */
export interface PhotoWork {
  readonly run: <Value>(job: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  readonly stop: () => void;
}

export function createPhotoWork(): PhotoWork {
  let running: AbortController | null = null;
  return {
    async run(job) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      try {
        return await job(controller.signal);
      } finally {
        if (running === controller) running = null;
      }
    },
    stop: () => running?.abort(),
  };
}
