import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { panel, setName, sitDown, status, step, write } from '../support/review-steps';

const root = path.resolve(import.meta.dirname, '..', '..');

/** The command line as a colleague at the web desk calls it: what it says and its exit code. */
function galleyVerify(file: string): { readonly exit: number | null; readonly says: string } {
  const { status: exit, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'electron', 'run', 'galley.mjs'), 'verify', file],
    { cwd: root, encoding: 'utf8', env: { ...process.env, GALLEY_LANGUAGE: 'vi', INIT_CWD: root } },
  );
  return { exit, says: stdout };
}

/** Selects words of the text, as a double click and Shift+click do. */
async function selectWords({ page }: RunningApp, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const editor = document.querySelector<HTMLElement>('[data-editor]');
    const walker = document.createTreeWalker(editor as Node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(wanted);
      if (at < 0) continue;
      editor?.focus();
      document.getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
      return;
    }
    throw new Error(`no such words: ${wanted}`);
  }, words);
  // The editor hears of a selection in the next turn of the event loop.
  await page.waitForTimeout(60);
}

test('a journalist and an editor bring a piece from draft to a sealed print and web page', async ({ galley }) => {
  test.setTimeout(240_000);
  const { page, machine } = galley;
  const review = panel(galley);
  const text = page.locator('.galley-text');
  const suggesting = status(galley).getByRole('button', { name: /^Đang đề xuất/ });
  const changes = review.getByRole('list', { name: 'Danh sách đề xuất' });

  // The journalist writes and hands in.
  await setName(galley, 'Lê Hảo', 'phóng viên');
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await text.waitFor();
  await write(galley, '.galley-headline', 'Giữ nước cho mùa khô');
  await write(galley, '.galley-question >> nth=0', 'Mùa khô này thiếu nước ra sao?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thiếu một phần ba so với mọi năm.');
  await page.keyboard.press('ControlOrMeta+5');
  await step(galley, 'Gửi bài', 'đã gửi');
  await expect(suggesting).toHaveCount(0);

  // The editor takes it: from here on typing is proposed. A comment, three proposals, a reason.
  await sitDown(galley, 'Trần Thu Hà', 'biên tập viên');
  await expect(suggesting).toHaveCount(0);
  await step(galley, 'Nhận biên tập', 'đang biên tập');
  await expect(suggesting).toBeVisible();
  await selectWords(galley, 'một phần ba');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(review.getByRole('textbox', { name: 'Nhận xét về: một phần ba' })).toBeFocused();
  await page.keyboard.type('Số này lấy ở đâu?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(review.getByRole('tab', { name: 'Nhận xét' })).toHaveText('1 Nhận xét');
  await write(galley, '.galley-headline', ' Tây Nguyên');
  await write(galley, '.galley-question >> nth=0', ' Vì sao?');
  await write(galley, '.galley-answer >> nth=0', ' Năm ngoái thiếu một phần tư.');
  await expect(review.getByRole('tab', { name: 'Đề xuất' })).toHaveText('3 Đề xuất');
  await review.getByRole('button', { name: 'Trả lại để sửa…' }).click();
  await review.getByLabel(/Lý do trả lại/).fill('Cho biết nguồn của số liệu.');
  await step(galley, 'Trả lại để sửa', 'trả lại sửa');

  // The journalist writes straight into the text again, answers, accepts one, refuses one, and leaves one to talk about.
  await sitDown(galley, 'Lê Hảo', 'phóng viên');
  await expect(suggesting).toHaveCount(0);
  await expect(review.getByText('Trần Thu Hà trả lại: “Cho biết nguồn của số liệu.”')).toBeVisible();
  await page.keyboard.press('F9');
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await expect(review.getByRole('textbox', { name: /Phản hồi/ })).toBeFocused();
  await page.keyboard.type('Báo cáo của Sở, trang 4.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(review.locator('.comment').nth(1)).toContainText('Báo cáo của Sở, trang 4.');
  await review.getByRole('tab', { name: 'Đề xuất' }).click();
  await changes.getByRole('button').first().focus();
  await page.keyboard.press('a');
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('r');
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await expect(text).toContainText('Giữ nước cho mùa khô Tây Nguyên');
  await expect(text).not.toContainText('Vì sao?');
  await step(galley, 'Gửi bài', 'đã gửi');

  // Approving is refused while a proposal waits, and says what to do.
  await sitDown(galley, 'Trần Thu Hà', 'biên tập viên');
  await step(galley, 'Nhận biên tập', 'đang biên tập');
  await expect(review.getByText('Duyệt được khi đã quyết hết 1 đề xuất.')).toBeVisible();
  await review.getByRole('button', { name: 'Duyệt và niêm' }).click();
  await expect(page.locator('.notices')).toContainText(
    'Không thể duyệt: còn 1 đề xuất sửa chưa quyết. Hãy nhận hoặc bỏ từng đề xuất rồi làm lại.',
  );
  await expect(status(galley).locator('[data-here]')).toHaveText('đang biên tập');
  await review.getByRole('button', { name: /^Nhận cả/ }).click();
  await expect(text).toContainText('Năm ngoái thiếu một phần tư.');
  await step(galley, 'Duyệt và niêm', 'đã duyệt');
  await expect(status(galley)).toContainText('niêm còn nguyên');
  await expect(suggesting).toHaveCount(0);

  // An edit breaks the seal at once; approving again shows that edit alone.
  await write(galley, '.galley-answer >> nth=0', ' Mưa đến muộn.');
  await expect(status(galley)).toContainText('niêm đã vỡ · 1');
  await expect(review.getByRole('region', { name: 'Dấu niêm' })).toContainText('Mưa đến muộn.');
  await expect(review.getByRole('button', { name: 'Chuyển chế bản' })).toHaveCount(0);
  await review.getByRole('button', { name: 'Duyệt lại…' }).click();
  const comparison = page.locator('.comparison');
  await expect(comparison.locator('ins')).toHaveText([/Mưa đến muộn\./]);
  await expect(comparison.locator('del')).toHaveCount(0);
  await comparison.getByRole('button', { name: 'Duyệt lại 1 chỗ này' }).click();
  await expect(status(galley)).toContainText('niêm còn nguyên');

  // Print, press and web from the sealed version; the command line knows the seal in each.
  await galley.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, machine.files);
  await page.keyboard.press('ControlOrMeta+e');
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^PDF gửi nhà in/ })
    .check();
  await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã xuất' })).toBeVisible({ timeout: 120_000 });
  const made = readdirSync(machine.files).map((name) => path.join(machine.files, name));
  expect(made.filter((file) => file.endsWith('.pdf'))).toHaveLength(2);
  expect(made.filter((file) => statSync(file).isDirectory())).toHaveLength(1);
  const seals = new Set<string>();
  for (const file of made) {
    const { exit, says } = galleyVerify(file);
    expect(says).toContain('còn nguyên dấu niêm. Trần Thu Hà (biên tập viên) duyệt');
    expect(exit).toBe(0);
    seals.add(/Dấu ([0-9a-f]{64})/.exec(says)?.[1] ?? '');
  }
  expect([...seals]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  for (const file of made) {
    const changed = statSync(file).isDirectory() ? path.join(file, 'index.html') : file;
    const kept = `${machine.folder}/kept`;
    copyFileSync(changed, kept);
    const bytes = readFileSync(changed);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    const { exit, says } = galleyVerify(file);
    expect(says).toMatch(/ĐÃ BỊ SỬA/);
    expect(exit).toBe(1);
    copyFileSync(kept, changed);
    expect(galleyVerify(file).exit).toBe(0);
  }
  expect(galley.problems).toEqual([]);
});
