import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs } from '../support/dialogs';
import { giveToApp, test } from '../support/launch';
import { pressPhotos, takeInAtDesk } from '../support/press-photos';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

const CAPTIONS = [
  'Hồ Ea Sương nhìn từ bờ đông, nơi 42 hộ dân buôn Ako Dhong lấy nước tưới cà phê.',
  'Ông Y Bhiu Niê kiểm tra van nước ở xã Ea Tul, huyện Cư M’gar, sáng 20-11-2026.',
  '',
  'Nước hồ rút còn một phần ba vào cuối mùa khô.',
];

async function write(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await page.locator('[data-desk-field=caption]').fill(CAPTIONS[at % CAPTIONS.length] ?? '');
    if (at % 3 !== 2) await page.locator('[data-desk-field=credit]').fill('Ảnh: Lê Đức Vũ');
    if (at % 4 === 0) await page.locator('[data-desk-field=alt]').fill('Mặt hồ xanh giữa hai triền đồi trồng cà phê');
    await page.locator('[data-desk-field=caption]').focus();
    await page.keyboard.press('PageDown');
  }
}

/** The photo desk with 40 photos, with one, with none, in both languages, themes and sizes, for somebody to look at. */
for (const language of ['vi', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      test(`photo desk, ${language}, ${theme}, ${width}`, async ({ launch }) => {
        const galley = await launch({ args: ['--sample'], language });
        const { page } = galley;
        await page.setViewportSize({ width, height });
        const shot = async (name: string): Promise<void> => {
          await page.waitForTimeout(500);
          await page.screenshot({ path: path.join(folder, `desk-${language}-${theme}-${width}-${name}.png`) });
        };
        await page.evaluate(
          (wanted) =>
            (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
              'settings:write',
              { theme: wanted },
            ),
          theme,
        );
        await page.keyboard.press('ControlOrMeta+Shift+2');
        await page.locator('.photo-desk').waitFor();
        await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
        await page.waitForTimeout(1500);
        await shot('one');
        await page.keyboard.press('ControlOrMeta+Shift+2');
        const files = await pressPhotos(galley, 39);
        await takeInAtDesk(galley, files.slice(3));
        await page.locator('.photodesk-sheet').focus();
        await page.keyboard.press('Home');
        await write(page, 12);
        // Three more as one gallery with a common caption.
        await page.locator('[data-desk-field=caption]').focus();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.locator('.photo-desk').waitFor({ state: 'detached' });
        await page.waitForTimeout(300);
        // Far more photos stand together than a gallery holds: the palette says so.
        await page.keyboard.press('ControlOrMeta+k');
        await page.waitForTimeout(200);
        await page.keyboard.type(language === 'vi' ? 'chum' : 'gallery');
        await shot('palette');
        await page.keyboard.press('Escape');
        await answerDialogs(galley, files.slice(0, 3));
        await page.keyboard.press('ControlOrMeta+k');
        await page.waitForTimeout(200);
        await page.keyboard.type(language === 'vi' ? 'chen chum anh' : 'insert gallery');
        await page.waitForTimeout(200);
        await page.keyboard.press('Enter');
        await page.locator('.galley-gallery').waitFor();
        await page
          .locator('.galley-gallery > [data-part=caption], .galley-gallery-common [data-part=caption]')
          .last()
          .click();
        await page.keyboard.type('Ba góc nhìn của một mùa khô ở Ea Tul');
        await page.keyboard.press('ControlOrMeta+Shift+2');
        await page.locator('.photo-desk').waitFor();
        await page.waitForTimeout(900);
        await shot('gallery');
        await page.locator('.photodesk-sheet').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(900);
        await shot('forty');
        await page.getByText('16:9').click();
        await page.locator('.crop-frame').focus();
        await page.keyboard.press('-');
        await page.keyboard.press('-');
        await page.keyboard.press('ArrowDown');
        await shot('cut');
        await page.locator('.crop-turn input').fill('4.5');
        await shot('straightened');
        await page.locator('.crop-turn input').fill('0');
        const codes = path.join(galley.machine.files, 'tinh-uy.txt');
        writeFileSync(codes, 'yb\tY Biêr Niê\tPhó Bí thư Tỉnh uỷ\nlỗi không có cột\n');
        giveToApp(codes);
        await answerDialogs(galley, [codes]);
        await page.getByRole('button', { name: /Danh sách mã|Code list/ }).click();
        await page.getByRole('button', { name: 'tinh-uy.txt' }).waitFor();
        await page.locator('[data-desk-field=caption]').focus();
        await page.keyboard.type('\\yb#2\\ \\yb\\ và \\kb\\');
        await shot('codes');
        await page.locator('[data-desk-field=caption]').fill('');
        await page.locator('[data-desk-field=caption]').focus();
        await page.keyboard.press('F2');
        await shot('people');
        await page.keyboard.press('Escape');
        await page.locator('.photodesk-head .icon-button').click();
        await page.getByRole('button', { name: /Thêm mẫu|Add a pattern/ }).click();
        await page
          .getByRole('dialog')
          .getByLabel(/^(Tên mẫu|Name)$/)
          .first()
          .fill('Báo ta');
        await shot('patterns');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /Tiêu đề, bản quyền|Headline, rights/ }).click();
        await page.locator('[data-desk-field=extended]').scrollIntoViewIfNeeded();
        await shot('more');
        await answerDialogs(galley, [galley.machine.files]);
        await page.getByRole('button', { name: /Ra tệp ảnh|Photo files/ }).click();
        await shot('files');
        await page.getByRole('button', { name: /Chọn nơi xuất|Choose where/ }).click();
        await page.locator('.modal .modal-actions .primary').waitFor({ timeout: 120_000 });
        await shot('written');
        await page.keyboard.press('Escape');
        await page.keyboard.press('ControlOrMeta+Shift+2');
        await page.keyboard.press('ControlOrMeta+2');
        await shot('panel');
      });
    }
  }
}
