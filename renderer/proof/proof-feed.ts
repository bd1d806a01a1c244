import type { ProofFailure } from '../../shared/ipc/contract';
import type { Proof, ProofAsk } from '../../shared/proof/proof';
import type { Result } from '../../shared/result';

/** A proof is asked for this many milliseconds after the last key. */
export const PAUSE = 150;

export interface ProofFeedOptions {
  /** What is to be shown now; null when nothing is, or when what is shown already is right. */
  readonly wanted: () => ProofAsk | null;
  readonly make: (ask: ProofAsk) => Promise<Result<Proof, ProofFailure>>;
  readonly onProof: (proof: Proof, ask: ProofAsk) => void;
  readonly onFailure: (failure: ProofFailure) => void;
  readonly pause?: number;
}

/**
 * Asks for proofs, one at a time. Whatever changes while one is being made is asked for once, as it is then: jobs in
 * between are never sent, so typing meets no queue.
 */
export interface ProofFeed {
  /** Something has changed: ask after the pause. */
  poke(): void;
  /** Ask at once: a page was turned. */
  hurry(): void;
  stop(): void;
}

/** The press starts anew by itself when it has died: the piece is asked for once more before anyone is told. */
const TRIES = 2;

export function proofFeed({ wanted, make, onProof, onFailure, pause = PAUSE }: ProofFeedOptions): ProofFeed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let due = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    const ask = stopped ? null : wanted();
    if (!ask) return;
    busy = true;
    let made = await attempt(ask);
    for (let tries = 1; !made.ok && tries < TRIES && !due; tries++) made = await attempt(ask);
    busy = false;
    if (stopped) return;
    if (made.ok) onProof(made.value, ask);
    else onFailure(made.failure);
    if (!due) return;
    due = false;
    await run();
  };
  const attempt = (ask: ProofAsk) =>
    make(ask).catch((cause: unknown) => ({
      ok: false as const,
      failure: { kind: 'proof-failed' as const, detail: String(cause) },
    }));

  const hurry = () => {
    clearTimeout(timer);
    if (busy) due = true;
    else void run();
  };
  return {
    poke() {
      clearTimeout(timer);
      timer = setTimeout(hurry, pause);
    },
    hurry,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
