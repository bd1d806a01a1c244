import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { answerDialogs } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, giveToApp, test } from '../support/launch';
import { runTool } from '../support/outside-tools';
import { pressPhotos, takeInAtDesk } from '../support/press-photos';
import { hugePng } from '../unit/electron/photos/bad-pictures';

async function startPiece({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByLabel('Họ tên người trả lời').fill('Lê Ngọc Hảo');
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
}

/** Everything that exiftool knows of a file, by group and tag. */
function exiftool(file: string): { readonly [tag: string]: unknown } {
  const [tags] = JSON.parse(runTool('exiftool', ['-j', '-G1', '-n', file])) as [{ readonly [tag: string]: unknown }];
  return tags;
}

function field(page: Page, name: string) {
  return page.locator(`[data-desk-field=${name}]`);
}

/** The words of one field of all photos, read by going through the sheet. */
async function fieldOfAll(page: Page, name: string, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('Home');
  for (let at = 0; at < count; at++) {
    found.push(await field(page, name).inputValue());
    await page.keyboard.press('ArrowRight');
  }
  return found;
}

/** Puts out files of the photos by the dialog, with the `down`th choice, and gives the folder that was written. */
async function deliver(galley: RunningApp, down: number, folder: string): Promise<void> {
  const { page } = galley;
  await answerDialogs(galley, [folder]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ra tep anh');
  await page.keyboard.press('Enter');
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('radio').first().focus();
  for (let at = 0; at < down; at++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Mở thư mục' }).waitFor({ timeout: 90_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('ten photos are captioned by the keyboard alone, cut, and put out for print and web', async ({ galley }) => {
  test.setTimeout(240_000);
  const { page, machine } = galley;
  await startPiece(galley);
  const files = await pressPhotos(galley, 10, { width: 1200 });
  runTool('exiftool', [
    '-GPSLatitude=12.66',
    '-GPSLatitudeRef=N',
    '-GPSLongitude=108.05',
    '-GPSLongitudeRef=E',
    '-SerialNumber=777-01',
    '-OwnerName=Nguyen Van Kin',
    '-XMP-photoshop:City=Buôn Ma Thuột',
    '-overwrite_original',
    ...files,
  ]);
  files.forEach(giveToApp);
  await takeInAtDesk(galley, files);
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('Home');

  // Keys besides the letters themselves.
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  // Past the empty picture that the template asks for.
  const blocks = await page.locator('.sheet-cell').count();
  for (let at = 0; at < blocks - 10; at++) await page.keyboard.press('ArrowRight');
  await press('Enter');
  await expect(field(page, 'caption')).toBeFocused();
  for (let at = 1; at <= 10; at++) {
    await page.keyboard.type(`Bà \\lnh\\ bên hồ Ea Sương, sáng 20-11-2026, ảnh ${at}.`);
    if (at < 10) await press('PageDown');
  }
  await press('Tab');
  await page.keyboard.type('Ảnh: Lê Đức Vũ');
  await press('ControlOrMeta+Shift+a');
  await press('ControlOrMeta+Shift+Enter');
  await press('Tab');
  for (let at = 10; at >= 1; at--) {
    await page.keyboard.type(`Người phụ nữ đứng cạnh mặt nước, số ${at}`);
    if (at > 1) await press('PageUp');
  }
  test.info().annotations.push({ type: 'keys', description: `${keys} keys besides the letters` });
  expect(keys).toBe(23);

  // A cut by hand on the first of them.
  await page.keyboard.press('F6');
  await expect(page.locator('.crop-frame')).toBeFocused();
  for (const key of ['-', '-', '-', '-', 'ArrowLeft']) await page.keyboard.press(key);
  await galley.durable();
  await page.keyboard.press('Escape');

  const captions = (await fieldOfAll(page, 'caption', blocks)).slice(blocks - 10);
  expect(captions).toEqual(
    Array.from({ length: 10 }, (_, at) => `Bà Lê Ngọc Hảo bên hồ Ea Sương, sáng 20-11-2026, ảnh ${at + 1}.`),
  );
  expect((await fieldOfAll(page, 'credit', blocks)).slice(blocks - 10)).toEqual(Array(10).fill('Ảnh: Lê Đức Vũ'));
  expect((await fieldOfAll(page, 'alt', blocks)).at(-10)).toBe('Người phụ nữ đứng cạnh mặt nước, số 1');

  const out = path.join(machine.files, 'out');
  await deliver(galley, 2, out);
  await deliver(galley, 3, out);
  const folders = readdirSync(out);
  const print = path.join(out, folders.find((name) => name.endsWith('-anh-in')) ?? '');
  const web = path.join(out, folders.find((name) => name.endsWith('-anh-web')) ?? '');
  const prints = readdirSync(print).sort();
  expect(prints).toHaveLength(10);
  expect(readdirSync(web)).toHaveLength(40);

  // Four steps of a twentieth smaller, to the pixel rounding.
  const cut = await sharp(path.join(print, prints[0] ?? '')).metadata();
  const left = 1 / 1.05 ** 4;
  expect(Math.abs(cut.width - 1200 * left)).toBeLessThanOrEqual(1);
  expect(Math.abs(cut.height - 792 * left)).toBeLessThanOrEqual(1);
  const webNames = readdirSync(web).sort();
  const webCut = await sharp(path.join(web, webNames.find((name) => name.endsWith('-web.jpg')) ?? '')).metadata();
  expect([webCut.width, webCut.height]).toEqual([cut.width, cut.height]);
  const wide = await sharp(path.join(web, webNames.find((name) => name.endsWith('-16x9.jpg')) ?? '')).metadata();
  expect(wide.width / wide.height).toBeCloseTo(16 / 9, 1);

  for (const [at, name] of prints.entries()) {
    const told = exiftool(path.join(print, name));
    expect(told['IPTC:Caption-Abstract']).toBe(captions[at]);
    expect(told['XMP-dc:Description']).toBe(captions[at]);
    expect(told['IPTC:Credit']).toBe('Ảnh: Lê Đức Vũ');
    expect(told['XMP-iptcCore:AltTextAccessibility']).toBe(`Người phụ nữ đứng cạnh mặt nước, số ${at + 1}`);
  }
  for (const name of webNames) {
    const told = exiftool(path.join(web, name));
    expect(told['XMP-dc:Description']).toMatch(/^Bà Lê Ngọc Hảo/);
    expect(told['XMP-photoshop:Credit']).toBe('Ảnh: Lê Đức Vũ');
    // Position, numbers and owners, and whatever else the camera knew, stay at home.
    expect(Object.keys(told).filter((tag) => /GPS|Serial|Owner|City|Make|Model|^IPTC|ExifIFD/.test(tag))).toEqual([]);
  }
  expect(galley.problems).toEqual([]);
});

test('the same by the mouse takes more: two photos, every click counted', async ({ galley }) => {
  const { app, page } = galley;
  await startPiece(galley);
  await takeInAtDesk(galley, await pressPhotos(galley, 2, { width: 600 }));
  const cells = page.locator('.sheet-cell');
  const [first, second] = [cells.nth(-2), cells.nth(-1)];

  // The shortest way there is: every field is clicked for once, and the credit is filled from the menu.
  let clicks = 0;
  const click = async (target: ReturnType<typeof field>, modifiers: readonly 'Shift'[] = []) => {
    clicks++;
    await target.click({ modifiers: [...modifiers] });
  };
  for (const [at, cell] of [first, second].entries()) {
    await click(cell);
    await click(field(page, 'caption'));
    await page.keyboard.type(`Hồ Ea Sương, ảnh ${at + 1}.`);
    await click(field(page, 'alt'));
    await page.keyboard.type(`Mặt nước, số ${at + 1}`);
  }
  const each = clicks / 2;
  await click(first);
  await click(second, ['Shift']);
  await click(field(page, 'credit'));
  await page.keyboard.type('Ảnh: Lê Đức Vũ');
  // The menu and its row.
  clicks += 2;
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('photo-fill-selected')?.click());
  const forAll = clicks - 2 * each;
  test.info().annotations.push({
    type: 'clicks',
    description: `${each} for each photo and ${forAll} for the credit of all: ${10 * each + forAll} for ten, besides the letters`,
  });
  expect([each, forAll]).toEqual([3, 5]);

  const count = await cells.count();
  expect((await fieldOfAll(page, 'caption', count)).slice(-2)).toEqual(['Hồ Ea Sương, ảnh 1.', 'Hồ Ea Sương, ảnh 2.']);
  expect((await fieldOfAll(page, 'credit', count)).slice(-2)).toEqual(['Ảnh: Lê Đức Vũ', 'Ảnh: Lê Đức Vũ']);
  expect((await fieldOfAll(page, 'alt', count)).slice(-2)).toEqual(['Mặt nước, số 1', 'Mặt nước, số 2']);
});

test('texts, fills and cuts are undone and redone in one line, and are there after a restart', async ({
  galley,
  launch,
}) => {
  const { page, machine } = galley;
  await startPiece(galley);
  await takeInAtDesk(galley, await pressPhotos(galley, 3, { width: 600 }));
  const count = await page.locator('.sheet-cell').count();
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hồ Ea Sương');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ảnh: NX');
  await page.keyboard.press('F6');
  await page.keyboard.press('-');
  await page.waitForTimeout(700);
  await page.keyboard.press('Escape');
  await field(page, 'place').focus();
  await page.keyboard.type('Ea Tul');
  const undo = (redo = false) => page.keyboard.press(redo ? 'ControlOrMeta+Shift+z' : 'ControlOrMeta+z');
  await undo();
  await expect(field(page, 'place')).toHaveValue('');
  const own = page.locator('.crop-use[data-own]');
  await expect(own).toHaveCount(1);
  await undo();
  await expect(own).toHaveCount(0);
  await undo();
  await expect(field(page, 'credit')).toHaveValue('');
  await expect(field(page, 'caption')).toHaveValue('Hồ Ea Sương');
  for (let at = 0; at < 3; at++) await undo(true);
  await expect(field(page, 'place')).toHaveValue('Ea Tul');
  await expect(field(page, 'credit')).toHaveValue('Ảnh: NX');
  await expect(own).toHaveCount(1);

  // From the photo before, what is empty: in the sheet; the field itself: in a field.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  for (let at = 0; at < count - 2; at++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.type('\\lnh\\ ở rẫy');
  await expect(field(page, 'caption')).toHaveValue('Lê Ngọc Hảo ở rẫy');
  await page.keyboard.press('F2');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('hao');
  await page.keyboard.press('Enter');
  await expect(field(page, 'caption')).toHaveValue('Lê Ngọc Hảo ở rẫy Lê Ngọc Hảo');
  await expect(field(page, 'caption')).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(field(page, 'caption')).toHaveValue('Lê Ngọc Hảo ở rẫy Lê Ngọc Hảo');

  await galley.durable();
  await galley.close();
  const again = await launch({ machine });
  await again.page.keyboard.press('ControlOrMeta+Shift+2');
  expect((await fieldOfAll(again.page, 'place', count)).at(-1)).toBe('Ea Tul');
  await expect(again.page.locator('.crop-use[data-own]')).toHaveCount(1);
  await again.close();
});

