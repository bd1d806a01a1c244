import { expect, test } from '@playwright/test';
import { a, byline, closing, id, interview, list, p, photo, q, title } from '../support/builders';
import { typeCharacter } from '../support/typing';
import { startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());

/** Three pairs; the second holds a photo and a list between its answers. */
const THREE = interview(
  title('Ba câu'),
  id('lead', p('Dẫn')),
  id('q1', q('Một?')),
  a('Lời một.').map((block) => ({ ...block, id: 'a1' })),
  id('q2', q('Hai?')),
  a('Lời hai.').map((block) => ({ ...block, id: 'a2' })),
  id('photo', photo({ photoId: 'x', caption: 'Ảnh' })),
  id('list', list('Mục')),
  a('Lời hai nữa.').map((block) => ({ ...block, id: 'a3' })),
  id('q3', q('Ba?')),
  id('closing', closing('Cảm ơn!')),
  byline('NX'),
);
const PAIRS = { q1: ['q1', 'a1'], q2: ['q2', 'a2', 'photo', 'list', 'a3'], q3: ['q3'] } as const;
type Question = keyof typeof PAIRS;

const order = async () => (await desk.read()).body.map((block) => block.id);
const ordered = (...questions: readonly Question[]) => ['lead', ...questions.flatMap((name) => PAIRS[name]), 'closing'];

test.beforeEach(async () => await desk.open(THREE));

const MOVES: readonly (readonly [Question, number, readonly Question[]])[] = [
  ['q2', 0, ['q2', 'q1', 'q3']],
  ['q2', 2, ['q1', 'q3', 'q2']],
  ['q1', 2, ['q2', 'q3', 'q1']],
  ['q3', 0, ['q3', 'q1', 'q2']],
  ['q1', 1, ['q2', 'q1', 'q3']],
];

for (const [question, to, expected] of MOVES) {
  test(`${question} to place ${to + 1}: all that is in the pair goes along, one undo step`, async () => {
    await desk.page.evaluate(([name, at]) => window.stage.editor?.movePair(name, at), [question, to] as const);
    expect(await order()).toEqual(ordered(...expected));
    await desk.run('undo');
    expect(await order()).toEqual(ordered('q1', 'q2', 'q3'));
    await desk.run('redo');
    expect(await order()).toEqual(ordered(...expected));
  });
}

test('beyond the first and last nothing happens, and there is nothing to undo', async () => {
  for (const [question, to] of [
    ['q1', -1],
    ['q3', 3],
    ['q2', 1],
    ['lead', 0],
  ] as const) {
    await desk.page.evaluate(([name, at]) => window.stage.editor?.movePair(name, at), [question, to] as const);
    expect(await order()).toEqual(ordered('q1', 'q2', 'q3'));
  }
  expect(await desk.undoSteps()).toBe(0);
});

test('by keys the caret goes along: in an answer, in a caption, in an item', async () => {
  for (const place of ['a3', 'photo caption', 'list 0']) {
    await desk.open(THREE);
    await desk.caret(place, 'end');
    expect(await desk.run('move-pair-up')).toBe(true);
    expect(await order()).toEqual(ordered('q2', 'q1', 'q3'));
    await typeCharacter(desk.cdp, 'X');
    const now = JSON.stringify((await desk.read()).body.slice(1, 6));
    expect(now, place).toContain('X');
    expect(await desk.run('move-pair-up')).toBe(false);
  }
});

test('undo and redo scroll what they changed into view', async () => {
  const long = Array.from({ length: 60 }, (_, index) => id(`b${index}`, p(`Đoạn ${index}. `.repeat(12))));
  await desk.open(interview(title('Dài'), ...long, byline('NX')));
  await desk.caret('b2', 'end');
  await typeCharacter(desk.cdp, 'X');
  for (const command of ['undo', 'redo', 'undo'] as const) {
    await desk.caret('b58', 'end');
    await desk.page.locator('[data-block="b58"]').scrollIntoViewIfNeeded();
    await expect(desk.page.locator('[data-block="b2"]')).not.toBeInViewport();
    await desk.run(command);
    await expect(desk.page.locator('[data-block="b2"]'), command).toBeInViewport();
  }
});

test('blanks are marked where they can be seen, also after a scroll', async () => {
  const long = Array.from({ length: 60 }, (_, index) => id(`b${index}`, p(`Đoạn {{chỗ ${index}}}. `.repeat(6))));
  await desk.open(interview(title('Dài'), ...long, byline('NX')));
  const marked = async () =>
    await desk.page.evaluate(() =>
      [...(CSS.highlights.get('galley-blank') ?? [])].map(
        (range) =>
          (range as Range).startContainer.parentElement?.closest<HTMLElement>('[data-block]')?.dataset['block'],
      ),
    );
  await expect.poll(marked).toContain('b0');
  expect(await marked()).not.toContain('b59');
  await desk.page.locator('[data-block="b59"]').scrollIntoViewIfNeeded();
  await expect.poll(marked).toContain('b59');
  expect(await marked()).not.toContain('b0');
});
