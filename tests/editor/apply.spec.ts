import { expect, test } from '@playwright/test';
import { toText } from '../../shared/interview/text';
import { a, byline, closing, id, interview, p, q, title } from '../support/builders';
import { startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());

const PIECE = interview(
  title('Giữ nước'),
  id('lead', p('Dẫn vào bài.')),
  id('q1', q('Vì sao?')),
  a('Vì sợ giếng cạn.').map((block) => ({ ...block, id: 'a1' })),
  id('q2', q('Bao giờ?')),
  a('Tháng ba.').map((block) => ({ ...block, id: 'a2' })),
  id('closing', closing('Cảm ơn!')),
  byline('NX'),
);

const answer = (name: string, words: string) => ({ kind: 'answer' as const, id: name, text: toText(words) });
const caret = async () => await desk.page.evaluate(() => window.stage.editor?.caret());

test.beforeEach(async () => await desk.open(PIECE));

test('a change from elsewhere is one undo step, and the caret stays at its words', async () => {
  const { page } = desk;
  await page.evaluate(() => window.stage.editor?.focus({ block: 'a1', part: 'text' }, 6));
  await page.keyboard.type('X');
  const change = { blocks: { a1: answer('a1', 'Chúng tôi: Vì sợ Xgiếng cạn.'), a2: answer('a2', 'Cuối tháng ba.') } };
  await page.evaluate((made) => window.stage.editor?.apply(made), change);
  expect((await desk.read()).body).toMatchObject([{}, {}, change.blocks.a1, {}, change.blocks.a2, {}]);
  expect(await caret()).toEqual({ place: { block: 'a1', part: 'text' }, offset: 18 });
  await page.keyboard.type('Y');
  expect((await desk.read()).body[2]).toMatchObject(answer('a1', 'Chúng tôi: Vì sợ XYgiếng cạn.'));
  await desk.run('undo');
  expect((await desk.read()).body[4]).toMatchObject(change.blocks.a2);
  await desk.run('undo');
  expect((await desk.read()).body).toMatchObject([
    {},
    {},
    answer('a1', 'Vì sợ Xgiếng cạn.'),
    {},
    answer('a2', 'Tháng ba.'),
    {},
  ]);
  await desk.run('redo');
  expect((await desk.read()).body[4]).toMatchObject(change.blocks.a2);
});

test('blocks that came, went and moved, and the head, are where the change says', async () => {
  const change = {
    fields: { headline: toText('Nước'), byline: [{ name: 'Lê An', role: 'thực hiện' }] },
    blocks: { a3: answer('a3', 'Lời mới.') },
    order: ['lead', 'q2', 'a2', 'a3', 'q1', 'closing'],
  };
  await desk.page.evaluate((made) => window.stage.editor?.apply(made), change);
  const { body, headline, byline: names } = await desk.read();
  expect(body.map((block) => block.id)).toEqual(change.order);
  expect([headline, names]).toEqual([change.fields.headline, change.fields.byline]);
  await desk.run('undo');
  expect((await desk.read()).body.map((block) => block.id)).toEqual(PIECE.body.map((block) => block.id));
});

test('who writes elsewhere keeps the keyboard', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    window.stage.editor?.focus({ block: 'a1', part: 'text' }, 0);
    document.body.appendChild(document.createElement('input')).id = 'elsewhere';
  });
  await page.keyboard.type('Z');
  await page.locator('#elsewhere').focus();
  await page.evaluate((made) => window.stage.editor?.apply(made), { blocks: { a1: answer('a1', 'Vì thương.') } });
  await page.keyboard.type('x');
  expect(await page.locator('#elsewhere').inputValue()).toBe('x');
  expect((await desk.read()).body[2]).toMatchObject(answer('a1', 'Vì thương.'));
  await page.evaluate(() => document.getElementById('elsewhere')?.remove());
});
