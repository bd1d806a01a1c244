import path from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../support/launch';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

async function call(page: Page, ...args: readonly unknown[]): Promise<unknown> {
  return await page.evaluate(async (given) => {
    const shell = globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } };
    return await shell.galley.call(...given);
  }, args);
}

/** Review with an edit after approval, in both themes and at both sizes, for somebody to look at: nothing is compared. */
for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    test(`review, ${theme}, ${width}`, async ({ launch }) => {
      const { page } = await launch({ args: ['--sample'] });
      await page.setViewportSize({ width, height });
      const shot = async (name: string): Promise<void> => {
        await page.waitForTimeout(700);
        await page.screenshot({ path: path.join(folder, `${theme}-${width}-review-${name}.png`) });
      };
      await call(page, 'settings:write', { theme });
      await page.keyboard.press('ControlOrMeta+o');
      await page.locator('.who-line').waitFor();
      await shot('who');
      await call(page, 'settings:write', {
        profiles: [
          { id: 'a', name: 'Lê Hảo', role: 'journalist' },
          { id: 'b', name: 'Trần Thu Hà', role: 'editor' },
        ],
        profile: 'a',
      });
      await page.locator('.piece-open').first().click();
      await page.locator('.galley-text').waitFor();
      await page.keyboard.press('ControlOrMeta+5');
      await shot('draft');
      const step = (name: string) => page.locator('.review-standing').getByRole('button', { name }).click();
      await step('Gửi bài');
      await call(page, 'settings:write', { profile: 'b' });
      await step('Nhận biên tập');
      await step('Trả lại để sửa');
      await page
        .locator('.review-ask textarea')
        .fill('Thiếu số liệu của năm ngoái, và chú thích ảnh chưa có tên người.');
      await shot('reason');
      await page.locator('.review-ask').getByRole('button').first().click();
      await shot('sent-back');
      await call(page, 'settings:write', { profile: 'a' });
      await step('Gửi bài');
      await call(page, 'settings:write', { profile: 'b' });
      await step('Nhận biên tập');
      await step('Duyệt và niêm');
      await page.getByText('niêm còn nguyên').first().waitFor();
      await shot('sealed');
      await page.locator('.galley-headline').click();
      await page.keyboard.press('End');
      await page.keyboard.type(' ở Tây Nguyên');
      await page.locator('.galley-answer').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(' Năm nay nước về chậm hơn nửa tháng.');
      await page.locator('.galley-question').first().click();
      await page.keyboard.press('Alt+ArrowDown');
      await shot('broken');
      await page.keyboard.press('ControlOrMeta+e');
      await shot('export');
      await page.keyboard.press('Escape');
      await step('Duyệt lại');
      await page.keyboard.press('F8');
      await shot('compare');
      await page.locator('.comparison-choice button').nth(1).click();
      await shot('compare-sides');
      await page.locator('.comparison-choice button').nth(3).click();
      await shot('compare-blocks');
      await page.keyboard.press('Escape');
      await page.locator('.workspace-head .profile-button').click();
      await shot('people');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+o');
      await shot('desk');
    });
  }
}
