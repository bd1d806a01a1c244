import { failed } from '../../shared/result';
import { plainText } from '../../shared/interview/text';
import { textsOf } from '../../shared/interview/visit';
import type { Proof } from '../../shared/proof/proof';
import type { Result } from '../../shared/result';
import type { PagesJob, Press, PressFailure, PressJob, PressPages, PressPdf, ProofJob } from './press';
import { remote } from './remote';
import type { PressResources } from './typst';
import type { Host } from './wire';

/** What the press worker is asked. The resources are paths: sent each time, so that a worker started anew has them. */
export type PressAsk = { readonly resources: PressResources } & PressWork;

export type PressWork =
  | { readonly kind: 'pdf'; readonly job: PressJob }
  | { readonly kind: 'pages'; readonly job: PagesJob }
  | { readonly kind: 'proof'; readonly job: ProofJob };

export interface PressAnswer {
  readonly result: Result<PressPdf | PressPages | Proof, PressFailure>;
  /** How large the memory of the compiler has become, in bytes. */
  readonly memory: number;
}

/** Milliseconds after which a job counts as hung, and what each character of its text adds: some fifty times what a quiet machine takes. */
const TIMEOUT = { job: 60_000, character: 0.3 } as const;

/** Bytes: a compiler keeps all it has ever set, and one that has grown beyond this is let go. Some hundred and twenty pages at once, or two thousand proofs. */
const MOST_MEMORY = 512 * 1024 * 1024;

/** A press over any kind of worker. */
export function pressClient(
  start: () => Host,
  resources: () => Promise<PressResources>,
  timeout: number = TIMEOUT.job,
): Press {
  const worker = remote<PressAsk>(start, (answer) => (answer as PressAnswer).memory > MOST_MEMORY);
  async function ask<Value>(wanted: PressWork, signal: AbortSignal | undefined): Promise<Result<Value, PressFailure>> {
    let found: PressResources;
    try {
      found = await resources();
    } catch (cause) {
      return failed<PressFailure>({ kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
    }
    const answered = await worker.ask(
      { resources: found, ...wanted },
      { timeout: timeout + TIMEOUT.character * charactersOf(wanted), signal },
    );
    return answered.ok ? ((answered.value as PressAnswer).result as Result<Value, PressFailure>) : answered;
  }
  return {
    pdf: (job, signal) => ask<PressPdf>({ kind: 'pdf', job }, signal),
    pages: (job, signal) => ask<PressPages>({ kind: 'pages', job }, signal),
    proof: (job, signal) => ask<Proof>({ kind: 'proof', job }, signal),
    close: () => worker.close(),
  };
}

function charactersOf(wanted: PressWork): number {
  if (wanted.kind === 'pdf') return wanted.job.source.length;
  return textsOf(wanted.job.interview).reduce((sum, { text }) => sum + plainText(text).length, 0);
}
