import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { sampleInterview } from '../../shared/templates/sample';
import { writeInterviewFile } from '../../shared/writers/write-interview-file';
import type { Photo } from '../../shared/interview/types';
import { gallery, id } from '../support/builders';
import { giveToApp, newMachine, test } from '../support/launch';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'test-results', 'screens');

/** Parts of the sample's photo, so that a gallery has pictures of several shapes. */
const PARTS = [
  { left: 0, top: 0, width: 900, height: 600 },
  { left: 600, top: 100, width: 500, height: 700 },
  { left: 300, top: 200, width: 1000, height: 500 },
] as const;

/** A piece with a pair and a triptych on a desk of its own, in both themes: for somebody to look at. */
for (const theme of ['light', 'dark'] as const) {
  test(`galleries, ${theme}`, async ({ launch }) => {
    const machine = newMachine();
    const piece = path.join(machine.desk, 'chum-anh');
    mkdirSync(path.join(piece, 'photos'), { recursive: true });
    const photos: Photo[] = [];
    for (const [index, part] of PARTS.entries()) {
      const bytes = await sharp(path.join(root, 'electron', 'desk', 'sample', 'ho-ea-suong.jpg'))
        .extract(part)
        .jpeg()
        .toBuffer();
      const file = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
      writeFileSync(path.join(piece, 'photos', file), bytes);
      photos.push({ id: `p${index}`, file, width: part.width, height: part.height });
    }
    const [first, ...rest] = sampleInterview(photos[0] as Photo).body.filter(({ kind }) => kind !== 'photo');
    const pair = id(
      'pair',
      gallery(
        [
          {
            photoId: 'p0',
            caption: 'Ông Ama Hlan kiểm tra van tưới trong vườn cà phê ở Cư M’gar.',
            credit: 'Ảnh: NGUYỄN XUÂN',
            alt: 'Một người đàn ông quỳ bên gốc cây',
          },
          {
            photoId: 'p1',
            caption: 'Hồ Ea Súp sau mùa mưa.',
            credit: 'Ảnh: NGUYỄN XUÂN',
            alt: 'Mặt hồ phẳng dưới trời chiều',
          },
        ],
        { caption: 'Nước về buôn đầu mùa tưới.' },
      ),
    );
    const triptych = id(
      'trip',
      gallery([{ photoId: 'p2', alt: 'Đập nhỏ' }, { photoId: 'p0', alt: 'Bờ hồ' }, { alt: '' }], {
        caption: 'Ba con đập của Ea Sương.',
        credit: 'Ảnh: MINH AN',
      }),
    );
    const interview = {
      ...sampleInterview(photos[0] as Photo),
      photos,
      body: [...(first ? [first] : []), pair, ...rest.slice(0, 2), triptych, ...rest.slice(2)],
    };
    writeFileSync(path.join(piece, 'interview.json'), writeInterviewFile(interview));
    for (const name of ['', 'photos', 'interview.json', ...photos.map(({ file }) => path.join('photos', file))])
      giveToApp(path.join(piece, name));
    const { page } = await launch({ machine });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate(
      (wanted) =>
        (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
          'settings:write',
          { theme: wanted },
        ),
      theme,
    );
    const shot = async (name: string): Promise<void> => {
      await page.waitForTimeout(600);
      await page.screenshot({ path: path.join(folder, `${theme}-gallery-${name}.png`) });
    };
    await page.getByText('Giữ giọt nước cho mùa cà phê sau').first().click();
    await page.locator('.galley-gallery').first().waitFor();
    await page.locator('.galley-gallery').first().scrollIntoViewIfNeeded();
    await page.locator('.galley-gallery-picture .galley-caption').nth(1).click();
    await page.keyboard.press('ControlOrMeta+4');
    await page.waitForTimeout(3000);
    await shot('pair');
    await page.locator('.galley-gallery').nth(1).scrollIntoViewIfNeeded();
    await page.locator('.galley-gallery').nth(1).locator('.galley-image').first().click();
    await page.keyboard.press('ControlOrMeta+2');
    await shot('triptych');
  });
}
