import { failed } from '../../shared/result';
import type { Proof } from '../../shared/proof/proof';
import type { Result } from '../../shared/result';
import type { PagesJob, Press, PressFailure, PressJob, PressPages, PressPdf } from './press';
import type { ProofJob } from './page-svg/make-proof';
import { remote } from './remote';
import type { PressResources } from './typst';
import type { Host } from './wire';

/** What the press worker is asked. The resources are paths: sent each time, so that a worker started anew has them. */
export type PressAsk = { readonly resources: PressResources } & PressWork;

type PressWork =
  | { readonly kind: 'pdf'; readonly job: PressJob }
  | { readonly kind: 'pages'; readonly job: PagesJob }
  | { readonly kind: 'proof'; readonly job: ProofJob };

/** Milliseconds after which an export counts as hung: a page of 30,000 words takes a tenth of it. */
export const PRESS_TIMEOUT = 60_000;

/** A press over any kind of worker. */
export function pressClient(
  start: () => Host,
  resources: () => Promise<PressResources>,
  timeout = PRESS_TIMEOUT,
): Press {
  const worker = remote<PressAsk>(start);
  async function ask<Value>(wanted: PressWork, signal: AbortSignal | undefined): Promise<Result<Value, PressFailure>> {
    let found: PressResources;
    try {
      found = await resources();
    } catch (cause) {
      return failed<PressFailure>({ kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
    }
    const answered = await worker.ask({ resources: found, ...wanted }, { timeout, signal });
    return answered.ok ? (answered.value as Result<Value, PressFailure>) : answered;
  }
  return {
    pdf: (job, signal) => ask<PressPdf>({ kind: 'pdf', job }, signal),
    pages: (job, signal) => ask<PressPages>({ kind: 'pages', job }, signal),
    proof: (job, signal) => ask<Proof>({ kind: 'proof', job }, signal),
    close: () => worker.close(),
  };
}
