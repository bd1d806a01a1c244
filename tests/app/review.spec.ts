import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../electron/desk/files';
import { readReview } from '../../electron/review/review-store';
import { verify } from '../../electron/review/verify';
import { expect, test } from '../support/launch';
import { panel, setName, sitDown, status, step, write } from '../support/review-steps';

test('a piece goes from draft to a sealed print and web page, back once and broken once on its way', async ({
  galley,
}) => {
  const { page, machine } = galley;
  await setName(galley, 'Lê Hảo', 'phóng viên');
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await expect(page.getByLabel('Người thực hiện')).toHaveValue('Lê Hảo');
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
  await write(galley, '.galley-headline', 'Giữ nước cho mùa khô');
  await write(galley, '.galley-question >> nth=0', 'Mùa khô này thiếu nước ra sao?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thiếu một phần ba so với mọi năm.');
  await page.keyboard.press('ControlOrMeta+5');
  await step(galley, 'Gửi bài', 'đã gửi');
  await expect(panel(galley).getByRole('button', { name: 'Duyệt và niêm' })).toHaveCount(0);
  await galley.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('review-approve')?.click());
  await expect(page.locator('.notices')).toContainText('Vai phóng viên không được duyệt.');

  await sitDown(galley, 'Trần Thu Hà', 'biên tập viên');
  await step(galley, 'Nhận biên tập', 'đang biên tập');
  await panel(galley).getByRole('button', { name: 'Trả lại để sửa…' }).click();
  const reason = panel(galley).getByLabel(/Lý do trả lại/);
  await expect(reason).toBeFocused();
  await expect(panel(galley).getByRole('button', { name: 'Trả lại để sửa' })).toBeDisabled();
  await reason.fill('Thiếu số liệu của năm ngoái.');
  await step(galley, 'Trả lại để sửa', 'trả lại sửa');

  await sitDown(galley, 'Lê Hảo', 'phóng viên');
  await expect(panel(galley).getByText('Trần Thu Hà trả lại: “Thiếu số liệu của năm ngoái.”')).toBeVisible();
  await write(galley, '.galley-answer >> nth=0', ' Năm ngoái thiếu một phần tư.');
  await page.keyboard.press('ControlOrMeta+5');
  await step(galley, 'Gửi bài', 'đã gửi');

  await sitDown(galley, 'Trần Thu Hà', 'biên tập viên');
  await expect(panel(galley).getByText(/Sửa 1 chỗ từ bản đọc/)).toBeVisible();
  await step(galley, 'Nhận biên tập', 'đang biên tập');
  await step(galley, 'Duyệt và niêm', 'đã duyệt');
  await expect(status(galley)).toContainText('niêm còn nguyên');

  await write(galley, '.galley-headline', ' Tây Nguyên');
  await expect(status(galley)).toContainText('niêm đã vỡ · 1');
  await expect(panel(galley).getByRole('button', { name: 'Chuyển chế bản' })).toHaveCount(0);
  await panel(galley).getByRole('button', { name: 'Duyệt lại…' }).click();
  const comparison = page.locator('.comparison');
  await expect(comparison.locator('ins')).toHaveText(/Tây Nguyên/);
  await comparison.getByRole('button', { name: 'Duyệt lại 1 chỗ này' }).click();
  await expect(comparison).toHaveCount(0);
  await expect(status(galley)).toContainText('niêm còn nguyên');

  await galley.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, machine.files);
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByRole('dialog')).toContainText('Từ bản đã duyệt, kèm dấu niêm');
  await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã xuất' })).toBeVisible({ timeout: 90_000 });

  const [piece = ''] = readdirSync(machine.desk);
  const review = await readReview(diskFiles, path.join(machine.desk, piece));
  if (!review.ok) throw new Error(review.failure.kind);
  expect(review.value.log.map(({ what }) => what)).toEqual([
    'submit',
    'take',
    'send-back',
    'submit',
    'take',
    'approve',
    'approve',
    'export',
  ]);
  const verified = await verify(machine.files, Date.now(), review.value);
  if (!verified.ok) throw new Error(verified.failure.kind);
  const seals = verified.value.map(({ what, verdict }) => [what, verdict.kind === 'intact' && verdict.seal.hash]);
  const { hash } = review.value.seal ?? { hash: '' };
  // Names are in order of the alphabet: the folder of the web page, then the PDF.
  expect(seals).toEqual([
    ['folder', hash],
    ['pdf', hash],
  ]);

  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('button', { name: /^Giữ nước cho mùa khô Tây Nguyên/ })).toContainText(
    'đã duyệt · niêm còn nguyên',
  );
  expect(galley.problems).toEqual([]);
});

