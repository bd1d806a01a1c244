import type { Proof } from '../../shared/proof/proof';

/** How long the last proof took, from the end of the typing pause: milliseconds. */
interface ProofTimes {
  readonly asked: number;
  readonly answered: number;
  readonly press: Proof['took'];
}

let asked = 0;
let times: ProofTimes = { asked: 0, answered: 0, press: {} };

export function markAsked(): void {
  asked = performance.now();
}

export function markAnswered({ took }: Proof): void {
  times = { asked, answered: performance.now(), press: took };
}

/** Says to whoever waits (tests, the bench) that a picture of a page is on the screen, and how long each step took. */
export function markShown(): void {
  const { asked: start, answered, press } = times;
  const decoded = performance.now();
  // The second frame begins when the first has been painted.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { dataset } = document.documentElement;
      const shown = performance.now();
      dataset['proofTook'] = JSON.stringify({
        ...press,
        ipc: answered - start,
        picture: decoded - answered,
        frame: shown - decoded,
        all: shown - start,
      });
      dataset['proofs'] = String(Number(dataset['proofs'] ?? 0) + 1);
    }),
  );
}