test('cuts for the web are suggested where the eye goes, without touching what a hand has cut', async ({ galley }) => {
  const { page } = galley;
  await startPiece(galley);
  await takeInAtDesk(galley, await picturesWithSunAtTheEdge(galley));
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('End');
  const frame = page.locator('.crop-frame');
  const own = page.locator('.crop-use[data-own]');
  const use = (name: string) => page.locator('.crop-use', { hasText: name }).click();
  const left = async () => Number.parseFloat(await frame.evaluate((element: HTMLElement) => element.style.left));

  // A square cut by hand at the left, on the last of the two.
  await use('1:1');
  await frame.focus();
  for (let at = 0; at < 30; at++) await page.keyboard.press('ArrowLeft');
  await expect(own).toHaveCount(1);
  const byHand = await left();
  await page.keyboard.press('Escape');
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('F7');
  await expect(page.getByText('Đã gợi ý khung web cho 2 ảnh')).toBeVisible();
  await expect(own).toHaveCount(3);
  await use('1:1');
  expect(await left()).toBeGreaterThan(35);
  await page.keyboard.press('PageDown');
  await expect(own).toHaveCount(3);
  expect(await left()).toBe(byHand);
  await expect(page.getByRole('button', { name: 'Gợi ý khung web' })).toBeDisabled();

  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(own).toHaveCount(1);
  await page.keyboard.press('PageUp');
  await expect(own).toHaveCount(0);
  expect(galley.problems).toEqual([]);
});

