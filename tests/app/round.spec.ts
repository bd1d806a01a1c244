import path from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { answerDialogs } from '../support/dialogs';
import { editDocx, trackedReplace } from '../support/edit-docx';
import { expect, giveToApp, test } from '../support/launch';

/** Answers the system's next file dialogs with these paths. */
test('the interviewee’s round: out, back, decided, answered', async ({ galley }) => {
  const { page, machine } = galley;
  const who = page.getByRole('region', { name: 'Ai làm việc ở bàn này?' });
  await who.getByLabel('Tên').fill('Trần Hạ Miên');
  await who.getByLabel('Vai').selectOption({ label: 'phóng viên' });
  await who.getByRole('button', { name: 'Ghi tên' }).click();
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByLabel('Họ tên người trả lời').fill('Lê Thị Mai');
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
  await page.locator('.galley-headline').click();
  await page.keyboard.type('Giữ nước cho vườn');
  await page.locator('.galley-question').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type('Mùa khô này ra sao?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Vườn thiếu một phần ba nước so với mọi năm.');
  await page.keyboard.press('ControlOrMeta+5');

  await page.getByRole('tab', { name: 'Gửi xem lại' }).click();
  const round = page.getByRole('region', { name: 'Người trả lời xem lại' });
  await round.getByRole('button', { name: 'Gửi người trả lời xem lại…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hạn gửi lại').fill('1/12/2026');
  await dialog.getByLabel('Mục đích phỏng vấn đã báo').fill('Số báo kỷ niệm');
  await answerDialogs(galley, [machine.files]);
  await dialog.getByRole('button', { name: 'Chọn nơi lưu và gửi…' }).click();
  await expect(round).toContainText('Lần 1 gửi', { timeout: 60_000 });
  const docx = readdirSync(machine.files).find((name) => name.endsWith('-round-1.docx')) ?? '';
  expect(docx).not.toBe('');

  const back = path.join(machine.files, 'gui-lai.docx');
  await editDocx(path.join(machine.files, docx), back, (xml, part) =>
    part === 'word/document.xml' ? trackedReplace(xml, 'một phần ba', 'một nửa') : xml,
  );
  giveToApp(back);
  await answerDialogs(galley, [back]);
  await round.getByRole('button', { name: 'Nhận lại từ người trả lời…' }).click();
  await expect(round.getByRole('listitem')).toContainText('nửa');
  await expect(page.locator('.galley-text')).toContainText('Vườn thiếu một nửa nước');

  await round.getByLabel('Lý do (ghi vào giấy báo)').fill('Không đúng băng ghi âm');
  await round.getByRole('button', { name: 'Giữ như đã gửi' }).click();
  await expect(round.getByRole('listitem')).toContainText('Không đúng băng ghi âm');
  await expect(page.locator('.galley-text')).toContainText('Vườn thiếu một phần ba nước');

  await answerDialogs(galley, [machine.files]);
  await round.getByRole('button', { name: 'Giấy báo kết quả…' }).click();
  await expect(page.getByText('Đã ghi giấy báo kết quả')).toBeVisible();
  const receipt = readdirSync(machine.files).find((name) => name.endsWith('-receipt.html')) ?? '';
  expect(readFileSync(path.join(machine.files, receipt), 'utf8')).toContain('Không đúng băng ghi âm');
  expect(galley.problems).toEqual([]);
});
