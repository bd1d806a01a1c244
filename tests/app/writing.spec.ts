import type { Page } from '@playwright/test';
import type { Interview } from '../../shared/interview/types';
import { expect, test } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { typeVietnamese } from '../support/typing';
import type { TypingWay } from '../support/typing';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The body as the window shows it: `question:…`, each line once, without the words of the margin. */
async function shown(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('.galley-text > [data-block], .galley-text > .galley-byline')].map((element) => {
      const kind = /galley-(?!photo-missing)([a-z-]+)/.exec(element.className)?.[1] ?? '';
      const parts = [...element.querySelectorAll('.galley-part, li, p')].map((part) => part.textContent);
      return `${kind}:${parts.length ? parts.join('|') : (element.textContent ?? '')}`;
    }),
  );
}

/** From the empty desk to a piece of this template by keys alone; the variables are left for later. */
async function startByKeyboard({ page }: RunningApp, template: RegExp): Promise<void> {
  const card = page.getByRole('button', { name: template });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await card.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const later = page.getByRole('button', { name: 'Để sau' });
  for (let presses = 0; presses < 30; presses += 1) {
    if (await later.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('.galley-text').waitFor();
  await page.waitForTimeout(200);
}

/** What is on the disk: the snapshot of the only piece, once everything is written. */
async function saved(galley: RunningApp): Promise<Interview> {
  await galley.durable();
  await galley.close();
  const again = readdirSync(galley.machine.desk, { recursive: true }).map(String);
  const file = again.find((name) => name.endsWith('interview.json')) ?? '';
  return JSON.parse(readFileSync(path.join(galley.machine.desk, file), 'utf8')) as Interview;
}

const plain = (text: readonly { readonly text: string }[]) => text.map((run) => run.text).join('');

for (const way of ['composition', 'burst'] as readonly TypingWay[]) {
  test(`a whole interview by the keyboard alone, typed by ${way}, undone and redone`, async ({ galley }) => {
    const { page, cdp } = galley;
    await startByKeyboard(galley, /Phỏng vấn nhân ngày kỷ niệm/);
    const before = await shown(page);
    const write = async (text: string) => await typeVietnamese(cdp, text, way);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForTimeout(40);
    };
    await write('Giữ nước cho vườn cà phê');
    await press('Enter');
    await write('Mùa khô đến sớm, cả buôn cùng đào hồ trữ nước.');
    await press('Enter');
    await write(' Bà Mai trả lời tại vườn.');
    await press('Enter');
    await write('Cuộc trò chuyện diễn ra vào cuối mùa khô.');
    await press('Enter', 'Enter');
    await write('Vườn của bà thiếu nước ra sao?');
    await press('Enter');
    await write('Thiếu một phần ba so với mọi năm.');
    await press('Enter');
    await write('Giếng phải khoan sâu hơn.');
    await press('Enter', 'Enter');
    await write('Khó khăn lớn nhất là gì?');
    await press('Enter');
    await write('Tiền điện và nhân công.');
    await press('Alt+ArrowUp', 'Enter');
    await write('Việc phải làm ngay');
    await press('ControlOrMeta+Shift+h', 'End', 'Enter');
    await write('Đào hồ chung.');
    await press('ControlOrMeta+Shift+q', 'ControlOrMeta+Shift+q');
    const body = await shown(page);
    const from = body.findIndex((line) => line.startsWith('question'));
    expect(body.slice(0, from).filter((line) => !line.startsWith('photo'))).toEqual([
      expect.stringMatching(/^paragraph:Nhân .* Bà Mai trả lời tại vườn\.$/),
      'paragraph:Cuộc trò chuyện diễn ra vào cuối mùa khô.',
    ]);
    expect(body.slice(from)).toEqual([
      'question:Khó khăn lớn nhất là gì?',
      'answer:Tiền điện và nhân công.',
      'subhead:Việc phải làm ngay',
      'answer:Đào hồ chung.',
      'question:Vườn của bà thiếu nước ra sao?',
      'answer:Thiếu một phần ba so với mọi năm.',
      'answer:Giếng phải khoan sâu hơn.',
      'question:',
      'answer:',
      expect.stringMatching(/^closing:Trân trọng/),
      expect.stringContaining('(thực hiện)'),
    ]);
    let steps = 0;
    while (steps < 80 && JSON.stringify(await shown(page)) !== JSON.stringify(before)) {
      await press('ControlOrMeta+z');
      steps += 1;
    }
    expect(await shown(page)).toEqual(before);
    expect(steps).toBeLessThan(50);
    for (let step = 0; step < steps; step += 1) await press('ControlOrMeta+Shift+z');
    expect(await shown(page)).toEqual(body);
    expect(galley.problems).toEqual([]);
    const piece = await saved(galley);
    expect(plain(piece.headline)).toBe('Giữ nước cho vườn cà phê');
    expect(piece.body.filter(({ kind }) => kind === 'question')).toHaveLength(3);
    expect(JSON.stringify(piece)).toContain('Đào hồ chung.');
  });
}

test('the end of the piece by Enter alone: last answer, thanks, byline', async ({ galley }) => {
  const { page, cdp } = galley;
  await startByKeyboard(galley, /Phỏng vấn nhân ngày kỷ niệm/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  for (const line of ['Câu một?', 'Lời một.', '', 'Câu hai?', 'Lời hai.', '', 'Câu ba?', 'Lời ba.', '', '', '', '']) {
    await page.keyboard.press('Enter');
    if (line === 'Câu một?') await page.keyboard.press('Enter');
    await typeVietnamese(cdp, line);
  }
  await typeVietnamese(cdp, ', và bạn đọc');
  const body = await shown(page);
  expect(body.filter((line) => /^(question|answer)/.test(line))).toEqual([
    'question:Câu một?',
    'answer:Lời một.',
    'question:Câu hai?',
    'answer:Lời hai.',
    'question:Câu ba?',
    'answer:Lời ba.',
  ]);
  expect(body.at(-1)).toBe('byline:{{phóng viên}} (thực hiện), và bạn đọc');
  expect(galley.problems).toEqual([]);
});

// The editor was once built anew by every rendering, with the text as opened: what had been typed was gone from the window.
test('column width, theme, labels, language and find leave text, caret and undo as they are', async ({ galley }) => {
  const { page, cdp } = galley;
  await startByKeyboard(galley, /Phỏng vấn nhân ngày kỷ niệm/);
  await typeVietnamese(cdp, 'Giữ nước');
  await page.locator('.galley-text').evaluate((element) => element.setAttribute('data-same', ''));
  const settings = (change: object) =>
    page.evaluate((wanted) => {
      const shell = globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } };
      return shell.galley.call('settings:write', wanted);
    }, change);
  await page.keyboard.press('ControlOrMeta+g');
  await expect(page.locator('.galley-column')).toHaveCount(1);
  await settings({ theme: 'dark' });
  await settings({ language: 'en' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await settings({ language: 'vi' });
  await page.getByLabel('Cách phân biệt hỏi đáp').selectOption('names');
  await expect(page.locator('.galley')).toHaveAttribute('data-labels', 'names');
  await page.locator('.galley-headline').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.press('Escape');
  await page.locator('.galley-headline').click();
  await page.keyboard.press('End');
  await typeVietnamese(cdp, ' cho vườn');
  await expect(page.locator('.galley-headline')).toHaveText('Giữ nước cho vườn');
  await expect(page.locator('.galley-text[data-same]')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.galley-headline')).toHaveText('Giữ nước');
  expect(galley.problems).toEqual([]);
});

test('a pair dragged in the rail moves with its answers, and one undo brings it back', async ({ galley }) => {
  const { page, cdp } = galley;
  await startByKeyboard(galley, /Phỏng vấn nhân ngày kỷ niệm/);
  await page.locator('.galley-question').first().click();
  await typeVietnamese(cdp, 'Câu một?');
  await page.keyboard.press('Enter');
  await typeVietnamese(cdp, 'Lời một.');
  const rows = page.locator('.rail ol .pair-row');
  await expect(rows.first()).toContainText('Câu một?');
  const before = await shown(page);
  await rows.first().dragTo(rows.nth(2));
  await expect(rows.nth(2)).toContainText('Câu một?');
  const after = await shown(page);
  const at = after.indexOf('question:Câu một?');
  expect(after.slice(at, at + 3)).toEqual(['question:Câu một?', 'answer:Lời một.', expect.stringMatching(/^closing/)]);
  await page.locator('.galley-headline').click();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await shown(page)).toEqual(before);
  await expect(rows.first()).toContainText('Câu một?');
  await rows.first().press('Alt+ArrowDown');
  await expect(rows.nth(1)).toContainText('Câu một?');
  expect(galley.problems).toEqual([]);
});
