import { expect, test } from '@playwright/test';
import { typeVietnamese, typingWays } from '../support/typing';
import { startDesk } from './desk-of-editor';
import type { EditorDesk, Spot } from './desk-of-editor';

const SENTENCE = 'Đồng chí Lê Năng Hảo trả lời phỏng vấn Báo Đắk Lắk: được tuyển dựng và phát triển';
const PLACES: readonly Spot[] = [
  'a10',
  'headline',
  'standfirst',
  'kicker',
  'photo caption',
  'photo credit',
  'photo alt',
  'q1',
  'closing',
  'byline',
  'quote quote',
  'box heading',
  'box 0',
  'list 0',
];

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());

for (const way of typingWays) {
  for (const place of PLACES) {
    test(`Vietnamese by ${way} in ${place}: right, NFC, at most three undo steps`, async () => {
      await desk.open();
      const before = JSON.stringify(await desk.read());
      await desk.caret(place, 'end');
      await typeVietnamese(desk.cdp, ` ${SENTENCE}`, way);
      await desk.page.waitForTimeout(60);
      const typed = JSON.stringify(await desk.read());
      expect(typed).toContain(SENTENCE);
      expect(typed.normalize('NFC')).toBe(typed);
      const steps = await desk.undoSteps();
      expect(steps).toBeGreaterThan(0);
      expect(steps).toBeLessThanOrEqual(3);
      for (let step = 0; step < steps; step += 1) await desk.run('undo');
      expect(JSON.stringify(await desk.read())).toBe(before);
      expect(await desk.stage(({ errors }) => errors)).toEqual([]);
    });
  }
}
