import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '../support/launch';
import { spell } from '../support/telex';

const method = process.env['GALLEY_INPUT_METHOD'] ?? '';
/** No "Đắk Lắk": UniKey's own spelling rule refuses that name, in every program. */
const SENTENCE = 'Đồng chí Lê Năng Hảo trả lời phỏng vấn: được tuyển dụng và phát triển';
const PLACES = ['.galley-headline', '.galley-answer >> nth=0', '.galley-caption', '.galley-byline'];

const run = (program: string, ...words: readonly string[]): string =>
  execFileSync(program, [...words], { encoding: 'utf8' });

/** Presses real keys on the display, `delay` milliseconds apart. */
function press(keys: string, delay: number): void {
  const names = [...keys].map((key) => (key === ' ' ? 'space' : key === ':' ? 'colon' : key));
  run('xdotool', 'key', '--delay', String(delay), ...names);
}

async function switchOn(): Promise<void> {
  if (method === 'ibus') {
    // It also sets the keyboard layout, which fails on a bare display: what counts is which engine it then names.
    const engine = run('sh', '-c', 'ibus engine Unikey 2>/dev/null; ibus engine').trim();
    expect(engine).toBe('Unikey');
  } else {
    run('fcitx5-remote', '-o');
    run('fcitx5-remote', '-s', 'bamboo');
    await sleep(300);
    expect(run('fcitx5-remote', '-n').trim()).toBe('bamboo');
  }
  await sleep(600);
}

for (const delay of [60, 12]) {
  test(`${method}: a sentence in four places, ${delay} ms a key`, async ({ galley }) => {
    const { page } = galley;
    await page.getByRole('button', { name: /Phỏng vấn nhân ngày kỷ niệm/ }).click();
    await page.getByRole('button', { name: 'Để sau' }).click();
    await page.locator('.galley-text').waitFor();
    const [window = ''] = run('xdotool', 'search', '--onlyvisible', '--class', 'galley|electron').trim().split('\n');
    run('xdotool', 'windowactivate', '--sync', window);
    await page.locator('.galley-headline').click();
    await switchOn();
    for (const place of PLACES) {
      const line = page.locator(place).first();
      await line.click();
      await page.keyboard.press('End');
      await sleep(200);
      const before = (await line.textContent()) ?? '';
      press(` ${spell(SENTENCE)} `, delay);
      await sleep(1_500);
      const typed = ((await line.textContent()) ?? '').slice(before.length).trim();
      let steps = 0;
      while (steps < 60 && ((await line.textContent()) ?? '') !== before) {
        await page.keyboard.press('ControlOrMeta+z');
        await sleep(40);
        steps += 1;
      }
      console.log(`${method} ${delay} ms ${place}: ${typed === SENTENCE ? 'right' : typed}, ${steps} undo steps`);
      expect.soft(typed, place).toBe(SENTENCE);
      expect.soft(steps, `undo steps in ${place}`).toBeLessThanOrEqual(3);
    }
    await galley.durable();
    expect(galley.problems).toEqual([]);
  });
}
