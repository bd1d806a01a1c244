import { test } from '@playwright/test';
import { changesOf } from '../../shared/review/suggest/changes';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { withProposals, withThreads } from '../support/proposals';
import { longPiece, putOnDesk } from './long-piece';
import { paintTimes } from './paint-times';
import { median, milliseconds, report } from './rows';

const KEYS = 60;
const ROUNDS = 3;
const WORDS = 5_000;

async function openAtEnd({ page }: RunningApp): Promise<void> {
  await page.getByText(`Bài dài ${WORDS} tiếng`).click();
  await page.locator('.galley-text').waitFor();
  await page.locator('.galley-text > p').nth(-2).click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1000);
}

for (const suggesting of [false, true]) {
  const mode = suggesting ? 'suggesting' : 'writing';
  test(`keydown to paint with 2,000 proposals and 500 threads, ${mode}`, async () => {
    const plain = longPiece(WORDS);
    const busy = withProposals(withThreads(plain, 500), 24, ['Hà', 'Mai']);
    const count = changesOf(busy).length;
    const [first, second] = [newMachine(), newMachine()];
    putOnDesk(first, 'busy', busy);
    putOnDesk(second, 'plain', plain);
    const ours: number[] = [];
    const theirs: number[] = [];
    const [a, b] = [await launchApp({ machine: first }), await launchApp({ machine: second })];
    await openAtEnd(a);
    await openAtEnd(b);
    if (suggesting) await a.page.keyboard.press('ControlOrMeta+Shift+e');
    for (let round = 0; round < ROUNDS; round += 1) {
      await a.page.bringToFront();
      ours.push(...(await paintTimes(a.page, a.cdp, KEYS)));
      await b.page.bringToFront();
      theirs.push(...(await paintTimes(b.page, b.cdp, KEYS)));
    }
    report({
      what: `keydown to paint, ${WORDS} words with ${count} proposals and 500 threads, ${mode}, against without`,
      ours: milliseconds(ours),
      against: milliseconds(theirs),
      ratio: median(ours) / median(theirs),
      goal: '≤ 1.30',
    });
    await a.close();
    await b.close();
    removeMachine(first);
    removeMachine(second);
  });
}
