import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/launch';
import { typeVietnamese } from '../support/typing';

/** From now on this person sits at the machine. */
async function workAs(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (who) =>
      (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
        'settings:write',
        { profiles: [{ id: who, name: who, role: 'editor' }], profile: who },
      ),
    name,
  );
  await page.waitForTimeout(100);
}

/** Selects words of the text by the mouse's double click and Shift+click, as people do. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const root = document.querySelector<HTMLElement>('[data-editor]');
    const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(wanted);
      if (at < 0) continue;
      root?.focus();
      text.parentElement?.scrollIntoView({ block: 'center' });
      document.getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
      return;
    }
    throw new Error(`no such words: ${wanted}`);
  }, words);
  await page.waitForTimeout(60);
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(300);
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(['.threads'])
    .include(['.galley-comment-marks'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const WORDS = 'trĩu quả';

test('two people talk about words of the piece: asked, answered after a crash, settled, lost and found again', async ({
  launch,
}) => {
  const first = await launch({ args: ['--sample'] });
  let { page, cdp } = first;
  const threads = page.locator('.thread-list .thread');
  await page.locator('.galley-text').waitFor();
  await workAs(page, 'Lê Hoa');
  await selectWords(page, WORDS);
  await page.keyboard.press('ControlOrMeta+Alt+m');
  const field = page.getByRole('textbox', { name: /Nhận xét về/ });
  await expect(field).toBeFocused();
  await typeVietnamese(cdp, 'Số này lấy ở đâu', 'composition');
  await page.keyboard.type(' @le');
  await expect(page.getByRole('option')).toHaveText(['Lê Hoa', 'Lê Đức Vũ']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(threads).toHaveCount(1);
  await expect(threads.first()).toContainText(WORDS);
  await expect(threads.first()).toContainText('Số này lấy ở đâu @Lê Hoa');
  expect(await violations(page)).toEqual([]);

  // What was said is on the disk within a second, and undo does not unsay it.
  await first.durable();
  await page.waitForTimeout(1000);
  first.kill();
  const second = await launch({ machine: first.machine });
  ({ page, cdp } = second);
  await page.locator('.galley-text').waitFor();
  await workAs(page, 'Trần Nam');
  const list = page.locator('.thread-list .thread');
  await page.keyboard.press('F9');
  await expect(list).toHaveCount(1);
  await expect(list.first()).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.pair-commented, .galley-comment-mark').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await expect(page.getByRole('textbox', { name: /Phản hồi/ })).toBeFocused();
  await typeVietnamese(cdp, 'Báo cáo của Sở', 'burst');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(list.first().locator('.comment')).toHaveCount(2);
  await expect(list.first().locator('.comment').nth(1)).toContainText('Trần Nam');
  // Only one's own words can be changed.
  await expect(list.first().getByRole('button', { name: 'Sửa' })).toHaveCount(1);

  await workAs(page, 'Lê Hoa');
  await page.keyboard.press('ControlOrMeta+Alt+d');
  await expect(list).toHaveCount(0);
  await page.getByRole('combobox', { name: /^Xem/ }).selectOption('resolved');
  await expect(list).toHaveCount(1);
  await list.first().locator('.thread-head').click();
  await expect(list.first()).toContainText('Lê Hoa đánh dấu xong');
  await page.getByRole('button', { name: 'Mở lại' }).click();
  await page.getByRole('combobox', { name: /^Xem/ }).selectOption('open');
  await expect(list).toHaveCount(1);

  // The words are deleted: the thread keeps its quote, and finds them again when somebody writes them anew.
  await selectWords(page, WORDS);
  await page.keyboard.press('Delete');
  await expect(page.locator('.threads-detached .thread')).toContainText(WORDS);
  await page.locator('.threads-detached .thread-head').click();
  await page.locator('.galley-headline').click();
  await page.keyboard.press('End');
  await typeVietnamese(cdp, ` và ${WORDS}`, 'composition');
  await page.locator('.threads-detached .thread-head').click();
  await page.getByRole('button', { name: 'Tìm lại chỗ' }).click();
  await expect(page.locator('.threads-detached')).toHaveCount(0);
  await expect(page.locator('.thread-place').first()).toHaveText('Tít');
  expect(await violations(page)).toEqual([]);
  await second.durable();
  expect(second.problems).toEqual([]);
  await second.close();
});
