import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { diskFiles } from '../../../../electron/desk/files';
import { createHistory } from '../../../../electron/review/history';
import { markLeft, readReadings, writeReading } from '../../../../electron/review/readings';
import { listVersions, readVersion } from '../../../../electron/review/versions';
import { ok } from '../../../../shared/result';
import { withText } from '../../shared/review/builders';
import { makePiece, storedPiece } from './piece-folder';

const START = Date.UTC(2026, 10, 23, 8, 0, 0);
const hao = { id: 'h', name: 'Lê Hảo', role: 'journalist' } as const;

/** A history whose clock and timers stand still until they are moved. */
function standing(folder: string) {
  let now = START;
  let timers: { at: number; then: () => void }[] = [];
  const problems: unknown[] = [];
  const history = createHistory({
    files: diskFiles,
    now: () => now,
    after: (milliseconds, then) => {
      const timer = { at: now + milliseconds, then };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    onProblem: (_folder, error) => problems.push(error),
  });
  return {
    problems,
    write: (words: string) => history.note(folder, withText(storedPiece(), 'a2', words)),
    pass(seconds: number) {
      now += seconds * 1000;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      due.forEach(({ then }) => then());
    },
    settle: () => history.settle(folder),
    words: async () => {
      const texts: string[] = [];
      for (const { name } of await listVersions(diskFiles, folder)) {
        const block = (await readVersion(diskFiles, folder, name))?.body.find(({ id }) => id === 'a2');
        texts.push(block?.kind === 'answer' ? (block.text[0]?.text ?? '') : '');
      }
      return texts;
    },
  };
}

it('keeps a version a minute apart, and the last one at closing', async () => {
  const past = standing(path.join(makePiece(), 'bai'));
  past.write('một');
  past.pass(0);
  await expect.poll(past.words).toEqual(['một']);
  past.write('hai');
  past.pass(20);
  past.write('ba');
  past.pass(20);
  expect(await past.words()).toEqual(['một']);
  past.pass(30);
  await expect.poll(past.words).toEqual(['một', 'ba']);
  past.pass(60);
  past.write('bốn');
  await past.settle();
  expect(await past.words()).toEqual(['một', 'ba', 'bốn']);
  await past.settle();
  expect(await past.words()).toHaveLength(3);
  expect(past.problems).toEqual([]);
});

it('thins nothing while the log cannot be read: it may name any of them', async () => {
  const folder = path.join(makePiece(), 'bai');
  writeFileSync(path.join(folder, 'review.json'), '{"format":"galley-review","version":99}');
  const past = standing(folder);
  for (const words of ['một', 'hai']) {
    past.write(words);
    await past.settle();
  }
  expect(await past.words()).toEqual(['một', 'hai']);
});

it('who wrote in a piece has read it; who only looked keeps what they said they had read', async () => {
  const folder = path.join(makePiece(), 'bai');
  const leave = (words: string, wrote: boolean) =>
    markLeft(diskFiles, folder, hao, wrote, async () => ok(withText(storedPiece(), 'a2', words)));
  await leave('một', false);
  const first = (await readReadings(diskFiles, folder)).get('journalist Lê Hảo');
  expect(first).toBeDefined();
  await leave('hai', false);
  expect((await readReadings(diskFiles, folder)).get('journalist Lê Hảo')).toBe(first);
  await leave('hai', true);
  expect((await readReadings(diskFiles, folder)).get('journalist Lê Hảo')).not.toBe(first);
});

it('a damaged list of readings is nobody having read, and is written anew', async () => {
  const folder = path.join(makePiece(), 'bai');
  writeFileSync(path.join(folder, 'reading.json'), '{"read": {"x": "../../etc"}}');
  expect((await readReadings(diskFiles, folder)).size).toBe(0);
  await writeReading(diskFiles, folder, 'editor Hà', '20261123-200030-000-0123456789abcdef.json');
  expect([...(await readReadings(diskFiles, folder)).keys()]).toEqual(['editor Hà']);
});
