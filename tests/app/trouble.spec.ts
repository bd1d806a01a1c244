import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerQuestions, openFromOutside, questionsAsked } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, giveToApp, test } from '../support/launch';

/** Opens a new piece and takes the desk away under it, so that the next words cannot be written. */
async function typeOnALostDesk(galley: RunningApp): Promise<void> {
  const { page, machine } = galley;
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-headline').click();
  await galley.durable();
  renameSync(machine.desk, `${machine.desk}-away`);
  await page.keyboard.type('Chữ vẫn còn đây');
  await expect(page.getByRole('alert')).toBeVisible();
}

function closeWindow({ app }: RunningApp): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('closing keeps the window when its last words cannot be written, and closes once they can', async ({ galley }) => {
  const { page, machine } = galley;
  await typeOnALostDesk(galley);
  await answerQuestions(galley, 1);
  await closeWindow(galley);
  await expect.poll(() => questionsAsked(galley)).toHaveLength(1);
  expect((await questionsAsked(galley))[0]?.message).toContain('Đĩa không nhận những chữ cuối');
  await expect(page.locator('.galley-headline')).toContainText('Chữ vẫn còn đây');
  renameSync(`${machine.desk}-away`, machine.desk);
  // By itself, within seconds; desk.spec.ts presses the button.
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  const gone = new Promise<number | null>((done) => galley.app.process().once('exit', done));
  await closeWindow(galley);
  expect(await gone).toBe(0);
});

test('SIGTERM on a lost disk puts the piece aside, and the next start lays it on the desk', async ({
  galley,
  launch,
}) => {
  const { machine } = galley;
  await typeOnALostDesk(galley);
  // Nobody is there to answer when a machine shuts down.
  await galley.app.evaluate(({ dialog }) => void (dialog.showMessageBox = () => new Promise(() => {})));
  const gone = new Promise<number | null>((done) => galley.app.process().once('exit', done));
  galley.app.process().kill('SIGTERM');
  expect(await gone).toBe(0);
  const aside = path.join(machine.profile, 'rescue');
  const [file = ''] = readdirSync(aside);
  expect(readFileSync(path.join(aside, file), 'utf8')).toContain('Chữ vẫn còn đây');
  renameSync(`${machine.desk}-away`, machine.desk);
  const again = await launch({ machine });
  await expect(again.page.getByText('Bản đủ chữ nay nằm trên bàn')).toBeVisible();
  await expect(again.page.locator('.galley-headline')).toContainText('Chữ vẫn còn đây');
});

test('a lost disk leaves a second place to save: a whole .galley file', async ({ galley }) => {
  const { page, machine } = galley;
  await typeOnALostDesk(galley);
  const file = path.join(machine.files, 'cứu.galley');
  await galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Lưu một bản sao' }).click();
  await expect(page.getByText('Đã lưu bản sao vào')).toBeVisible();
  expect(readdirSync(machine.files)).toEqual(['cứu.galley']);
  renameSync(`${machine.desk}-away`, machine.desk);
  await openFromOutside(galley, file);
  await expect.poll(() => readdirSync(machine.desk).length).toBe(2);
});

test('a frozen window is noticed within ten seconds and opened again', async ({ galley }) => {
  await answerQuestions(galley, 1);
  // The page never answers from here on: nothing of it may be awaited.
  galley.page
    .evaluate(() => {
      const end = Date.now() + 60_000;
      while (Date.now() < end);
    })
    .catch(() => 'ended with its page');
  await expect.poll(() => questionsAsked(galley), { timeout: 12_000 }).toHaveLength(1);
  expect((await questionsAsked(galley))[0]?.message).toContain('Cửa sổ không trả lời');
  const text = () =>
    galley.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return '';
      const late = new Promise<string>((done) => setTimeout(() => done(''), 1000));
      return await Promise.race([contents.executeJavaScript('document.body.innerText') as Promise<string>, late]);
    });
  await expect.poll(text, { timeout: 20_000 }).toContain('được mở lại');
});

test('the words of a damaged piece can be saved from the desk', async ({ galley }) => {
  const { page, machine } = galley;
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-headline').click();
  await page.keyboard.type('Nước ngầm cạn');
  await page.keyboard.press('ControlOrMeta+o');
  await page.getByRole('button', { name: /^Nước ngầm cạn/ }).waitFor();
  const [piece = ''] = readdirSync(machine.desk);
  const versions = path.join(machine.desk, piece, 'versions');
  const spares = readdirSync(versions).filter((name) => name.startsWith('last-saved'));
  expect(spares).not.toEqual([]);
  for (const file of [
    path.join(machine.desk, piece, 'interview.json'),
    ...spares.map((name) => path.join(versions, name)),
  ]) {
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.slice(0, Math.floor(source.length * 0.8)));
    giveToApp(file);
  }
  const text = path.join(machine.files, 'chữ.txt');
  await galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, text);
  await page.getByRole('button', { name: /Hỏi chuyên gia/ }).click();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await page.locator('.galley-headline').click();
  await page.keyboard.press('ControlOrMeta+o');
  await page.getByRole('button', { name: 'Lưu phần chữ còn đọc được' }).click();
  await expect.poll(() => existsSync(text)).toBe(true);
  expect(readFileSync(text, 'utf8')).toContain('Nước ngầm cạn');
});
