import { expect, test } from '@playwright/test';
import type { Thread } from '../../shared/interview/threads';
import type { Interview, Text } from '../../shared/interview/types';
import { standingsOf } from '../../shared/review/threads/standing';
import { a, byline, fields, id, interview, list, photo, q, title } from '../support/builders';
import { composeTo, typePlain, typeVietnamese, typingWays } from '../support/typing';
import { key, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());

const QUOTE = 'lúa được mùa';
const TEXT: Text = [{ text: 'Năm nay ' }, { text: QUOTE, threads: ['t1'] }, { text: ', cả xã mừng.' }];
const about = (thread: string, quote: string, block = 'a1'): Thread => ({
  id: thread,
  anchor: { kind: 'words', place: { block, part: 'text' } },
  quote,
  comments: [{ id: `${thread}-1`, by: 'Hoa', at: 1, text: 'Xem lại' }],
});
const THREADS = [about('t1', QUOTE)];
const PIECE = interview(
  title('Được mùa'),
  id('q1', q('Ra sao?')),
  a(TEXT).map((block) => ({ ...block, id: 'a1' })),
  id('q2', q('Giá cả?')),
  a('Giá thì thấp.').map((block) => ({ ...block, id: 'a2' })),
  id('photo', photo({ photoId: 'x', caption: 'Ông Ama Hlan', alt: 'Một người' })),
  id('list', list('Mục một', 'Mục hai')),
  byline('NX', 'ghi'),
  fields({ threads: THREADS }),
);

/** Past the pause after which anchors are put right. */
const settled = async () => await desk.page.waitForTimeout(330);
const show = async (threads: readonly Thread[], active: string | null = null) =>
  await desk.page.evaluate(([all, one]) => window.stage.editor?.comments.show(all, one), [threads, active] as const);
const open = async (piece: Interview = PIECE) => {
  await desk.open(piece);
  await show(piece.threads ?? []);
};
const words = async (thread = 't1', threads: readonly Thread[] = THREADS) => {
  const standing = standingsOf({ ...(await desk.read()), threads }).get(thread);
  return standing?.kind === 'words' ? standing.words : null;
};
const hang = async (thread: string) =>
  await desk.page.evaluate((name) => window.stage.editor?.comments.hang(name) ?? null, thread);

for (const way of typingWays) {
  test(`by ${way}: what is typed inside belongs to the thread, at its ends and beside it does not`, async () => {
    for (const [offset, typed, expected] of [
      [11, ' nếp cái', 'lúa nếp cái được mùa'],
      [20, ' quá đẹp', QUOTE],
      [8, 'vụ ', QUOTE],
      [7, ' thì', QUOTE],
      [22, 'thật ', QUOTE],
    ] as const) {
      await open();
      await desk.caret('a1', offset);
      await typeVietnamese(desk.cdp, typed, way);
      await settled();
      const text = 'Năm nay lúa được mùa, cả xã mừng.';
      const full = JSON.stringify((await desk.read()).body[1]?.kind === 'answer' && (await desk.read()).body[1]);
      expect(full.replaceAll(/"\},\{"text":"|","threads":\["t1"\]\},\{"text":"/g, ''), typed).toContain(
        text.slice(0, offset) + typed + text.slice(offset),
      );
      expect(await words(), `${typed} at ${offset}`).toBe(expected);
    }
  });

  test(`by ${way}: a word typed at the end of the words takes its tones, and typing goes on in it`, async () => {
    await open();
    await desk.caret('a1', 20);
    await typeVietnamese(desk.cdp, ' tiếng', way);
    await settled();
    expect(await words()).toBe(QUOTE);
    await typeVietnamese(desk.cdp, ' Việt rõ', way);
    await settled();
    expect(await words()).toBe(QUOTE);
    expect(JSON.stringify(await desk.read())).toContain(' tiếng Việt rõ, cả xã');
    const steps = await desk.undoSteps();
    expect(steps).toBeLessThanOrEqual(2);
    for (let step = 0; step < steps; step += 1) await desk.run('undo');
    await settled();
    expect((await desk.read()).body).toEqual(PIECE.body);
  });

  test(`by ${way}: commented words typed over keep their thread`, async () => {
    await open();
    await desk.select(['a1', 8], ['a1', 20]);
    await typeVietnamese(desk.cdp, 'ngô mất trắng', way);
    await settled();
    expect(await words()).toBe('ngô mất trắng');
  });
}

