import { expect, it } from 'vitest';
import { PieceQueue } from '../../../../electron/desk/piece-queue';
import { ok } from '../../../../shared/result';
import { systemError } from '../faults/memory-disk';

/** A job that waits to be let go, and notes when it begins. */
function job(name: string, begun: string[]) {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const run = async () => {
    begun.push(name);
    await gate;
    return ok(name);
  };
  return { run, go };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('does the jobs of one piece one after the other, and keeps no other piece waiting', async () => {
  const queue = new PieceQueue();
  const begun: string[] = [];
  const [first, second, other] = [job('first', begun), job('second', begun), job('other', begun)];
  const done = [queue.run('a', first.run), queue.run('a', second.run), queue.run('b', other.run)];
  await turn();
  expect(begun).toEqual(['first', 'other']);
  first.go();
  await turn();
  expect(begun).toEqual(['first', 'other', 'second']);
  second.go();
  other.go();
  expect(await Promise.all(done)).toEqual([ok('first'), ok('second'), ok('other')]);
});

it('tells a failure of the disk to its caller alone; a bug is thrown, and the next job runs all the same', async () => {
  const queue = new PieceQueue();
  const failing = queue.run('a', () => Promise.reject(systemError('ENOSPC')));
  const buggy = queue.run('a', () => Promise.reject(new TypeError('a bug')));
  const next = queue.run('a', () => Promise.resolve(ok('next')));
  expect(await failing).toEqual({ ok: false, failure: { kind: 'disk-full' } });
  await expect(buggy).rejects.toThrow('a bug');
  expect(await next).toEqual(ok('next'));
});