/** Two grey pictures, twice as wide as high, each with one bright ball at its right edge. */
async function picturesWithSunAtTheEdge({ machine }: RunningApp): Promise<readonly string[]> {
  const files = [1, 2].map((number) => path.join(machine.files, `SUN_${number}.jpg`));
  for (const [at, file] of files.entries()) {
    const ball = Buffer.from(
      `<svg width="200" height="200"><circle cx="100" cy="100" r="${90 - at}" fill="#e8a080"/></svg>`,
    );
    await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#808080' } })
      .composite([{ input: ball, left: 980, top: 200 }])
      .jpeg()
      .toFile(file);
    giveToApp(file);
  }
  return files;
}

test('bad pictures are refused each with its sentence; nothing else suffers', async ({ galley, launch }) => {
  test.setTimeout(120_000);
  const { page, machine } = galley;
  await startPiece(galley);
  const [good = ''] = await pressPhotos(galley, 1, { width: 900 });
  const jpeg = readFileSync(good);
  const put = (name: string, bytes: string | Uint8Array) => {
    const file = path.join(machine.files, name);
    writeFileSync(file, bytes);
    giveToApp(file);
    return file;
  };
  const code = '<script>alert(1)</script> #panic("x") $1/0$ \\lnh\\';
  const worded = put('worded.jpg', await sharp(jpeg).modulate({ hue: 90 }).jpeg().toBuffer());
  runTool('exiftool', [`-IPTC:Caption-Abstract=${code}`, '-CodedCharacterSet=UTF8', '-overwrite_original', worded]);
  giveToApp(worded);
  const files = [
    good,
    worded,
    put('twin.jpg', jpeg),
    put('empty.jpg', ''),
    put('cut.jpg', jpeg.subarray(0, Math.floor(jpeg.length * 0.4))),
    put('renamed.jpg', 'Đây là một tệp chữ.'),
    put('drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    put('bomb.png', hugePng(65_000, 65_000)),
    put('raw.nef', Buffer.concat([Buffer.from('FUJIFILMCCD-RAW 0201'), Buffer.alloc(200)])),
    put('phone.heic', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)])),
    put('loop.jpg', withLoopingExif(await sharp(jpeg).modulate({ hue: 180 }).jpeg().toBuffer())),
  ];
  const before = files.map(hashOf);
  await answerDialogs(galley, files);
  await page.keyboard.press('ControlOrMeta+Shift+2');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  const outcome = page.locator('.photo-outcome');
  await outcome.waitFor({ timeout: 60_000 });
  await expect(outcome).toContainText('Đã lấy 3 ảnh.');
  const lines = await outcome.locator('li').allTextContents();
  const line = (name: string) => lines.find((each) => each.startsWith(name)) ?? '';
  expect(line('empty.jpg')).toContain('tệp hỏng hoặc bị cắt cụt');
  expect(line('cut.jpg')).toContain('tệp hỏng hoặc bị cắt cụt');
  expect(line('renamed.jpg')).toContain('Galley không nhận loại ảnh này');
  expect(line('drawing.png')).toContain('Galley không nhận loại ảnh này');
  expect(line('bomb.png')).toContain('Ảnh quá lớn');
  expect(line('raw.nef')).toContain('RAW');
  expect(line('phone.heic')).toContain('Hãy xuất ảnh ra JPEG rồi lấy vào');
  expect(line('twin.jpg')).toContain('trùng từng byte');
  expect(files.map(hashOf)).toEqual(before);
  await outcome.getByRole('button').click();

  // Words from outside are words: shown as they are, run nowhere.
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'caption')).toHaveValue(code);

  // A picture that goes away while it is shown.
  const piece = readdirSync(machine.desk).find((name) => existsSync(path.join(machine.desk, name, 'photos'))) ?? '';
  const stored = path.join(machine.desk, piece, 'photos');
  for (const name of readdirSync(stored)) rmSync(path.join(stored, name));
  rmSync(path.join(machine.profile, 'previews'), { recursive: true, force: true });
  const out = path.join(machine.files, 'out');
  await galley.durable();
  await answerDialogs(galley, [machine.files]);
  await page.getByRole('button', { name: 'Ra tệp ảnh…' }).click();
  await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
  await expect(page.locator('.delivered-list li').first()).toContainText('Không tìm thấy tệp');
  expect(existsSync(out)).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Main is alive and takes what is typed.
  await field(page, 'credit').fill('Ảnh: NX');
  await galley.durable();
  await expect(page.locator('.status-line')).toContainText('Đã lưu');
  await galley.close();
  const { page: again } = await launch({ machine });
  await again.keyboard.press('ControlOrMeta+Shift+2');
  await again.locator('.photodesk-sheet').focus();
  await again.keyboard.press('End');
  await again.keyboard.press('ArrowLeft');
  await expect(again.locator('.crop-lost')).toContainText('Không mở được tệp ảnh này');
  await expect(field(again, 'caption')).toHaveValue(code);
});

