import path from 'node:path';
import type { Page } from '@playwright/test';

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

/** Writes settings of the window as the settings dialog does. */
export async function writeSettings(page: Page, change: object): Promise<void> {
  await page.evaluate(
    (given) =>
      (globalThis as unknown as { galley: { call: (...args: unknown[]) => Promise<unknown> } }).galley.call(
        'settings:write',
        given,
      ),
    change,
  );
}

/** Photographs what stands there in both languages, both themes and at both sizes: `review-vi-light-1440-NAME.png`. */
export async function shootEveryWay(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const language of ['vi', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        await writeSettings(page, { language, theme });
        await page.waitForTimeout(350);
        await page.screenshot({ path: path.join(folder, `review-${language}-${theme}-${width}-${name}.png`) });
      }
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await writeSettings(page, { language: 'vi', theme: 'light' });
}