test('an old version is compared, a block of it comes back by one undoable step, a moved pair too, and the comparison is saved', async ({
  galley,
}) => {
  const { page, machine } = galley;
  await setName(galley, 'Lê Hảo', 'phóng viên');
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
  await write(galley, '.galley-question >> nth=0', 'Câu một?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Lời thứ nhất.');
  await page.keyboard.press('ControlOrMeta+5');
  await panel(galley).getByRole('tab', { name: 'Lịch sử' }).click();
  await panel(galley).getByLabel('Ghi chú').fill('Trước khi cắt');
  await panel(galley).getByRole('button', { name: 'Lưu một bản' }).click();
  const kept = panel(galley).getByRole('listitem').filter({ hasText: 'Trước khi cắt' }).first();
  await expect(kept).toBeVisible();
  await page.locator('.galley-answer >> nth=0').click();
  await page.keyboard.press('End');
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('hai.');
  await expect(page.locator('.galley-answer >> nth=0')).toHaveText('Lời thứ hai.');

  await kept.getByRole('button', { name: 'So với bây giờ' }).click();
  const comparison = page.locator('.comparison');
  await expect(comparison.locator('del')).toHaveText(/nhất/);
  await expect(comparison.locator('ins')).toHaveText(/hai/);
  await page.keyboard.press('F8');
  await expect(comparison.getByRole('status')).toHaveText('1/1');
  await comparison.getByRole('button', { name: 'Hai cột' }).click();
  await expect(comparison.locator('.compared-sides')).toHaveCount(1);

  const file = path.join(machine.files, 'so-sanh.pdf');
  await galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await comparison.getByRole('button', { name: 'Lưu PDF…' }).click();
  await expect(page.locator('.notices')).toContainText('so-sanh.pdf', { timeout: 60_000 });
  expect(readdirSync(machine.files)).toContain('so-sanh.pdf');

  await comparison.getByRole('button', { name: 'Lấy lại khối này' }).click();
  await expect(comparison).toContainText('Hai bản giống nhau.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.galley-answer >> nth=0')).toHaveText('Lời thứ nhất.');
  await page.locator('.galley-answer >> nth=0').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.galley-answer >> nth=0')).toHaveText('Lời thứ hai.');

  // A pair that was moved goes back with its answer.
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.locator('.galley-question >> nth=0').click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('.galley-question >> nth=1')).toHaveText('Câu một?');
  await kept.getByRole('button', { name: 'So với bây giờ' }).click();
  await comparison.getByRole('button', { name: 'Đưa về chỗ cũ' }).first().click();
  await expect(comparison).toContainText('Hai bản giống nhau.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.galley-question >> nth=0')).toHaveText('Câu một?');
  await galley.durable();
  expect(galley.problems).toEqual([]);
});

test('a whole version comes back, and one button takes all of it back: texts, details and what was written since stays', async ({
  galley,
}) => {
  const { page } = galley;
  await setName(galley, 'Lê Hảo', 'phóng viên');
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
  const headline = page.locator('.galley-headline');
  const section = panel(galley).getByLabel('Chuyên mục', { exact: true });
  await write(galley, '.galley-headline', 'Tít hôm qua');
  await page.keyboard.press('ControlOrMeta+1');
  await section.fill('Mục hôm qua');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+5');
  await panel(galley).getByRole('tab', { name: 'Lịch sử' }).click();
  await panel(galley).getByLabel('Ghi chú').fill('Hôm qua');
  await panel(galley).getByRole('button', { name: 'Lưu một bản' }).click();
  const kept = panel(galley).getByRole('listitem').filter({ hasText: 'Hôm qua' }).first();
  await expect(kept).toBeVisible();
  await headline.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' và hôm nay');
  await page.keyboard.press('ControlOrMeta+1');
  await section.fill('Mục hôm nay');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+5');

  await kept.getByRole('button', { name: 'So với bây giờ' }).click();
  await page.locator('.comparison').getByRole('button', { name: 'Khôi phục cả bản cũ' }).click();
  await page.keyboard.press('Escape');
  await expect(headline).toHaveText('Tít hôm qua');
  await write(galley, '.galley-question >> nth=0', 'Câu gõ sau khi khôi phục?');
  await page.locator('.notices').getByRole('button', { name: 'Bỏ lần khôi phục vừa rồi' }).click();
  await expect(headline).toHaveText('Tít hôm qua và hôm nay');
  await expect(page.locator('.galley-question >> nth=0')).toHaveText('Câu gõ sau khi khôi phục?');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(section).toHaveValue('Mục hôm nay');
  await expect(page.locator('.notices').getByRole('button', { name: 'Bỏ lần khôi phục vừa rồi' })).toHaveCount(0);
  await galley.durable();
  const [piece = ''] = readdirSync(galley.machine.desk).filter((name) => !name.startsWith('.'));
  await galley.close();
  const saved = JSON.parse(readFileSync(path.join(galley.machine.desk, piece, 'interview.json'), 'utf8')) as {
    section: string;
    headline: unknown;
  };
  expect(saved.section).toBe('Mục hôm nay');
  expect(JSON.stringify(saved.headline)).toContain('Tít hôm qua và hôm nay');
  expect(galley.problems).toEqual([]);
});

test('a review that is damaged, too new or forged is told, stops the steps alone, and the text can be written', async ({
  galley,
}) => {
  const { page, machine } = galley;
  await setName(galley, 'Trần Thu Hà', 'biên tập viên');
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-text').waitFor();
  await page.keyboard.press('ControlOrMeta+5');
  await step(galley, 'Gửi bài', 'đã gửi');
  const [piece = ''] = readdirSync(machine.desk);
  const file = path.join(machine.desk, piece, 'review.json');
  const sound = readFileSync(file, 'utf8');
  for (const [written, says] of [
    [sound.replaceAll('Trần Thu Hà', 'Ai đó'), /Dòng 1 trong nhật ký duyệt đã bị sửa/],
    ['{"format":"galley-review","version":99}', /do một bản Galley mới hơn ghi/],
    ['{', /review\.json bị hỏng/],
  ] as const) {
    writeFileSync(file, written);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(panel(galley).getByRole('alert')).toContainText(says);
    await expect(panel(galley).locator('.review-steps')).toHaveCount(0);
    await expect(status(galley)).toContainText('tệp duyệt có vấn đề');
  }
  await write(galley, '.galley-headline', 'Vì sao nước ngầm cạn');
  await galley.durable();
  expect(readFileSync(file, 'utf8')).toBe('{');
  writeFileSync(file, sound);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await step(galley, 'Nhận biên tập', 'đang biên tập');
  expect(galley.problems).toEqual([]);
});
