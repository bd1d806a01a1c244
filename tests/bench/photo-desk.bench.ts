import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerDialogs } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { giveToApp, launchApp, newMachine, removeMachine } from '../support/launch';
import { takeInAtDesk } from '../support/press-photos';
import { cameraPhotos } from './camera-photos';
import { milliseconds, report } from './rows';

const COUNT = Number(process.env['GALLEY_BENCH_PHOTOS'] ?? 100);
/** Photos turned to while measuring. */
const TURNS = 38;

test('the photo desk: many taken in, turned through, written out', async () => {
  test.setTimeout(600_000);
  const machine = newMachine();
  const running = await launchApp({ machine, args: ['--sample'] });
  const { page } = running;
  await page.setViewportSize({ width: 1440, height: 900 });
  const files = await cameraPhotos(machine.files, COUNT);
  files.forEach(giveToApp);

  await page.locator('.galley-headline').click();
  await watchFrames(page);
  const before = await memoryOf(running);
  let most = before;
  const measuring = setInterval(() => void memoryOf(running).then((now) => (most = Math.max(most, now))), 500);
  const began = performance.now();
  await takeInAtDesk(running, files);
  clearInterval(measuring);
  const whole = performance.now() - began;
  report({
    what: `${COUNT} × 24 MP taken in at the desk and on the sheet, each`,
    ours: `${(whole / COUNT).toFixed(0)} ms`,
    goal: '≤ 1000 ms',
  });
  report({
    what: `memory of all processes while taking in, above the ${before.toFixed(0)} MB before`,
    ours: `${(most - before).toFixed(0)} MB at most`,
    goal: 'bounded',
  });
  report({
    what: 'longest frame while taking in',
    ours: `${(await longestFrame(page)).toFixed(0)} ms`,
    goal: '≤ 100 ms',
  });

  await page.locator('.photodesk-sheet').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const turns: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await page.keyboard.type('Hồ Ea Sương.');
    await page.waitForTimeout(120);
    await startClock(page);
    await page.keyboard.press('PageDown');
    turns.push(await stopClock(page));
  }
  report({
    what: 'next photo, with a caption to hand over: key to picture',
    ours: milliseconds(turns),
    goal: '≤ 50 ms',
  });

  await running.durable();
  await answerDialogs(running, [machine.files]);
  await page.getByRole('button', { name: 'Ra tệp ảnh…' }).click();
  const start = performance.now();
  await page.getByRole('button', { name: 'Chọn nơi xuất…' }).click();
  await page.getByRole('button', { name: 'Mở thư mục' }).waitFor({ timeout: 300_000 });
  report({
    what: `captions written into ${COUNT} copies from the desk, each`,
    ours: `${((performance.now() - start) / COUNT).toFixed(0)} ms`,
    goal: '≤ 100 ms',
  });
  await running.close();
  removeMachine(machine);
});

interface Watched {
  longest: number;
  turned: Promise<number>;
}

/** Working sets of all processes of the program together, in megabytes. */
async function memoryOf({ app }: RunningApp): Promise<number> {
  const kilobytes = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = { longest: 0 };
    Object.assign(globalThis, { watched });
    let last = performance.now();
    const frame = (now: number): void => {
      watched.longest = Math.max(watched.longest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

async function longestFrame(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.longest);
}

/** From the key to the frame in which another picture is decoded and on the stage. */
async function startClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    const turned = new Promise<number>((resolve) => {
      const stage = () => document.querySelector<HTMLImageElement>('.crop-stage img');
      const before = stage()?.src;
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'PageDown') return;
        window.removeEventListener('keydown', onKey, { capture: true });
        const pressed = performance.now();
        const look = (): void => {
          const image = stage();
          const shown = image && image.src !== before && image.complete && image.naturalWidth > 0;
          // One frame more: the one in which it is painted.
          requestAnimationFrame(shown ? () => resolve(performance.now() - pressed) : look);
        };
        requestAnimationFrame(look);
      };
      // On the window and first: the desk's own listener lets the key go no further.
      window.addEventListener('keydown', onKey, { capture: true });
      setTimeout(() => resolve(Number.NaN), 5000);
    });
    Object.assign(globalThis, { turned });
  });
}

async function stopClock(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as unknown as { turned: Promise<number> }).turned);
}
