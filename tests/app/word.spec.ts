import path from 'node:path';
import { zipParts } from '../../electron/exports/zip-parts';
import { interview, a, byline, id, p, q, title } from '../support/builders';
import { docxParts } from '../support/docx';
import { editDocx, trackedReplace } from '../support/edit-docx';
import { expect, giveToApp, newMachine, removeMachine, test } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { putOnDesk } from '../bench/long-piece';

const piece = interview(
  title('Giữ nước cho buôn'),
  p('Mười năm nay buôn chia nước theo một cuốn sổ.'),
  id('q1', q('Năm nay bà con giữ nước ra sao?')),
  a('Vườn thiếu một phần ba nước so với mọi năm.').map((block) => ({ ...block, id: 'a0' })),
  byline('Trần Hạ Miên', 'thực hiện'),
);

async function choose({ app }: RunningApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function command({ page }: RunningApp, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('a manuscript comes in, an edited one comes back as proposals and comments', async ({ launch }) => {
  const machine = newMachine();
  putOnDesk(machine, 'giu-nuoc', piece);
  const [sent, back] = ['gui-di.docx', 'gui-lai.docx'].map((name) => path.join(machine.files, name)) as [
    string,
    string,
  ];
  await zipParts(sent, docxParts(piece));
  await editDocx(sent, back, (xml, part) =>
    part === 'word/document.xml' ? trackedReplace(xml, 'một phần ba', 'một nửa', 'Mai') : xml,
  );
  giveToApp(sent);
  giveToApp(back);
  const galley = await launch({ machine });
  const { page } = galley;

  await choose(galley, sent);
  await page.getByRole('button', { name: 'Đưa bài vào…' }).first().click();
  await expect(page.locator('.galley-headline')).toContainText('Giữ nước cho buôn');
  await expect(page.locator('.galley-answer')).toContainText('một phần ba');

  await page.keyboard.press('ControlOrMeta+5');
  await choose(galley, back);
  await command(galley, 'Lấy sửa đổi từ bản Word');
  await expect(page.locator('.galley-answer')).toContainText('Vườn thiếu một nửa nước');
  const list = page.getByRole('list', { name: 'Danh sách đề xuất' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByRole('listitem')).toContainText('Mai');
  await page.locator('.galley-answer').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.galley-answer')).toContainText('một phần ba');
  expect(galley.problems).toEqual([]);
  removeMachine(machine);
});
