import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, answerQuestions, openFromOutside, questionsAsked } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, giveToApp, test } from '../support/launch';

type Window = { readonly galley: { call: (...args: readonly unknown[]) => Promise<unknown> } };

const MERGE = 0;
const ANOTHER = 1;
const CANCEL = 2;

const pieces = ({ machine }: RunningApp) => readdirSync(machine.desk).filter((name) => !name.startsWith('.'));
const answer = (page: Page, nth: number) => page.locator('.galley-answer').nth(nth);

async function typeInAnswer(page: Page, nth: number, words: string): Promise<void> {
  await answer(page, nth).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** The piece of this machine as a `.galley` file, with everything that was typed. */
async function asFile(galley: RunningApp): Promise<string> {
  const { page, machine } = galley;
  await galley.durable();
  await answerDialogs(galley, [machine.files]);
  const [piece = ''] = pieces(galley);
  const told = await page.evaluate(
    (id) => (globalThis as unknown as Window).galley.call('export:start', id, ['galley'], 'now'),
    piece,
  );
  const { value } = told as { readonly value: { readonly files: readonly string[] } };
  return path.join(machine.files, value.files.find((file) => file.endsWith('.galley')) ?? 'none');
}

test('a file of a piece that is on the desk: asked, then left, merged, or made another', async ({ launch }) => {
  test.setTimeout(240_000);
  const an = await launch({ args: ['--sample'] });
  await an.page.locator('.galley-text').waitFor();
  const given = await asFile(an);

  // Bình, at another desk, is asked nothing: the piece is new there.
  const binh = await launch();
  const received = path.join(binh.machine.files, path.basename(given));
  copyFileSync(given, received);
  giveToApp(received);
  await answerQuestions(binh, CANCEL);
  await openFromOutside(binh, received);
  await expect.poll(() => pieces(binh)).toHaveLength(1);
  expect(await questionsAsked(binh)).toEqual([]);
  await binh.page.locator('.galley-text').waitFor();
  await typeInAnswer(binh.page, 1, ' Bình viết thêm.');
  rmSync(received);
  const returned = path.join(an.machine.files, 'bình-gửi-lại.galley');
  copyFileSync(await asFile(binh), returned);
  giveToApp(returned);
  await binh.close();

  // Meanwhile An has gone on. Cancelled, nothing comes in.
  await typeInAnswer(an.page, 0, ' An viết thêm.');
  await an.durable();
  await answerQuestions(an, CANCEL);
  await openFromOutside(an, returned);
  await expect
    .poll(() => questionsAsked(an))
    .toMatchObject([
      { message: 'Bài này đã có trên bàn.', buttons: ['Gộp vào bài đang có', 'Thành bài khác', 'Bỏ qua'] },
    ]);
  await expect(answer(an.page, 1)).not.toContainText('Bình');
  const [own = ''] = pieces(an);
  expect(pieces(an)).toEqual([own]);

  // Merged: both have all of it, in the window that has the piece open.
  await answerQuestions(an, MERGE);
  await openFromOutside(an, returned);
  await expect.poll(() => questionsAsked(an)).toHaveLength(1);
  await expect(answer(an.page, 1)).toContainText('Bình viết thêm.', { timeout: 40_000 });
  await expect(answer(an.page, 0)).toContainText('An viết thêm.');
  expect(pieces(an)).toEqual([own]);

  // As another piece: it stands beside, with the words of the file alone.
  await answerQuestions(an, ANOTHER);
  await openFromOutside(an, returned);
  await expect.poll(() => pieces(an)).toHaveLength(2);
  const other = pieces(an).find((name) => name !== own) ?? '';
  expect(readFileSync(path.join(an.machine.desk, other, 'interview.json'), 'utf8')).toContain('Bình viết thêm.');
  await expect(answer(an.page, 0)).not.toContainText('An viết thêm.');
  await expect(answer(an.page, 1)).toContainText('Bình viết thêm.');
  expect(an.problems).toEqual([]);
});
