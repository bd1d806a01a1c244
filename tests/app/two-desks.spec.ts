import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/launch';
import { expect, newMachine, removeMachine, test } from '../support/launch';

const shots = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'two-desks');

type Window = { readonly galley: { call: (...args: readonly unknown[]) => Promise<unknown> } };

/** Says who sits at this machine; the lease tells it to others. */
async function sitsHere({ page }: RunningApp, name: string): Promise<void> {
  const profiles = [{ id: 'p', name, role: 'journalist' }];
  await page.evaluate(
    (people) => (globalThis as unknown as Window).galley.call('settings:write', { profiles: people, profile: 'p' }),
    profiles,
  );
}

/** Types at the end of a line of the `nth` answer, counted from 0: at the same place in windows of one size. */
async function typeInAnswer(page: Page, nth: number, words: string): Promise<void> {
  await page.locator('.galley-answer').nth(nth).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

const answer = (page: Page, nth: number) => page.locator('.galley-answer').nth(nth);

test('two people at two machines write one piece: who has it is told, words are merged, conflicts are chosen', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const an = await launch({ args: ['--sample'] });
  await sitsHere(an, 'Lê An');
  // The lease is written when a piece is opened: An opens it once more, with a name.
  await an.page.keyboard.press('ControlOrMeta+o');
  const row = /Một hồ nước|Ea|nước/;
  await an.page.locator('.piece-open').first().click();
  await an.page.locator('.galley-text').waitFor();
  const other = newMachine();
  const binh = await launch({ machine: { ...other, desk: an.machine.desk } });
  await sitsHere(binh, 'Y Bình');
  await expect(binh.page.locator('.piece-open').first()).toContainText('Lê An đang mở');
  await expect(binh.page.locator('.piece-open').first()).toContainText(row);
  await binh.page.screenshot({ path: path.join(shots, 'desk.png') });
  await binh.page.locator('.piece-open').first().click();
  await expect(binh.page.getByText(/Lê An đang mở bài này/)).toBeVisible();
  await binh.page.screenshot({ path: path.join(shots, 'banner.png') });
  await binh.page.getByRole('button', { name: 'Cùng viết' }).click();
  await expect(binh.page.getByText(/Lê An đang mở bài này/)).toHaveCount(0);

  // Different answers: each comes to the other without anybody doing anything, and the caret stays.
  await answer(binh.page, 0).click();
  await binh.page.keyboard.press('End');
  await typeInAnswer(an.page, 0, ' Lời thêm của An.');
  await typeInAnswer(binh.page, 1, ' Lời thêm của Bình.');
  await expect(answer(an.page, 1)).toContainText('Lời thêm của Bình.', { timeout: 40_000 });
  await expect(answer(binh.page, 0)).toContainText('Lời thêm của An.', { timeout: 40_000 });
  await expect(binh.page.getByText(/Đã gộp \d+ chỗ/)).toBeVisible();
  await binh.page.keyboard.type(' Và nữa.');
  await expect(answer(binh.page, 1)).toContainText('Lời thêm của Bình. Và nữa.');

  // The same words: both stand, and the panel asks.
  await expect(answer(an.page, 1)).toContainText('Và nữa.', { timeout: 40_000 });
  await typeInAnswer(an.page, 2, ' theo An');
  await typeInAnswer(binh.page, 2, ' theo Bình');
  await expect(async () => {
    const texts = await Promise.all([an.page, binh.page].map((page) => answer(page, 2).textContent()));
    for (const text of texts) expect(text).toMatch(/\[\[.*\|.*\]\]/);
  }).toPass({ timeout: 60_000 });
  const asked = (await an.page.getByRole('button', { name: 'Xem và chọn' }).count()) > 0 ? an.page : binh.page;
  const told = asked === an.page ? binh.page : an.page;
  await asked.getByRole('button', { name: 'Xem và chọn' }).click();
  await expect(asked.locator('.conflict')).toHaveCount(1);
  await asked.screenshot({ path: path.join(shots, 'conflict.png') });
  await asked.locator('.conflict').focus();
  await asked.keyboard.press('3');
  await expect(answer(asked, 2)).toContainText(/theo (An|Bình).* theo (An|Bình)/);
  await expect(answer(asked, 2)).not.toContainText('[[');
  await asked.locator('.galley-text').focus();
  await asked.keyboard.press('ControlOrMeta+z');
  await expect(answer(asked, 2)).toContainText('[[');
  await asked.keyboard.press('ControlOrMeta+Shift+z');
  await expect(answer(told, 2)).not.toContainText('[[', { timeout: 40_000 });

  // Taking over, reading only, and giving back.
  await binh.page.keyboard.press('ControlOrMeta+k');
  await binh.page.keyboard.type('Nhận bài');
  await binh.page.keyboard.press('Enter');
  await expect(an.page.getByText(/Y Bình đang mở bài này/)).toBeVisible({ timeout: 20_000 });
  await an.page.getByRole('button', { name: 'Tạm chỉ xem' }).click();
  const before = await answer(an.page, 0).textContent();
  await answer(an.page, 0).click();
  await an.page.keyboard.type('không được gõ');
  expect(await answer(an.page, 0).textContent()).toBe(before);
  await typeInAnswer(binh.page, 0, ' Bình viết tiếp.');
  await expect(answer(an.page, 0)).toContainText('Bình viết tiếp.', { timeout: 40_000 });
  await an.page.screenshot({ path: path.join(shots, 'read-only.png') });

  await binh.close();
  await an.close();
  const [piece = ''] = readdirSync(an.machine.desk).filter((name) => !name.startsWith('.'));
  const saved = readFileSync(path.join(an.machine.desk, piece, 'interview.json'), 'utf8');
  for (const words of ['Lời thêm của An.', 'Lời thêm của Bình. Và nữa.', 'theo An', 'theo Bình', 'Bình viết tiếp.'])
    expect(saved).toContain(words);
  // Not the lists of lists that JSON has.
  expect(saved).not.toMatch(/\[\[[^{]/);
  expect(readdirSync(path.join(an.machine.desk, piece))).not.toContain('lease.json');
  expect([...an.problems, ...binh.problems]).toEqual([]);
  removeMachine(other);
});
