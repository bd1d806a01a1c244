import { renameSync } from 'node:fs';
import { expect, test } from '../support/launch';

test('lists what lies on the desk, opens it by Enter and asks before the trash', async ({ galley: { page } }) => {
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-headline').click();
  await page.keyboard.type('Vì sao nước ngầm cạn');
  await page.keyboard.press('ControlOrMeta+o');
  const row = page.getByRole('button', { name: /^Vì sao nước ngầm cạn/ });
  await row.focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alert')).toContainText('thùng rác');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.galley-headline')).toContainText('Vì sao nước ngầm cạn');
});

test('says quietly that the desk has gone, keeps the text, and writes it when the desk is back', async ({ galley }) => {
  const { page, machine } = galley;
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-headline').click();
  await galley.durable();
  renameSync(machine.desk, `${machine.desk}-away`);
  await page.keyboard.type('Chữ vẫn còn đây');
  await expect(page.getByRole('alert')).toContainText('Chữ vẫn còn nguyên trong cửa sổ này');
  await expect(page.locator('.galley-headline')).toContainText('Chữ vẫn còn đây');
  // The button is there for the impatient; on a slow machine the window may have tried again by itself before the click.
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeEnabled();
  renameSync(`${machine.desk}-away`, machine.desk);
  await page
    .getByRole('button', { name: 'Thử lại' })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
