import { test } from '@playwright/test';
import type { Thread } from '../../shared/interview/threads';
import type { Block, Interview } from '../../shared/interview/types';
import { toText } from '../../shared/interview/text';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { longPiece, putOnDesk } from './long-piece';
import { paintTimes } from './paint-times';
import { median, milliseconds, report } from './rows';

const WORDS = 10_000;
const THREADS = 500;
const KEYS = 60;
const ROUNDS = 3;

/** The long piece with threads on three words each, evenly down the text, the first blocks as full as the last. */
function commented(): Interview {
  const piece = longPiece(WORDS);
  const perBlock = Math.ceil(THREADS / piece.body.length);
  const threads: Thread[] = [];
  const body = piece.body.map((block): Block => {
    if (!('text' in block)) return block;
    const words = (block.text[0]?.text ?? '').split(' ');
    const text = words.map((word, at) => {
      const which = Math.floor(at / 12);
      const inside = at % 12 < 3 && which < perBlock;
      return { text: at === 0 ? word : ` ${word}`, ...(inside ? { threads: [`${block.id}-${which}`] } : {}) };
    });
    for (let which = 0; which < perBlock; which += 1) {
      threads.push({
        id: `${block.id}-${which}`,
        anchor: { kind: 'words', place: { block: block.id, part: 'text' } },
        quote: words.slice(which * 12, which * 12 + 3).join(' '),
        comments: [{ id: `${block.id}-${which}-1`, by: 'Lê Hoa', at: 1, text: 'Xem lại giúp.' }],
      });
    }
    return { ...block, text };
  });
  return { ...piece, headline: toText('Bài có nhận xét'), body, threads };
}

async function openAtEnd({ page }: RunningApp, name: string): Promise<void> {
  await page.getByText(name).click();
  await page.locator('.galley-text').waitFor();
  await page.keyboard.press('ControlOrMeta+5');
  await page.locator('.galley-text > p').nth(-2).click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1500);
}

test(`keydown to paint, ${THREADS} comment threads listed beside the text`, async () => {
  const [machine, other] = [newMachine(), newMachine()];
  putOnDesk(machine, 'commented', commented());
  putOnDesk(other, 'long-piece', longPiece(WORDS));
  const [galley, plain] = [await launchApp({ machine }), await launchApp({ machine: other })];
  await openAtEnd(galley, 'Bài có nhận xét');
  await openAtEnd(plain, `Bài dài ${WORDS} tiếng`);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await galley.page.bringToFront();
    ours.push(...(await paintTimes(galley.page, galley.cdp, KEYS)));
    await plain.page.bringToFront();
    theirs.push(...(await paintTimes(plain.page, plain.cdp, KEYS)));
  }
  report({
    what: `keydown to paint, ${WORDS} words with ${THREADS} threads, against the same without`,
    ours: milliseconds(ours),
    against: milliseconds(theirs),
    ratio: median(ours) / median(theirs),
    goal: '≤ 1.3',
  });
  await galley.close();
  await plain.close();
  removeMachine(machine);
  removeMachine(other);
});
