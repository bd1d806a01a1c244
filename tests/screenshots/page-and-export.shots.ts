import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs } from '../support/dialogs';
import { test } from '../support/launch';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

async function call(page: Page, ...args: readonly unknown[]): Promise<unknown> {
  return await page.evaluate(async (given) => {
    const shell = globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } };
    return await shell.galley.call(...given);
  }, args);
}

/** The page panel, the page in its own window, the story and photos panels and the export dialog, for somebody to look at. */
for (const language of ['vi', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      test(`page and export, ${language}, ${theme}, ${width}`, async ({ launch }) => {
        const galley = await launch({ args: ['--sample'], language });
        const { app, page, machine } = galley;
        await page.setViewportSize({ width, height });
        const shot = async (name: string, of = page): Promise<void> => {
          await of.waitForTimeout(500);
          await of.screenshot({ path: path.join(folder, `page-${language}-${theme}-${width}-${name}.png`) });
        };
        const button = (vi: string, en: string) => page.getByRole('button', { name: language === 'vi' ? vi : en });
        await call(page, 'settings:write', { theme });
        await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
        await page.keyboard.press('ControlOrMeta+1');
        await shot('story');
        await page.locator('.inspector-body, .inspector').first().hover();
        await page.mouse.wheel(0, 3000);
        await shot('story-end');
        await page.keyboard.press('ControlOrMeta+2');
        await shot('photos');

        await page.keyboard.press('ControlOrMeta+4');
        await page.locator('.page-image img').first().waitFor({ timeout: 30_000 });
        await page.waitForTimeout(1500);
        await shot('page');
        await button('Vừa cả trang', 'Fit the page').click();
        await shot('page-whole');
        // A smaller page: the piece goes on on another one.
        await page.locator('.page-assigned select').first().selectOption('a4-proof');
        await page.waitForTimeout(2500);
        await button('Hai trang', 'Two pages').click();
        await shot('page-two');
        await button('Hai trang', 'Two pages').click();
        await page.locator('.page-assigned select').first().selectOption('interview-portrait');
        await button('Vừa bề ngang', 'Fit the width').click();
        const assigned = page.locator('.page-assigned select').last();
        await assigned.selectOption('lines');
        const amount = page.locator('.page-assigned input').first();
        await amount.fill('120');
        await amount.press('Tab');
        await page.waitForTimeout(2500);
        await shot('page-over');
        await amount.fill('400');
        await amount.press('Tab');
        await page.waitForTimeout(2500);
        await shot('page-under');
        await page.getByRole('button', { name: /Bản bông:|Galley:/ }).click();
        await page.locator('.galley-lines li').first().waitFor();
        await shot('galley');
        const opening = app.waitForEvent('window');
        await button('Mở ở cửa sổ riêng', 'Open in its own window').click();
        const own = await opening;
        await own.locator('.page-image img').first().waitFor({ timeout: 30_000 });
        await own.waitForTimeout(1500);
        await shot('own-window', own);

        await page.keyboard.press('ControlOrMeta+e');
        await shot('export');
        await page.getByRole('checkbox').last().check();
        await shot('export-press');
        for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.uncheck();
        await shot('export-none');
        await page.getByRole('dialog').getByRole('checkbox').first().check();
        await answerDialogs(galley, [machine.files]);
        await page.locator('.export-start .primary').click();
        await page.locator('.export-files').waitFor({ timeout: 60_000 });
        await shot('export-done');
        await page.keyboard.press('Escape');

        await call(page, 'settings:write', {
          profiles: [{ id: 'b', name: 'Trần Thu Hà', role: 'editor' }],
          profile: 'b',
        });
        await page.keyboard.press('ControlOrMeta+5');
        const step = async (name: RegExp) => {
          await page.locator('.review-standing').getByRole('button', { name }).click();
          await page.waitForTimeout(900);
        };
        await step(/^(Gửi bài|Submit)/);
        await step(/^(Nhận biên tập|Take)/);
        await step(/^(Duyệt|Approve)/);
        await page.keyboard.press('ControlOrMeta+e');
        await shot('export-approved');
        await page.keyboard.press('Escape');
        await page.locator('.galley-headline').click();
        await page.keyboard.type(' nữa');
        await galley.durable();
        await page.keyboard.press('ControlOrMeta+e');
        await shot('export-broken-seal');
      });
    }
  }
}
