import path from 'node:path';
import { sampleInterview } from '../../shared/templates/sample';
import { putOnDesk } from '../bench/long-piece';
import { newMachine, test } from '../support/launch';
import { picture } from '../support/builders';
import { withProposals } from '../support/proposals';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

const SAMPLE = sampleInterview(picture('vuon'));

/** A piece with fifty open proposals by two authors, in the text and in the review tab, to be looked at. */
for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    test(`proposals, ${theme}, ${width}`, async ({ launch }) => {
      const machine = newMachine();
      putOnDesk(machine, 'sample', withProposals(SAMPLE, 5, ['Lê Thu Hà', 'Trần Mai']));
      const { page } = await launch({ machine });
      await page.setViewportSize({ width, height });
      await page.evaluate(
        (wanted) =>
          (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
            'settings:write',
            { theme: wanted },
          ),
        theme,
      );
      await page.locator('.piece-open').first().click();
      await page.locator('.galley-text').waitFor();
      await page.keyboard.press('ControlOrMeta+5');
      await page.waitForTimeout(1200);
      await page.screenshot({ path: path.join(folder, `${theme}-${width}-proposals.png`) });
    });
  }
}
