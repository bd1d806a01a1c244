import { expect, test } from '@playwright/test';
import { countingMint } from '../../shared/interview/build';
import { plainText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import { changesOf } from '../../shared/review/suggest/changes';
import { decideSuggestions } from '../../shared/review/suggest/decide';
import { a, id, interview, q, title } from '../support/builders';
import { allTypingWays, typeVietnamese } from '../support/typing';
import { key, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

const SENTENCE = 'Đồng chí được tuyển dựng và phát triển';
const BASE = 'Trước đó đồng chí trả lời phỏng vấn của báo.';

function piece(words: string): Interview {
  const [answer] = a(words);
  return interview(title('Nước ngầm'), id('q', q('Sao?')), ...(answer ? [id('a', answer)] : []));
}

/** Takes the word before the caret out, letter by letter, and lets the editor come to rest. */
async function deleteBefore(desk: EditorDesk, at: number, letters: number): Promise<void> {
  await desk.caret('a', at);
  for (let count = 0; count < letters; count += 1) await key(desk, 'Backspace');
  // The deleted words are drawn into the line when the typing pauses.
  await desk.page.waitForTimeout(450);
}

interface Place {
  readonly words: string;
  readonly go: (desk: EditorDesk) => Promise<void>;
  readonly result: string;
}

const around = (from: number, to = from) => BASE.slice(0, from) + SENTENCE + BASE.slice(to);
const PLACES: Record<string, Place> = {
  'at the end': { words: BASE, go: (desk) => desk.caret('a', 'end'), result: BASE + SENTENCE },
  'in the middle': { words: BASE, go: (desk) => desk.caret('a', 8), result: around(8) },
  'inside a word': { words: BASE, go: (desk) => desk.caret('a', 11), result: around(11) },
  'over a selection': { words: BASE, go: (desk) => desk.select(['a', 9], ['a', 17]), result: around(9, 17) },
  'after a deleted word': { words: BASE, go: (desk) => deleteBefore(desk, 17, 8), result: around(9, 17) },
  'a step before the gap': {
    words: BASE,
    go: async (desk) => {
      await deleteBefore(desk, 17, 8);
      await key(desk, 'ArrowLeft');
    },
    result: BASE.slice(0, 8) + SENTENCE + BASE.slice(8, 9) + BASE.slice(17),
  },
  'a step after the gap': {
    words: BASE,
    go: async (desk) => {
      await deleteBefore(desk, 17, 8);
      await key(desk, 'ArrowRight');
    },
    result: BASE.slice(0, 9) + BASE.slice(17, 18) + SENTENCE + BASE.slice(18),
  },
  'in an empty block': { words: '', go: (desk) => desk.caret('a', 'end'), result: SENTENCE },
};

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());

const words = (given: Interview) =>
  given.body.map((block) => ('text' in block ? plainText(block.text) : block.kind)).join('\n');
const settled = (given: Interview, decision: 'accept' | 'refuse') =>
  words(decideSuggestions(given, decision, () => true, countingMint()));

for (const [place, { words: start, go, result }] of Object.entries(PLACES)) {
  for (const way of allTypingWays) {
    test(`suggesting ${place} by ${way}: text and original right, all undone`, async () => {
      await desk.open(piece(start));
      await desk.suggest('Hà');
      await go(desk);
      await typeVietnamese(desk.cdp, SENTENCE, way);
      await desk.page.waitForTimeout(60);
      const typed = await desk.read();
      expect(words(typed)).toBe(`Sao?\n${result}`);
      expect(settled(typed, 'refuse')).toBe(`Sao?\n${start}`);
      expect(settled(typed, 'accept')).toBe(`Sao?\n${result}`);
      expect(changesOf(typed).flatMap(({ authors }) => authors)).toContain('Hà');
      for (let step = 0; step < 100 && (await desk.run('undo')); step += 1) {
        const now = await desk.read();
        if (words(now) === `Sao?\n${start}` && changesOf(now).length === 0) break;
        await desk.page.waitForTimeout(20);
      }
      const undone = await desk.read();
      expect(words(undone)).toBe(`Sao?\n${start}`);
      expect(changesOf(undone)).toEqual([]);
      expect(await desk.stage(({ errors }) => errors)).toEqual([]);
    });
  }
}
