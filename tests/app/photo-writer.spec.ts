import { readdirSync } from 'node:fs';
import { answerDialogs } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, test, toolsOf } from '../support/launch';
import { pressPhotos, takeInAtDesk } from '../support/press-photos';

type Window = { readonly galley: { call: (...args: readonly unknown[]) => Promise<unknown> } };

/** Begins to write the words of many photos into copies, and is back when exiftool is at it. */
async function beginWriting(galley: RunningApp): Promise<void> {
  const { page, machine } = galley;
  await page.locator('.galley-text').waitFor();
  await takeInAtDesk(galley, await pressPhotos(galley, 8, { width: 2400 }));
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await galley.durable();
  await answerDialogs(galley, [machine.files]);
  const [piece] = readdirSync(machine.desk);
  await page.evaluate((id) => {
    void (globalThis as unknown as Window).galley.call('photos:deliver', id, 'copies', null);
  }, piece);
  await expect.poll(() => toolsOf(machine, 'exiftool').length, { timeout: 60_000 }).toBeGreaterThan(0);
}

test('the app that is closed while it writes into pictures leaves no exiftool behind', async ({ launch }) => {
  test.setTimeout(180_000);
  const galley = await launch({ args: ['--sample'] });
  await beginWriting(galley);
  await galley.close();
  await expect.poll(() => toolsOf(galley.machine, 'exiftool'), { timeout: 30_000 }).toEqual([]);
});

test('nor does one whose main process is killed at that moment', async ({ launch }) => {
  test.setTimeout(180_000);
  const galley = await launch({ args: ['--sample'] });
  await beginWriting(galley);
  process.kill(await galley.app.evaluate(() => process.pid), 'SIGKILL');
  await expect.poll(() => toolsOf(galley.machine, 'exiftool'), { timeout: 30_000 }).toEqual([]);
});
