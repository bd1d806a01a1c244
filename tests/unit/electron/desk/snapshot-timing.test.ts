import { expect, it } from 'vitest';
import type { After } from '../../../../electron/desk/after';
import type { SnapshotEnd } from '../../../../electron/desk/live-piece';
import { insist, SNAPSHOT_QUIET, SnapshotTiming } from '../../../../electron/desk/snapshot-timing';
import { Clock } from './desk-story';

const { after = () => () => {} } = new Clock().tools;

it('is due when nothing was typed for a while, once, and not when it was cancelled', () => {
  const clock = new Clock();
  const due: string[] = [];
  const timing = new SnapshotTiming(clock.tools.after ?? after, (piece) => due.push(piece));
  timing.later('a');
  timing.later('a');
  timing.later('b');
  timing.later('c');
  timing.cancel('c');
  clock.ring(SNAPSHOT_QUIET);
  clock.ring(SNAPSHOT_QUIET);
  expect(due).toEqual(['a', 'b']);
});

/** What became of a snapshot that ends in these ways, one after the other: the last goes on for ever. */
async function told(...ends: readonly SnapshotEnd[]) {
  const did: string[] = [];
  const at: After = (milliseconds, then) => {
    did.push(`wait ${milliseconds}`);
    then();
    return () => {};
  };
  let taken = 0;
  const take = () => {
    did.push('take');
    return Promise.resolve(ends[Math.min(taken++, ends.length - 1)] ?? 'done');
  };
  const takeIn = () => Promise.resolve(void did.push('take in'));
  return { end: await insist(at, take, takeIn), did };
}

it('waits while another desk writes, and takes in what stands there', async () => {
  expect(await told('done')).toEqual({ end: 'done', did: ['take'] });
  expect(await told('busy', 'theirs', 'done')).toEqual({
    end: 'done',
    did: ['take', 'wait 250', 'take', 'take in', 'take'],
  });
});

it('is left at that after a few attempts: the journal has it', async () => {
  const { end, did } = await told('busy');
  expect(end).toBe('busy');
  expect(did.filter((each) => each === 'take')).toHaveLength(5);
});