test('while a word is being composed no node is divided', async () => {
  await open();
  await desk.caret('a1', 20);
  for (const step of [' ', ' t', ' ti', ' tiê']) await composeTo(desk.cdp, step.trim() || 't');
  await settled();
  await settled();
  const composing = await words();
  await desk.cdp.send('Input.insertText', { text: 'tiế' });
  await settled();
  expect(composing).not.toBeNull();
  expect(await words()).toBe(QUOTE);
  expect(JSON.stringify(await desk.read())).toContain('tiế');
});

test('a thread on selected words, a block, a photo, a caption, fields and an item; none is an undo step', async () => {
  const cases: readonly (readonly [string, () => Promise<void>, Record<string, unknown>])[] = [
    [
      'words',
      async () => await desk.select(['a2', 4], ['a2', 12]),
      { anchor: { kind: 'words', place: { block: 'a2', part: 'text' } }, quote: 'thì thấp' },
    ],
    [
      'block',
      async () => await desk.caret('a2', 3),
      { anchor: { kind: 'block', block: 'a2' }, quote: 'Giá thì thấp.' },
    ],
    [
      'caption',
      async () => await desk.caret('photo caption', 3),
      { anchor: { kind: 'block', block: 'photo', part: 'caption' }, quote: 'Ông Ama Hlan' },
    ],
    [
      'words of the caption',
      async () => await desk.select(['photo caption', 0], ['photo caption', 3]),
      { anchor: { kind: 'words', place: { block: 'photo', part: 'caption' } }, quote: 'Ông' },
    ],
    [
      'alt',
      async () => await desk.select(['photo alt', 0], ['photo alt', 3]),
      { anchor: { kind: 'block', block: 'photo', part: 'alt' } },
    ],
    [
      'headline',
      async () => await desk.caret('headline', 2),
      { anchor: { kind: 'field', field: 'headline' }, quote: 'Được mùa' },
    ],
    [
      'byline',
      async () => await desk.select(['byline', 0], ['byline', 2]),
      { anchor: { kind: 'field', field: 'byline' } },
    ],
    [
      'item',
      async () => await desk.select(['list 1', 0], ['list 1', 3]),
      { anchor: { kind: 'words', place: { block: 'list', part: 'items', index: 1 } }, quote: 'Mục' },
    ],
    [
      'photo',
      async () => await desk.page.locator('.galley-image').click(),
      { anchor: { kind: 'block', block: 'photo' } },
    ],
    [
      'over two paragraphs',
      async () => await desk.select(['a1', 22], ['a2', 3]),
      { quote: 'cả xã mừng.\nGiá cả?\nGiá' },
    ],
  ];
  for (const [name, select, expected] of cases) {
    await open();
    await select();
    expect(await hang('new'), name).toMatchObject(expected);
    expect(await desk.undoSteps(), name).toBe(0);
    const standing = standingsOf({ ...(await desk.read()), threads: [about('new', 'x')] }).get('new');
    expect(standing?.kind === 'words', name).toBe(
      'anchor' in expected ? JSON.stringify(expected).includes('"words"') : true,
    );
  }
});

test('undo behind the thread finds its words again; redo and a new change too', async () => {
  await open({ ...PIECE, threads: [] });
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' Nhe.');
  await settled();
  await desk.select(['a2', 4], ['a2', 12]);
  await hang('new');
  const threads = [about('new', 'thì thấp', 'a2')];
  await show(threads);
  await desk.run('undo');
  await settled();
  expect(JSON.stringify(await desk.read())).not.toContain('Nhe');
  expect(await words('new', threads)).toBe('thì thấp');
  await desk.run('redo');
  await settled();
  expect(JSON.stringify(await desk.read())).toContain('Nhe');
  expect(await words('new', threads)).toBe('thì thấp');
});

test('deleted, the words are gone and the thread stands nowhere; undo brings both back', async () => {
  await open();
  await desk.select(['a1', 8], ['a1', 20]);
  await key(desk, 'Backspace');
  await settled();
  expect(await words()).toBeNull();
  await desk.run('undo');
  await settled();
  expect(await words()).toBe(QUOTE);
});

