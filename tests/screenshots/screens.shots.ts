import { renameSync } from 'node:fs';
import path from 'node:path';
import { test } from '../support/launch';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

/** Every screen in both themes and at both sizes, for somebody to look at: nothing is compared. */
for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    test(`screens, ${theme}, ${width}`, async ({ launch }) => {
      const { page, machine } = await launch({ args: ['--sample'] });
      await page.setViewportSize({ width, height });
      const shot = async (name: string): Promise<void> => {
        await page.waitForTimeout(450);
        await page.screenshot({ path: path.join(folder, `${theme}-${width}-${name}.png`) });
      };
      await page.evaluate(
        (wanted) =>
          (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
            'settings:write',
            { theme: wanted },
          ),
        theme,
      );
      await page.waitForTimeout(1500);
      await shot('story');
      for (const [key, name] of [
        ['2', 'photos'],
        ['3', 'checks'],
      ] as const) {
        await page.keyboard.press(`ControlOrMeta+${key}`);
        await shot(name);
      }
      for (const [key, name] of [
        ['ControlOrMeta+k', 'palette'],
        ['ControlOrMeta+e', 'export'],
        ['F1', 'shortcuts'],
        ['ControlOrMeta+,', 'settings'],
      ] as const) {
        await page.keyboard.press(key);
        await shot(name);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('ControlOrMeta+h');
      await page.keyboard.type('nước');
      await shot('replace');
      await page.keyboard.press('Escape');
      await page
        .locator('.galley-text')
        .evaluate((text) => text.closest('.editor-scroll, .galley, main')?.scrollBy(0, 1500));
      await page.mouse.move(width / 2, height / 2);
      await page.mouse.wheel(0, 1600);
      await shot('further');
      await page.keyboard.press('ControlOrMeta+o');
      await shot('desk');
      await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
      await shot('start-piece');
      await page.getByRole('button', { name: 'Để sau' }).click();
      await page.locator('.galley-text').waitFor();
      await shot('blank');
      await page.keyboard.press('ControlOrMeta+1');
      await shot('blank-story');
      await page.keyboard.press('ControlOrMeta+2');
      await shot('blank-photos');
      await page.keyboard.press('ControlOrMeta+g');
      await shot('column-width');
      await page.keyboard.press('ControlOrMeta+1');
      await page.getByRole('button', { name: 'Điền chỗ trống của mẫu…' }).click();
      await shot('variables');
      await page.keyboard.press('Escape');
      renameSync(machine.desk, `${machine.desk}-away`);
      await page.locator('.galley-headline').click();
      await page.keyboard.type('Mười năm giữ nước');
      await page.getByRole('alert').waitFor();
      await shot('lost-disk');
    });
  }
}
