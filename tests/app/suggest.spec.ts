import { AxeBuilder } from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changesOf } from '../../shared/review/suggest/changes';
import { interview, a, id, q, title } from '../support/builders';
import { expect, newMachine, processesOf, removeMachine, test } from '../support/launch';
import { withProposals } from '../support/proposals';
import { putOnDesk } from '../bench/long-piece';
import { typeVietnamese } from '../support/typing';

const ANSWER =
  'Trong năm qua bà con trong buôn đã giữ được nguồn nước cho rẫy cà phê qua mùa khô, và ai cũng thấy việc ấy là của mình.';
const piece = interview(
  title('Giữ nước cho buôn'),
  id('q1', q('Năm nay bà con giữ nước ra sao?')),
  a(ANSWER, ANSWER).map((block, at) => ({ ...block, id: `a${at}` })),
);

test('what is proposed is marked, survives a kill, and is worked off by keys in the review tab', async ({ launch }) => {
  const machine = newMachine();
  putOnDesk(machine, 'giu-nuoc', piece);
  const first = await launch({ machine });
  await first.page.getByText('Giữ nước cho buôn').first().click();
  await first.page.locator('.galley-text').waitFor();
  await first.page.locator('[data-block="a0"]').click();
  await first.page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(first.page.getByRole('button', { name: /^Đang đề xuất/ })).toBeVisible();
  await first.page.keyboard.press('End');
  await typeVietnamese(first.cdp, ' Việc này còn dài');
  const folder = path.join(machine.desk, 'giu-nuoc');
  const journals = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('journal.'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  await expect.poll(() => journals().join('')).toContain('Việc này còn dài');
  await expect(first.page.getByRole('button', { name: '1 thay đổi' })).toBeVisible();
  for (const pid of processesOf(machine)) process.kill(pid, 'SIGKILL');

  const { page } = await launch({ machine });
  await expect(page.locator('.galley-text')).toContainText('Việc này còn dài');
  await page.keyboard.press('ControlOrMeta+5');
  const list = page.getByRole('list', { name: 'Danh sách đề xuất' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('button').first().focus();
  await page.keyboard.press('r');
  await expect(page.locator('.galley-text')).not.toContainText('Việc này còn dài');
  await expect(list).toHaveCount(0);
  removeMachine(machine);
});

test('fifty proposals: filtered by author, decided one after the other, all by one command', async ({ launch }) => {
  const machine = newMachine();
  const long = {
    ...piece,
    body: piece.body.concat(a(ANSWER, ANSWER, ANSWER, ANSWER).map((b, at) => ({ ...b, id: `c${at}` }))),
  };
  const busy = withProposals(long, 8, ['Hà', 'Mai']);
  const count = changesOf(busy).length;
  putOnDesk(machine, 'giu-nuoc', busy);
  const { page } = await launch({ machine });
  await page.getByText('Giữ nước cho buôn').first().click();
  await page.locator('.galley-text').waitFor();
  await page.keyboard.press('ControlOrMeta+5');
  const list = page.getByRole('list', { name: 'Danh sách đề xuất' });
  await expect(list.getByRole('listitem')).toHaveCount(count);
  const found = await new AxeBuilder({ page }).setLegacyMode().include('.inspector-panel.review').analyze();
  expect(found.violations).toEqual([]);
  await page.getByRole('button', { name: /^Mai ·/ }).click();
  await expect(list.getByRole('listitem')).not.toHaveCount(count);
  await page.getByRole('button', { name: 'Tất cả', exact: true }).click();
  await list.getByRole('button').first().focus();
  await page.keyboard.press('a');
  await expect(list.getByRole('listitem')).toHaveCount(count - 1);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(list.getByRole('listitem')).toHaveCount(count - 2);
  await page.locator('[data-block="a1"]').click();
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('Alt+a');
  await expect(list.getByRole('listitem')).toHaveCount(count - 3);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.getByRole('listitem')).toHaveCount(count - 2);
  await page.getByRole('button', { name: /^Nhận cả/ }).click();
  await expect(page.getByText('Không có đề xuất nào đang chờ.')).toBeVisible();
  removeMachine(machine);
});
