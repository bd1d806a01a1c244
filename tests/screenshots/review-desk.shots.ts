import path from 'node:path';
import type { Page } from '@playwright/test';
import { sampleInterview } from '../../shared/templates/sample';
import { putOnDesk } from '../bench/long-piece';
import { picture } from '../support/builders';
import { newMachine, test } from '../support/launch';
import { withProposals, withThreads } from '../support/proposals';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

const BUSY = withThreads(withProposals(sampleInterview(picture('vuon')), 5, ['Lê Thu Hà', 'Trần Mai']), 30);

async function settings(page: Page, change: object): Promise<void> {
  await page.evaluate(
    (given) =>
      (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
        'settings:write',
        given,
      ),
    change,
  );
}

/** A piece in review with fifty proposals and thirty threads, as the editor finds it, for somebody to look at. */
for (const [language, theme, width, height] of [
  ['vi', 'light', 1440, 900],
  ['vi', 'dark', 1440, 900],
  ['vi', 'light', 1024, 700],
  ['vi', 'dark', 1024, 700],
  ['en', 'light', 1024, 700],
] as const) {
  test(`review desk, ${language}, ${theme}, ${width}`, async ({ launch }) => {
    const machine = newMachine();
    putOnDesk(machine, 'sample', BUSY);
    const { page } = await launch({ machine, language });
    await page.setViewportSize({ width, height });
    const shot = async (name: string): Promise<void> => {
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(folder, `${language}-${theme}-${width}-desk-${name}.png`) });
    };
    const profiles = [
      { id: 'a', name: 'Lê Hảo', role: 'journalist' },
      { id: 'b', name: 'Trần Thu Hà', role: 'editor' },
    ];
    await settings(page, { theme, profiles, profile: 'a' });
    await page.locator('.piece-open').first().click();
    await page.locator('.galley-text').waitFor();
    await page.keyboard.press('ControlOrMeta+5');
    const first = page.locator('.review-steps').getByRole('button').first();
    await first.click();
    await page.locator('[data-state="submitted"]').waitFor();
    await settings(page, { profile: 'b' });
    await first.click();
    await page.locator('[data-state="in-review"]').waitFor();
    await shot('changes');
    const list = (at: number) => page.locator('.review-switch').getByRole('tab').nth(at).click();
    await list(1);
    await page.locator('.thread-head').nth(1).click();
    await shot('comments');
    await list(2);
    await shot('round');
    await list(3);
    await shot('history');
    await page.locator('.versions').getByRole('button').last().click();
    await shot('compare');
  });
}
