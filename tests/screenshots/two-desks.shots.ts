import path from 'node:path';
import type { Page } from '@playwright/test';
import { newMachine, removeMachine, test } from '../support/launch';
import type { RunningApp } from '../support/launch';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

async function settings({ page }: RunningApp, name: string, theme: string): Promise<void> {
  await page.evaluate(
    (given) =>
      (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
        'settings:write',
        given,
      ),
    { theme, profiles: [{ id: 'p', name, role: 'journalist' }], profile: 'p' },
  );
}

async function typeInAnswer(page: Page, words: string): Promise<void> {
  await page.locator('.galley-answer').nth(2).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** Two people at one piece: who has it open, and a place that both changed; for somebody to look at. */
for (const [theme, width, height] of [
  ['dark', 1440, 900],
  ['light', 1024, 700],
  ['dark', 1024, 700],
] as const) {
  test(`two desks, ${theme}, ${width}`, async ({ launch }) => {
    const an = await launch({ args: ['--sample'] });
    await settings(an, 'Lê An', theme);
    // The lease is written when a piece is opened: opened once more, it has a name.
    await an.page.keyboard.press('ControlOrMeta+o');
    await an.page.locator('.piece-open').first().click();
    await an.page.locator('.galley-text').waitFor();
    const other = newMachine();
    const binh = await launch({ machine: { ...other, desk: an.machine.desk } });
    await settings(binh, 'Y Bình', theme);
    await binh.page.setViewportSize({ width, height });
    await an.page.setViewportSize({ width, height });
    const shot = async (page: Page, name: string): Promise<void> => {
      await page.waitForTimeout(500);
      await page.screenshot({ path: path.join(folder, `${theme}-${width}-two-${name}.png`) });
    };
    await binh.page.getByText('Lê An đang mở').first().waitFor();
    await shot(binh.page, 'desk');
    await binh.page.locator('.piece-open').first().click();
    await binh.page.getByRole('button', { name: 'Cùng viết' }).waitFor();
    await shot(binh.page, 'banner');
    await binh.page.getByRole('button', { name: 'Cùng viết' }).click();
    await Promise.all([typeInAnswer(an.page, ' theo An'), typeInAnswer(binh.page, ' theo Bình')]);
    const asked = await Promise.any(
      [an.page, binh.page].map(async (page) => {
        await page.getByRole('button', { name: 'Xem và chọn' }).waitFor({ timeout: 60_000 });
        return page;
      }),
    );
    await shot(asked, 'told');
    await asked.getByRole('button', { name: 'Xem và chọn' }).click();
    await shot(asked, 'conflict');
    await binh.close();
    await an.close();
    removeMachine(other);
  });
}
