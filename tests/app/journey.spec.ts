import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { answerDialogs } from '../support/dialogs';
import { expect, giveToApp, test } from '../support/launch';
import type { RunningApp } from '../support/launch';

/** Answers the system's next file dialogs with these paths. */
async function startPiece({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByLabel('Họ tên người trả lời').fill('Lê Thị Mai');
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
}

test('from a template through text and a photo to the printed and the web page', async ({ galley }) => {
  const { page, machine } = galley;
  await startPiece(galley);
  await page.locator('.galley-headline').click();
  await page.keyboard.type('Giữ nước cho vườn cà phê');
  await page.locator('.galley-question').first().click();
  await page.keyboard.type('Mùa khô này vườn thiếu nước ra sao?');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thiếu một phần ba so với mọi năm.');
  await expect(page.getByRole('navigation').getByText('Mùa khô này vườn thiếu nước ra sao?')).toBeVisible();

  const picture = path.join(machine.files, 'vuon.jpg');
  writeFileSync(
    picture,
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#476b3f' } })
      .jpeg()
      .toBuffer(),
  );
  giveToApp(picture);
  await answerDialogs(galley, [picture]);
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('button', { name: 'Chọn ảnh…' }).last().click();
  await expect(page.locator('.photo-entry img').first()).toBeVisible();
  await galley.durable();

  await answerDialogs(galley, [machine.files]);
  await page.keyboard.press('ControlOrMeta+e');
  await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã xuất' })).toBeVisible({ timeout: 60_000 });
  const names = readdirSync(machine.files, { recursive: true }).map(String);
  const pdf = names.find((name) => name.endsWith('.pdf')) ?? '';
  const html = names.find((name) => name.endsWith('index.html')) ?? '';
  expect(readFileSync(path.join(machine.files, pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  const web = readFileSync(path.join(machine.files, html), 'utf8');
  expect(web).toContain('Giữ nước cho vườn cà phê');
  expect(web).toContain('Thiếu một phần ba so với mọi năm.');
  expect(galley.problems).toEqual([]);
});

test('a power cut in mid-typing loses at most the last second, and says what came back', async ({ galley, launch }) => {
  await startPiece(galley);
  await galley.page.locator('.galley-headline').click();
  await galley.page.keyboard.type('Chữ phải còn đây');
  await galley.durable();
  galley.kill();
  const again = await launch({ machine: galley.machine });
  await expect(again.page.locator('.galley-headline')).toContainText('Chữ phải còn đây');
  await again.page.getByRole('button', { name: 'Xem phần đã khôi phục' }).click();
  await expect(again.page.locator('.recovered')).toContainText('Chữ phải còn đây');
  expect(existsSync(again.machine.desk)).toBe(true);
  await again.close();
});
