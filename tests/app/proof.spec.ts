import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Machine } from '../support/launch';
import { commandLine, expect, processesOf, readProcess, test } from '../support/launch';

const PANEL = 'ControlOrMeta+4';

/** Opens the page panel and waits for its first picture. */
async function openPage(page: Page): Promise<void> {
  await page.keyboard.press(PANEL);
  await expect(page.getByRole('tab', { name: /^(Trang|Page)$/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.page-image img')).toBeVisible({ timeout: 30_000 });
}

const pictureOf = async (page: Page) => (await page.locator('.page-image img').first().getAttribute('src')) ?? '';

/** Of everything but the galley, which has a test of its own. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().exclude('.editor-pane').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('follows the typing: every pause brings another picture', async ({ launch }) => {
  const { page, problems } = await launch({ args: ['--sample'] });
  await openPage(page);
  const picture = await pictureOf(page);
  await page.locator('[data-editor] [data-block]').nth(3).click();
  await page.keyboard.type(' Thêm một câu cho cột báo dài ra.');
  await expect.poll(() => pictureOf(page), { timeout: 15_000 }).not.toBe(picture);
  expect(problems).toEqual([]);
});

test('marks the line of the caret, and a click on a line brings the caret there', async ({ launch }) => {
  const { page } = await launch({ args: ['--sample'] });
  await openPage(page);
  await page.locator('[data-editor] h1, [data-editor] [data-part="headline"]').first().click();
  const mark = page.locator('.page-mark');
  await expect(mark).toBeVisible();
  const headline = await mark.boundingBox();
  const sheet = await page.locator('.page-sheet').boundingBox();
  if (!headline || !sheet) throw new Error('nothing is marked');
  expect(headline.y - sheet.y).toBeLessThan(sheet.height * 0.15);
  // The middle of the second column, where the story runs.
  await page.mouse.click(sheet.x + sheet.width * 0.28, sheet.y + sheet.height * 0.42);
  await expect.poll(async () => (await mark.boundingBox())?.y).toBeGreaterThan(headline.y + 20);
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-editor'))).toBe(true);
  const where = await mark.boundingBox();
  expect(Math.abs((where?.y ?? 0) + (where?.height ?? 0) / 2 - (sheet.y + sheet.height * 0.42))).toBeLessThan(14);
  // Letters go in at that very place.
  await page.keyboard.type('ZZZ');
  await expect(page.locator('[data-editor]')).toContainText('ZZZ');
});

test('says how much is over, keeps the assigned length and the template in the piece', async ({ launch }) => {
  const first = await launch({ args: ['--sample'] });
  await openPage(first.page);
  const status = first.page.getByRole('contentinfo');
  await expect(status.getByText(/^\d+ dòng$/)).toBeVisible();
  const lines = Number(/\d+/.exec((await status.getByText(/^\d+ dòng$/).textContent()) ?? '')?.[0]);
  await first.page.getByLabel('Dung lượng được giao').selectOption('lines');
  const amount = first.page.getByLabel('Được giao bao nhiêu dòng');
  await amount.fill(String(lines - 8));
  await amount.press('Tab');
  await expect(status.getByText(/^Thừa 8 dòng: bớt khoảng \d+ tiếng$/)).toBeVisible({ timeout: 15_000 });
  await expect(first.page.getByText('Câu trả lời dài nhất')).toBeVisible();
  await amount.fill(String(lines + 3));
  await amount.press('Tab');
  await expect(status.getByText(/^Thiếu 3 dòng: thêm được khoảng \d+ tiếng$/)).toBeVisible({ timeout: 15_000 });
  const picture = await pictureOf(first.page);
  await first.page.getByLabel('Mẫu trang').selectOption('tabloid-6');
  await expect.poll(() => pictureOf(first.page), { timeout: 15_000 }).not.toBe(picture);
  await first.durable();
  await first.close();

  const again = await launch({ machine: first.machine });
  await again.page.keyboard.press(PANEL);
  await expect(again.page.getByLabel('Mẫu trang')).toHaveValue('tabloid-6');
  await expect(again.page.getByLabel('Được giao bao nhiêu dòng')).toHaveValue(String(lines + 3));
});

test('the inspector is widened by the keyboard, the page with it; zoom, fit and galley', async ({ launch }) => {
  const { page } = await launch({ args: ['--sample'] });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page);
  const sheet = page.locator('.page-sheet');
  const width = async () => (await sheet.boundingBox())?.width ?? 0;
  const narrow = await width();
  await page.getByRole('separator', { name: 'Bề rộng bảng bên phải' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(width).toBeGreaterThan(narrow + 70);
  await page.getByRole('button', { name: 'Phóng to' }).click();
  await page.getByRole('button', { name: 'Phóng to' }).click();
  await expect(page.locator('.page-share')).toHaveText('70%');
  await page.getByRole('button', { name: 'Vừa cả trang' }).click();
  const ground = await page.locator('.page-ground').boundingBox();
  expect((await sheet.boundingBox())?.height).toBeLessThanOrEqual(ground?.height ?? 0);
  await page.getByRole('button', { name: /Bản bông/ }).click();
  await expect(page.locator('.galley-lines li').first()).toBeVisible();
  expect(await page.locator('.galley-number').count()).toBeGreaterThan(100);
});

test('the page in its own window follows the piece, points into it and closes with it', async ({ launch }) => {
  const { app, page, problems } = await launch({ args: ['--sample'] });
  await openPage(page);
  const opening = app.waitForEvent('window');
  await page.getByRole('button', { name: 'Mở ở cửa sổ riêng' }).click();
  const own = await opening;
  await expect(own.locator('.page-image img')).toBeVisible({ timeout: 15_000 });
  // It has nothing to write in.
  expect(await own.locator('input, textarea, select, [contenteditable="true"]').count()).toBe(0);
  // The panel may be closed: the window is served all the same.
  await page.keyboard.press('ControlOrMeta+1');
  const picture = await pictureOf(own);
  await page.locator('[data-editor] [data-block]').nth(3).click();
  await page.keyboard.type(' Thêm chữ.');
  await expect.poll(() => pictureOf(own), { timeout: 15_000 }).not.toBe(picture);
  await expect(own.locator('.page-mark')).toBeVisible();
  const sheet = await own.locator('.page-sheet').boundingBox();
  const before = await own.locator('.page-mark').boundingBox();
  if (!sheet || !before) throw new Error('no page');
  await own.mouse.click(sheet.x + sheet.width * 0.9, sheet.y + sheet.height * 0.45);
  await expect.poll(async () => (await own.locator('.page-mark').boundingBox())?.x).not.toBe(before.x);
  expect(await violations(own)).toEqual([]);
  expect(problems).toEqual([]);
  const gone = own.waitForEvent('close');
  await page.evaluate(() => window.close());
  await gone;
});

test('a press that dies is started anew, and the page follows again', async ({ launch }) => {
  const { page, machine } = await launch({ args: ['--sample'] });
  await openPage(page);
  const picture = await pictureOf(page);
  process.kill(pressOf(machine), 'SIGKILL');
  await page.locator('[data-editor] [data-block]').nth(3).click();
  await page.keyboard.type(' Sau khi máy dàn trang dừng.');
  await expect.poll(() => pictureOf(page), { timeout: 30_000 }).not.toBe(picture);
});

for (const theme of ['light', 'dark'] as const) {
  test(`has no accessibility fault in the ${theme} theme`, async ({ launch }) => {
    const { page } = await launch({ args: ['--sample'] });
    await page.evaluate((wanted) => {
      const { galley } = globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } };
      return galley.call('settings:write', { theme: wanted });
    }, theme);
    await openPage(page);
    await page.getByLabel('Dung lượng được giao').selectOption('lines');
    await page.waitForTimeout(600);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Bản bông/ }).click();
    expect(await violations(page)).toEqual([]);
  });
}

/** The utility process of this app whose work is the press: the one that has the compiler's memory. */
function pressOf(machine: Machine): number {
  const utilities = processesOf(machine)
    .filter((pid) => commandLine(pid).includes('node.mojom.NodeService'))
    .map((pid) => ({ pid, memory: Number(/VmRSS:\s+(\d+)/.exec(readProcess(pid, 'status'))?.[1] ?? 0) }));
  const [press] = utilities.sort((one, other) => other.memory - one.memory);
  if (!press) throw new Error('the press is not running');
  return press.pid;
}
