import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { answerDialogs } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, giveToApp, test } from '../support/launch';
import { pressPhotos, takeInAtDesk } from '../support/press-photos';
import { pixelsOf } from '../unit/electron/photos/pictures';

async function startPiece({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
  await page.getByLabel('Họ tên người trả lời').fill('Lê Ngọc Hảo');
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.locator('.galley-text').waitFor();
}

async function openDesk(galley: RunningApp): Promise<void> {
  await startPiece(galley);
  await galley.page.keyboard.press('ControlOrMeta+Shift+2');
  await galley.page.locator('.photo-desk').waitFor();
}

test('many pictures dropped on the desk stand on its sheet; one that stands there is told as a twin', async ({
  galley,
}) => {
  const { page } = galley;
  await openDesk(galley);
  const before = await page.locator('.sheet-cell').count();
  const files = await pressPhotos(galley, 6, { width: 500 });
  const drop = async (names: readonly string[]) => {
    const sent = names.map((file) => ({ name: path.basename(file), bytes: readFileSync(file).toString('base64') }));
    const transfer = await page.evaluateHandle((pictures) => {
      const made = new DataTransfer();
      for (const { name, bytes } of pictures)
        made.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], name));
      return made;
    }, sent);
    await page.dispatchEvent('.photo-desk', 'drop', { dataTransfer: transfer });
  };
  await drop(files);
  await expect(page.locator('.sheet-cell')).toHaveCount(before + 6);
  await drop(files.slice(0, 2));
  await expect(page.locator('.photo-outcome')).toContainText('trùng từng byte');
  await expect(page.locator('.sheet-cell')).toHaveCount(before + 6);
  expect(galley.problems).toEqual([]);
});

test('taking in stops in the middle: what is in stays, the rest is counted', async ({ galley }) => {
  test.setTimeout(120_000);
  const { page, machine } = galley;
  await openDesk(galley);
  const before = await page.locator('.sheet-cell').count();
  const [lake = ''] = await pressPhotos(galley, 1, { width: 3000 });
  const jpeg = readFileSync(lake);
  // Each its own by what stands behind the picture.
  const files = Array.from({ length: 60 }, (_, at) => {
    const file = path.join(machine.files, `many-${at}.jpg`);
    writeFileSync(file, Buffer.concat([jpeg, Buffer.from(`photo ${at}`)]));
    giveToApp(file);
    return file;
  });
  await answerDialogs(galley, files);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.locator('.photo-job').getByRole('button', { name: 'Dừng' }).click();
  const outcome = page.locator('.photo-outcome');
  await outcome.waitFor({ timeout: 60_000 });
  const [, stopped = '0'] = /(\d+) ảnh chưa lấy vì đã dừng/.exec((await outcome.textContent()) ?? '') ?? [];
  expect(Number(stopped)).toBeGreaterThan(0);
  await expect(page.locator('.sheet-cell')).toHaveCount(before + 60 - Number(stopped));
  await galley.durable();
  expect(galley.problems).toEqual([]);
});

test('a code list is chosen once and holds at the next desk', async ({ galley }) => {
  const { page, machine } = galley;
  await startPiece(galley);
  await takeInAtDesk(galley, await pressPhotos(galley, 1, { width: 500 }));
  const list = path.join(machine.files, 'bi-thu.txt');
  writeFileSync(list, '// Tỉnh\nyb\tY Biêr Niê\tPhó Bí thư Tỉnh uỷ\nlỗi không có cột\n');
  giveToApp(list);
  await answerDialogs(galley, [list]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('danh sach ma');
  await page.keyboard.press('Enter');
  await expect(page.locator('.photodesk-head').getByRole('button', { name: 'bi-thu.txt' })).toBeVisible();
  await expect(page.locator('.photodesk-typed')).not.toBeEmpty();
  const caption = page.locator('[data-desk-field=caption]');
  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('\\yb\\, \\yb#2\\, ở hồ.');
  await expect(caption).toHaveValue('Y Biêr Niê, Phó Bí thư Tỉnh uỷ, ở hồ.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.photo-desk').waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+Shift+2');
  await expect(page.locator('.photodesk-head').getByRole('button', { name: 'bi-thu.txt' })).toBeVisible();
});

test('a picture with 50 MB of words comes in without them, a bomb of a thousand scans stays out', async ({
  galley,
}) => {
  test.setTimeout(120_000);
  const { page, machine } = galley;
  await openDesk(galley);
  const [lake = ''] = await pressPhotos(galley, 1, { width: 500 });
  const put = (name: string, bytes: Uint8Array) => {
    const file = path.join(machine.files, name);
    writeFileSync(file, bytes);
    giveToApp(file);
    return file;
  };
  const worded = put('worded.png', withXmp(await sharp(lake).png().toBuffer(), 50 * 1024 * 1024));
  const bomb = put('bomb.jpg', withScans(await sharp(lake).jpeg({ progressive: true }).toBuffer(), 1000));
  const began = Date.now();
  await answerDialogs(galley, [worded, bomb]);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  const outcome = page.locator('.photo-outcome');
  await outcome.waitFor({ timeout: 60_000 });
  test.info().annotations.push({ type: 'time', description: `${Date.now() - began} ms for both` });
  await expect(outcome.locator('li').filter({ hasText: 'worded.png' })).toContainText('phần đó không được đọc');
  await expect(outcome.locator('li').filter({ hasText: 'bomb.jpg' })).toContainText('tệp hỏng hoặc bị cắt cụt');
  await expect(outcome).toContainText('Đã lấy 1 ảnh.');
  expect(galley.problems).toEqual([]);
});

test('a disk that is full is told, and the originals on it are as they were', async ({ galley }) => {
  const { page, machine } = galley;
  const small = path.join(machine.files, 'the');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=777', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'only root may mount a small disk');
  }
  try {
    await startPiece(galley);
    const files = await pressPhotos({ machine: { ...machine, files: small } }, 2, { width: 900 });
    await takeInAtDesk(galley, files);
    await page.locator('.photodesk-sheet').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Hồ Ea Sương');
    await galley.durable();
    const before = await Promise.all(files.map((file) => pixelsOf(readFileSync(file))));
    const ballast = path.join(small, 'ballast');
    const { bavail, bsize } = statfsSync(small);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 8192));
    await answerDialogs(galley, [small]);
    await page.getByRole('button', { name: 'Ra tệp ảnh…' }).click();
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
    await expect(page.locator('.delivered-list li').first()).toContainText('Đĩa đã đầy', { timeout: 60_000 });
    expect(await Promise.all(files.map((file) => pixelsOf(readFileSync(file))))).toEqual(before);
    expect(readdirSync(small).sort()).toEqual(['DSC_0001.jpg', 'DSC_0002.jpg', 'ballast']);
  } finally {
    await galley.close();
    execFileSync('umount', [small]);
  }
});

/** The PNG with so many bytes of XMP behind its header. */
function withXmp(png: Buffer, size: number): Buffer {
  const head = Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1');
  const body = Buffer.concat([head, Buffer.alloc(size, 'x')]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  // The signature, and the header with its length and sum.
  const at = 8 + 25;
  return Buffer.concat([png.subarray(0, at), frame.subarray(0, 4), body, frame.subarray(4), png.subarray(at)]);
}

/** The progressive JPEG with its last scan repeated: each costs a decoder a pass over the whole picture. */
function withScans(jpeg: Buffer, count: number): Buffer {
  const start = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
  const scan = jpeg.subarray(start, end);
  return Buffer.concat([jpeg.subarray(0, end), ...Array.from({ length: count }, () => scan), jpeg.subarray(end)]);
}
