import { failed } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Press, PressFailure, PressJob, PressPdf } from './press';
import { remote } from './remote';
import type { PressResources } from './typst';
import type { Host } from './wire';

/** What the press worker is asked. The resources are paths: sent each time, so that a worker started anew has them. */
export interface PressAsk {
  readonly resources: PressResources;
  readonly job: PressJob;
}

/** Milliseconds after which an export counts as hung: a page of 30,000 words takes a tenth of it. */
export const PRESS_TIMEOUT = 60_000;

/** A press over any kind of worker. */
export function pressClient(
  start: () => Host,
  resources: () => Promise<PressResources>,
  timeout = PRESS_TIMEOUT,
): Press {
  const worker = remote<PressAsk>(start);
  return {
    async pdf(job, signal) {
      let found: PressResources;
      try {
        found = await resources();
      } catch (cause) {
        return failed<PressFailure>({ kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
      }
      const answered = await worker.ask({ resources: found, job }, { timeout, signal });
      return answered.ok ? (answered.value as Result<PressPdf, PressFailure>) : answered;
    },
    close: () => worker.close(),
  };
}
