import { test } from '@playwright/test';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import { openBareWindow } from './bare-editor';
import { median, milliseconds, report } from './rows';

/** Both are started in turn, so that a slow minute of the machine slows both. The first start of each fills caches and is not counted. */
const ROUNDS = 6;

test('cold start to a usable editor', async () => {
  const machine = newMachine();
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await openBareWindow(machine);
    await bare.app.close();
    const began = performance.now();
    const galley = await launchApp({ machine, args: ['--sample'] });
    await galley.page.locator('.galley-text').waitFor();
    const took = performance.now() - began;
    if (round === 0) {
      const metrics = await galley.app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ type, name, memory }) => ({ type: name ?? type, kilobytes: memory.workingSetSize })),
      );
      for (const { type, kilobytes } of metrics) {
        report({ what: `memory, ${type}, sample open`, ours: `${Math.round(kilobytes / 1024)} MB` });
      }
    }
    await galley.close();
    if (round === 0) continue;
    empty.push(bare.readyAfter);
    ours.push(took);
  }
  removeMachine(machine);
  report({
    what: 'start to a usable editor, against an empty window',
    ours: milliseconds(ours),
    against: milliseconds(empty),
    ratio: median(ours) / median(empty),
    goal: '≤ 2.0',
  });
});
