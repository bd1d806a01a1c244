import type { Page } from '@playwright/test';
import { violations } from '../support/accessibility';
import { expect, test } from '../support/launch';

async function startPiece(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-text').waitFor();
}

for (const theme of ['light', 'dark'] as const) {
  test(`has no accessibility fault in the ${theme} theme`, async ({ galley: { page } }) => {
    await page.evaluate((wanted) => {
      const { galley } = globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } };
      return galley.call('settings:write', { theme: wanted });
    }, theme);
    await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    await startPiece(page);
    // An empty headline is an empty heading, and has to be: it is where the headline will be typed.
    await page.locator('.galley-headline').click();
    await page.keyboard.type('Giữ nước cho vườn cà phê');
    for (const key of ['1', '2', '3']) {
      await page.keyboard.press(`ControlOrMeta+${key}`);
      await page.waitForTimeout(400);
      expect(await violations(page)).toEqual([]);
    }
    for (const key of ['ControlOrMeta+k', 'ControlOrMeta+e', 'F1', 'ControlOrMeta+,']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
}

test('is used by the keyboard alone: palette without accents, find, checks', async ({ galley: { page } }) => {
  await startPiece(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bang kiem tra');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /Kiểm tra/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: 'Tìm', exact: true })).toBeFocused();
  await page.keyboard.type('phong vien');
  await expect(page.locator('.find-count')).toHaveText(/^1\/\d/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.find-bar')).toHaveCount(0);
});

test('the palette is a list under its field: the focus stays, the keys move, what is typed narrows it', async ({
  galley: { page },
}) => {
  await startPiece(page);
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  const rows = page.getByRole('option');
  const count = await rows.count();
  const activeRow = async () => {
    const id = await field.getAttribute('aria-activedescendant');
    const selected = page.locator('[role=option][aria-selected=true]');
    await expect(selected).toHaveAttribute('id', id ?? 'none');
    return (await rows.evaluateAll((all, wanted) => all.findIndex((row) => row.id === wanted), id)) + 1;
  };
  expect(await activeRow()).toBe(1);
  for (const [key, row] of [
    ['ArrowDown', 2],
    ['End', count],
    ['ArrowDown', 1],
    ['ArrowUp', count],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key);
    expect(await activeRow()).toBe(row);
  }
  await page.keyboard.press('End');
  await expect(rows.last()).toBeInViewport();
  await expect(field).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('khong co lenh nay');
  await expect(rows).toHaveCount(0);
  await expect(page.locator('.filtered-nothing')).toHaveText(/./);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.galley-text')).toBeFocused();
});

test('changes its language at once', async ({ galley: { page } }) => {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('combobox', { name: 'Ngôn ngữ giao diện' }).selectOption('en');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('New from a template')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
