import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countingMint } from '../../shared/interview/build';
import { plainText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import { changesOf } from '../../shared/review/suggest/changes';
import { decideSuggestions } from '../../shared/review/suggest/decide';
import { putOnDesk } from '../bench/long-piece';
import { a, byline, id, interview, q, title } from '../support/builders';
import { expect, newMachine, removeMachine, test } from '../support/launch';
import { spell } from '../support/telex';
import { method, press, switchOn, undoTo } from './real-keyboard';

const BASE = 'Trước đó đồng chí trả lời phỏng vấn của báo.';
const answer = (block: string, words: string) => a(words).map((one) => ({ ...one, id: block }));
const piece = interview(
  title('Nước ngầm ở lại'),
  id('q1', q('Kết quả ra sao?')),
  answer('end', BASE),
  answer('middle', BASE),
  answer('word', BASE),
  answer('gap', BASE),
  byline('Nguyễn Xuân'),
);

interface Place {
  readonly line: string;
  /** Where the caret stands when the typing begins, in the words that are left. */
  readonly at: number;
  /** How many letters before the caret are taken out first. */
  readonly without?: number;
  /** What was typed is undone, and typed once more. */
  readonly undone?: true;
}

const PLACES: Record<string, Place> = {
  'headline, at its end': { line: '.galley-headline', at: 15 },
  'answer, at its end': { line: '[data-block="end"]', at: BASE.length },
  'answer, between two words': { line: '[data-block="middle"]', at: 8, undone: true },
  'answer, inside a word': { line: '[data-block="word"]', at: 11 },
  'answer, where a word was taken out': { line: '[data-block="gap"]', at: 9, without: 9 },
  'byline, at its end': { line: '.galley-byline', at: 11 },
};

/** Every text as one line. */
const said = ({ headline, body, byline: names }: Interview) => [
  plainText(headline ?? []),
  ...body.map((block) => ('text' in block ? plainText(block.text) : block.kind)),
  JSON.stringify(names),
];

/** At the last pace the program draws what is proposed between the keys of one word. */
for (const [delay, sentence] of [
  [60, 'Đồng chí được tuyển dụng và phát triển'],
  [12, 'Đồng chí được tuyển dụng và phát triển'],
  [450, 'được tuyển'],
] as const) {
  test(`${method}: proposed in six places, ${delay} ms a key`, async ({ launch }) => {
    const machine = newMachine();
    putOnDesk(machine, 'nuoc', piece);
    const galley = await launch({ machine });
    const { page } = galley;
    await page.getByText('Nước ngầm ở lại').first().click();
    await page.locator('.galley-text').waitFor();
    await switchOn(page.locator('.galley-headline'));
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await expect(page.getByRole('button', { name: /^Đang đề xuất/ })).toBeVisible();
    for (const [name, { line: selector, at, without = 0, undone }] of Object.entries(PLACES)) {
      const line = page.locator(selector).first();
      await line.click();
      await page.keyboard.press('Home');
      for (let step = 0; step < at + without; step += 1) await page.keyboard.press('ArrowRight');
      for (let step = 0; step < without; step += 1) await page.keyboard.press('Backspace');
      // Deleted words are drawn into the line when the typing pauses.
      await sleep(1_200);
      const before = (await line.textContent()) ?? '';
      const wanted = `${before.slice(0, at)} ${sentence} ${before.slice(at)}`;
      const type = async () => {
        press(` ${spell(sentence)} `, delay);
        await sleep(1_200);
        const typed = (await line.textContent()) ?? '';
        console.log(`${method} ${delay} ms ${name}: ${typed === wanted ? 'right' : typed}`);
        expect.soft(typed, name).toBe(wanted);
      };
      await type();
      if (!undone) continue;
      const steps = await undoTo(page, line, before);
      console.log(`${method} ${delay} ms ${name}: ${steps} undo steps`);
      expect.soft(steps, `undo steps in ${name}`).toBeLessThanOrEqual(20);
      await type();
    }
    const shown = await page.locator('.galley-text > [data-block]').allTextContents();
    await galley.durable();
    expect(galley.problems).toEqual([]);
    await galley.close();
    const kept = JSON.parse(readFileSync(path.join(machine.desk, 'nuoc', 'interview.json'), 'utf8')) as Interview;
    removeMachine(machine);
    const decided = (decision: 'accept' | 'refuse') =>
      said(decideSuggestions(kept, decision, () => true, countingMint()));
    expect(said(kept).slice(1, -1)).toEqual(shown.slice(0, piece.body.length));
    expect(decided('refuse')).toEqual(said(piece));
    expect(decided('accept')).toEqual(said(kept));
    expect(changesOf(kept).map(({ place }) => place.block ?? place.part)).toEqual(
      expect.arrayContaining(['headline', 'end', 'middle', 'word', 'gap', 'byline']),
    );
    expect(changesOf(kept).every(({ deleted, inserted }) => inserted !== '' || deleted !== '')).toBe(true);
  });
}
