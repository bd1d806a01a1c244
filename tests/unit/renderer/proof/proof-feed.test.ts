import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proofFeed } from '../../../../renderer/proof/proof-feed';
import { emptyInterview } from '../../../../shared/interview/build';
import type { ProofFailure } from '../../../../shared/ipc/contract';
import type { Proof, ProofAsk } from '../../../../shared/proof/proof';
import { failed, ok } from '../../../../shared/result';
import type { Result } from '../../../../shared/result';

const PROOF = {} as Proof;
const FAILURE: ProofFailure = { kind: 'proof-failed', detail: 'died' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A feed whose piece is a number that goes up, and a press that answers when told. */
function setUp() {
  let version = 0;
  const asked: ProofAsk[] = [];
  const answers: ((made: Result<Proof, ProofFailure>) => void)[] = [];
  const shown: string[] = [];
  let failures = 0;
  const feed = proofFeed({
    wanted: () => ({ interview: { ...emptyInterview(), slug: String(version) }, template: 't', pages: [0] }),
    make: (ask) => {
      asked.push(ask);
      return new Promise((answer) => answers.push(answer));
    },
    onProof: (_proof, ask) => shown.push(ask.interview.slug ?? ''),
    onFailure: () => (failures += 1),
  });
  return {
    feed,
    shown,
    asked: () => asked.map(({ interview }) => interview.slug),
    type: () => {
      version += 1;
      feed.poke();
    },
    answer: async (made: Result<Proof, ProofFailure> = ok(PROOF)) => {
      answers.shift()?.(made);
      await vi.advanceTimersByTimeAsync(0);
    },
    failures: () => failures,
  };
}

test('waits for a pause in the typing', async () => {
  const { type, asked } = setUp();
  for (let key = 0; key < 10; key++) {
    type();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked()).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(asked()).toEqual(['10']);
});

test('has one job with the press at a time and drops those that were superseded', async () => {
  const { type, asked, answer, shown } = setUp();
  for (let pause = 0; pause < 5; pause++) {
    type();
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(asked()).toEqual(['1']);
  await answer();
  expect(asked()).toEqual(['1', '5']);
  await answer();
  expect(asked()).toEqual(['1', '5']);
  expect(shown).toEqual(['1', '5']);
});

test('asks once more when the press has died, and tells only when that fails too', async () => {
  const { type, asked, answer, shown, failures } = setUp();
  type();
  await vi.advanceTimersByTimeAsync(200);
  await answer(failed(FAILURE));
  expect(asked()).toEqual(['1', '1']);
  expect(failures()).toBe(0);
  await answer();
  expect(shown).toEqual(['1']);
  type();
  await vi.advanceTimersByTimeAsync(200);
  await answer(failed(FAILURE));
  await answer(failed(FAILURE));
  expect(failures()).toBe(1);
});

test('says nothing any more once it was stopped', async () => {
  const { type, feed, answer, shown } = setUp();
  type();
  await vi.advanceTimersByTimeAsync(200);
  feed.stop();
  await answer();
  expect(shown).toEqual([]);
});