test('the words go into the originals, each kept beside; others in the folder are left alone', async ({ galley }) => {
  const { page, machine } = galley;
  await startPiece(galley);
  const files = await pressPhotos(galley, 2, { width: 600 });
  await takeInAtDesk(galley, files);
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hồ Ea Sương mùa khô');
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  const stranger = path.join(machine.files, 'stranger.jpg');
  writeFileSync(
    stranger,
    await sharp(readFileSync(files[0] ?? ''))
      .negate()
      .jpeg()
      .toBuffer(),
  );
  giveToApp(stranger);
  const before = [...files, stranger].map(hashOf);
  await galley.durable();
  await deliver(galley, 1, machine.files);
  for (const [at, file] of files.entries()) {
    const backup = file.replace('.jpg', '.original.jpg');
    expect(hashOf(backup)).toBe(before[at]);
    expect(exiftool(file)['XMP-dc:Description']).toBe('Hồ Ea Sương mùa khô');
    const pixels = async (name: string) => await sharp(name).raw().toBuffer();
    expect(await pixels(file)).toEqual(await pixels(backup));
  }
  expect(hashOf(stranger)).toBe(before[2]);
});

test('only the chosen pictures are written, those of a gallery one by one', async ({ galley }) => {
  const { page, machine } = galley;
  await startPiece(galley);
  const files = await pressPhotos(galley, 4, { width: 600 });
  await takeInAtDesk(galley, files.slice(3));
  await page.keyboard.press('ControlOrMeta+Shift+2');
  // Outside of a gallery the palette says why it cannot be parted.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('tach chum');
  const part = page.getByRole('option', { name: 'Tách chùm ảnh thành ảnh rời' });
  await expect(part).toBeDisabled();
  await expect(part).toHaveAccessibleDescription('Đặt con trỏ trong một chùm ảnh.');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await answerDialogs(galley, files.slice(0, 3));
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('chen chum anh');
  await page.keyboard.press('Enter');
  await page.locator('.galley-gallery').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+2');
  const inGallery = page.locator('.sheet-cell[data-gallery]');
  await inGallery.nth(0).click();
  await inGallery.nth(2).click({ modifiers: ['ControlOrMeta'] });
  const out = path.join(machine.files, 'out');
  await galley.durable();
  await deliver(galley, 0, out);
  const [folder = ''] = readdirSync(out);
  expect(readdirSync(path.join(out, folder)).sort()).toEqual(['DSC_0001.jpg', 'DSC_0003.jpg']);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the desk has no accessibility fault in the ${theme} theme`, async ({ galley }) => {
    const { page } = galley;
    await page.evaluate((wanted) => {
      const { galley: bridge } = globalThis as unknown as {
        galley: { call: (...args: unknown[]) => Promise<unknown> };
      };
      return bridge.call('settings:write', { theme: wanted });
    }, theme);
    await startPiece(galley);
    await takeInAtDesk(galley, await pressPhotos(galley, 2, { width: 600 }));
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    };
    expect(await faults()).toEqual([]);
    await page.locator('.photodesk-sheet').focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Tiêu đề, bản quyền' }).click();
    expect(await faults()).toEqual([]);
    for (const open of ['F2', 'files']) {
      if (open === 'F2') await page.keyboard.press('F2');
      else await page.getByRole('button', { name: 'Ra tệp ảnh…' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faults()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    // The order of the Tab key: sheet, picture, then the texts as they are written.
    await page.locator('.photodesk-sheet').focus();
    const order: string[] = [];
    for (let at = 0; at < 15; at++) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement instanceof HTMLElement
            ? (activeElement.dataset['deskField'] ?? activeElement.className.split(' ')[0] ?? activeElement.tagName)
            : '';
        }),
      );
    }
    expect(order).toEqual([
      'unseen',
      'crop-frame',
      'crop-focus',
      '',
      'button',
      'button',
      'button',
      '',
      'caption',
      'credit',
      'alt',
      'place',
      'taken',
      'persons',
      'text-button',
    ]);
  });
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** A JPEG whose EXIF directory names itself as the next one. */
function withLoopingExif(jpeg: Buffer): Buffer {
  const body = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 8]),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
