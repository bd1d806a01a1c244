import { test } from '@playwright/test';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import { milliseconds, report } from './rows';

const EDITS = 20;
const WARM = 5;

test('edit to proof, the sample', async () => {
  const machine = newMachine();
  const { app, page, close } = await launchApp({ machine, args: ['--sample'] });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('ControlOrMeta+4');
  await page.locator('.page-image img').waitFor();
  await page.locator('[data-editor] [data-block] >> nth=6').click();
  const rows: Readonly<Record<string, number>>[] = [];
  for (let edit = 0; edit < EDITS + WARM; edit += 1) {
    const before = await page.locator('html').getAttribute('data-proofs');
    await page.keyboard.type(edit % 2 === 0 ? ' nước' : ' mưa');
    await page.waitForFunction((old) => document.documentElement.dataset['proofs'] !== old, before);
    await page.waitForTimeout(120);
    const took = await page.locator('html').getAttribute('data-proof-took');
    if (edit >= WARM && took) rows.push(JSON.parse(took) as Record<string, number>);
  }
  for (const part of ['all', 'measure', 'compose', 'paint', 'draw', 'ipc', 'picture', 'frame']) {
    const values = rows.map((row) => row[part] ?? 0);
    report({
      what: `edit → proof, sample, ${part}`,
      ours: milliseconds(values),
      ...(part === 'all' ? { goal: '≤ 150 ms' } : {}),
    });
  }
  const metrics = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ name, memory }) => ({ name: name ?? '', kilobytes: memory.workingSetSize })),
  );
  const press = metrics.find(({ name }) => name === 'press');
  report({
    what: 'memory of the press process after the edits',
    ours: `${Math.round((press?.kilobytes ?? 0) / 1024)} MB`,
  });
  await close();
  removeMachine(machine);
});
