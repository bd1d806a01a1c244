import { test } from '@playwright/test';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import { buildBareEditor, openBareWindow } from './bare-editor';
import { longPiece, paragraphs, putOnDesk } from './long-piece';
import { paintTimes } from './paint-times';
import { median, milliseconds, report } from './rows';

const KEYS = 60;
const ROUNDS = 3;

for (const words of [1_000, 10_000, 50_000]) {
  test(`keydown to paint, ${words} words`, async () => {
    const machine = newMachine();
    putOnDesk(machine, 'long-piece', longPiece(words));
    const galley = await launchApp({ machine });
    const bare = await openBareWindow(machine, await buildBareEditor());
    await bare.page.evaluate((texts) => window.fillBare(texts), paragraphs(words));
    const ours: number[] = [];
    const theirs: number[] = [];
    await galley.page.getByText(`Bài dài ${words} tiếng`).click();
    await galley.page.locator('.galley-text').waitFor();
    // In both, the mouse has put the caret into the last paragraph of the text, and stands there.
    for (const [page, paragraph] of [
      [galley.page, galley.page.locator('.galley-text > p').nth(-2)],
      [bare.page, bare.page.locator('#editor > p').last()],
    ] as const) {
      await page.bringToFront();
      await paragraph.click();
      await page.keyboard.press('End');
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await galley.page.bringToFront();
      ours.push(...(await paintTimes(galley.page, galley.cdp, KEYS)));
      await bare.page.bringToFront();
      theirs.push(...(await paintTimes(bare.page, bare.cdp, KEYS)));
    }
    report({
      what: `keydown to paint, ${words} words, against bare Lexical`,
      ours: milliseconds(ours),
      against: milliseconds(theirs),
      ratio: median(ours) / median(theirs),
      goal: '≤ 1.15',
    });
    await bare.app.close();
    await galley.close();
    removeMachine(machine);
  });
}