test('cut and pasted elsewhere the words take their thread along, copied they do not', async () => {
  const { keyboard } = desk.page;
  await open();
  await desk.select(['a1', 8], ['a1', 20]);
  await keyboard.press('Control+x');
  await settled();
  expect(await words()).toBeNull();
  await desk.caret('a2', 'end');
  await keyboard.press('Control+v');
  await settled();
  expect(await words()).toBe(QUOTE);
  expect(standingsOf({ ...(await desk.read()), threads: THREADS }).get('t1')).toMatchObject({
    spots: [{ place: { block: 'a2' } }],
  });
  await desk.caret('q1', 'end');
  await keyboard.press('Control+v');
  await settled();
  expect(JSON.stringify((await desk.read()).body[0])).toContain(QUOTE);
  expect(JSON.stringify((await desk.read()).body[0])).not.toContain('t1');

  await open();
  await desk.select(['a1', 0], ['a1', 20]);
  await keyboard.press('Control+c');
  await desk.caret('a2', 'end');
  await keyboard.press('Control+v');
  await settled();
  expect(await words()).toBe(QUOTE);
});

test('bold over a part, a move of the pair, Enter and Backspace inside leave the thread on its words', async () => {
  await open();
  await desk.select(['a1', 4], ['a1', 12]);
  await desk.run('bold');
  expect(await words()).toBe(QUOTE);
  await desk.run('move-pair-down');
  await settled();
  expect(await words()).toBe(QUOTE);
  await desk.caret('a1', 16);
  await key(desk, 'Enter');
  await settled();
  expect((await words())?.split('\n')).toHaveLength(2);
  await key(desk, 'Backspace');
  await settled();
  expect(await words()).toBe(QUOTE);
});

test('open threads are painted and marked, the active one apart; a click on words or mark asks for it', async () => {
  const block: Thread = { ...about('t2', 'x'), anchor: { kind: 'block', block: 'photo' } };
  const field: Thread = { ...about('t3', 'x'), anchor: { kind: 'field', field: 'headline' } };
  const settledOne: Thread = { ...about('t4', 'Giá'), resolved: { by: 'Hoa', at: 2 } };
  const painted = async (how: 'open' | 'active') =>
    await desk.page.locator(`[data-editor] [data-thread='${how}']`).allTextContents();
  await open();
  await show([...THREADS, block, field, settledOne]);
  await expect.poll(async () => await painted('open')).toEqual([QUOTE]);
  const marks = desk.page.locator('.galley-comment-mark');
  await expect(marks).toHaveText(['1', '1', '1']);
  const boxes = await marks.evaluateAll((all) => all.map((mark) => Math.round(mark.getBoundingClientRect().top)));
  expect(boxes).toEqual([...boxes].toSorted((x, y) => x - y));
  await show([...THREADS, block, field], 't1');
  await expect.poll(async () => await painted('active')).toEqual([QUOTE]);
  expect(await painted('open')).toEqual([]);
  await show([...THREADS, block, field], 't2');
  await expect(desk.page.locator('[data-block="photo"][data-commented]')).toHaveCount(1);
  await marks.nth(1).click();
  await desk.page.locator('[data-editor] [data-thread]').click();
  expect(await desk.stage(({ threads }) => threads)).toEqual(['t1', 't1']);
  await expect.poll(async () => await desk.stage(({ state }) => state?.threads)).toEqual(['t1']);
});

test('a hundred keys beside five hundred threads write no anchor and find none again', async () => {
  const many = Array.from({ length: 500 }, (_, index) => about(`t${index}`, 'lúa', `b${index}`));
  const body = many.map(({ id: thread }, index) => ({
    kind: 'paragraph' as const,
    id: `b${index}`,
    text: [{ text: 'Năm nay ' }, { text: 'lúa', threads: [thread] }, { text: ' được mùa.' }],
  }));
  await open({ ...interview(title('Dài')), body, threads: many });
  await desk.caret('b3', 'end');
  await typePlain(desk.cdp, 'chữ '.repeat(25).normalize('NFC').replaceAll('ữ', 'u'));
  await settled();
  const standings = standingsOf({ ...(await desk.read()), threads: many });
  expect([...standings.values()].every((one) => one.kind === 'words' && one.words === 'lúa')).toBe(true);
  expect(await desk.page.locator('.galley-comment-mark').count()).toBeLessThan(60);
});
