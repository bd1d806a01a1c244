import path from 'node:path';
import { writeGalleryPiece } from '../support/gallery-piece';
import { newMachine, test } from '../support/launch';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'test-results', 'screens');

/** A piece with a pair and a triptych on a desk of its own, in both themes: for somebody to look at. */
for (const theme of ['light', 'dark'] as const) {
  test(`galleries, ${theme}`, async ({ launch }) => {
    const machine = newMachine();
    await writeGalleryPiece(path.join(machine.desk, 'chum-anh'));
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
