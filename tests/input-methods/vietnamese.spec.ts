import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '../support/launch';
import { spell } from '../support/telex';
import { method, press, switchOn, undoTo } from './real-keyboard';

/** No "Đắk Lắk": UniKey's own spelling rule refuses that name, in every program. */
const SENTENCE = 'Đồng chí Lê Năng Hảo trả lời phỏng vấn: được tuyển dụng và phát triển';
const PLACES = ['.galley-headline', '.galley-answer >> nth=0', '.galley-caption', '.galley-byline'];

for (const delay of [60, 12]) {
  test(`${method}: a sentence in four places, ${delay} ms a key`, async ({ galley }) => {
    const { page } = galley;
    await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
    await page.getByRole('button', { name: 'Để sau' }).click();
    await page.locator('.galley-text').waitFor();
    await switchOn(page.locator('.galley-headline'));
    for (const place of PLACES) {
      const line = page.locator(place).first();
      await line.click();
      await page.keyboard.press('End');
      await sleep(200);
      const before = (await line.textContent()) ?? '';
      press(` ${spell(SENTENCE)} `, delay);
      await sleep(1_500);
      const typed = ((await line.textContent()) ?? '').slice(before.length).trim();
      const steps = await undoTo(page, line, before);
      console.log(`${method} ${delay} ms ${place}: ${typed === SENTENCE ? 'right' : typed}, ${steps} undo steps`);
      expect.soft(typed, place).toBe(SENTENCE);
      expect.soft(steps, `undo steps in ${place}`).toBeLessThanOrEqual(3);
    }
    await galley.durable();
    expect(galley.problems).toEqual([]);
  });
}
