import { expect, test } from '@playwright/test';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { a, byline, closing, gallery, id, interview, p, photo, q, title } from '../support/builders';
import { typeCharacter, typeVietnamese } from '../support/typing';
import { key, lines, startDesk } from './desk-of-editor';
import type { EditorDesk, Spot } from './desk-of-editor';

/** A gallery of three between two paragraphs, and two photos beside each other further down. */
const sample = () =>
  interview(
    title('Nước ngầm ở lại'),
    id('before', p('Nhân vụ tưới')),
    id(
      'g',
      gallery(
        [
          { photoId: 'x', caption: 'Một', credit: 'A', alt: 'một' },
          { photoId: 'y', caption: 'Hai', credit: 'B', alt: 'hai' },
          { caption: 'Ba', credit: 'C', alt: 'ba' },
        ],
        { caption: 'Chung', credit: 'Của cả' },
      ),
    ),
    id('after', p('Và sau đó')),
    id('p1', photo({ photoId: 'x', caption: 'Trái', alt: 'trái' })),
    id('p2', photo({ photoId: 'y', caption: 'Phải', credit: 'D' })),
    id('q1', q('Kết quả ra sao?')),
    ...a('Năm nay khá.').map((block) => ({ ...block, id: 'a1' })),
    id('closing', closing('Xin cảm ơn ông!')),
    byline('Nguyễn Xuân', 'thực hiện'),
  );

const SPOTS: readonly Spot[] = [
  ...[0, 1, 2].flatMap((at) => ['caption', 'credit', 'alt'].map((part) => `g ${at}.${part}`)),
  'g common.caption',
  'g common.credit',
];
let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open(sample()));

const START = lines(sample());
const now = async () => lines(await desk.read());
const errors = async () => await desk.stage((stage) => stage.errors);
/** The gallery's line with a mark behind one of its words. */
const withMark = (index: number) => {
  let seen = 0;
  return (START[1] ?? '')
    .slice('gallery:'.length)
    .split(/(\|| ; )/)
    .map((part, at) => (at % 2 === 0 && seen++ === index ? `${part}#` : part))
    .join('');
};
const taken = (name: string): TakenPhoto => ({
  photo: { id: name, file: `${name}.jpg`, width: 1200, height: 800 } as TakenPhoto['photo'],
  texts: { caption: [{ text: name }], credit: [], alt: '' },
});

test('it comes out as it went in, and what is typed goes into the text that holds the caret', async () => {
  expect(await desk.read()).toEqual(sample());
  for (const [index, spot] of SPOTS.entries()) {
    await desk.open(sample());
    await desk.caret(spot, 'end');
    await typeCharacter(desk.cdp, '#');
    expect((await now())[1], spot).toBe(`gallery:${withMark(index)}`);
    await desk.run('undo');
    expect(await now()).toEqual(START);
  }
  expect(await errors()).toEqual([]);
});

test('Telex in the second caption', async () => {
  await desk.caret('g 1.caption', 'end');
  await typeVietnamese(desk.cdp, ' đường đất', 'backspaces');
  expect((await now())[1]).toContain('Hai đường đất|B|hai');
});

test('no text of it runs into another: Backspace at its start, Delete at its end, Enter', async () => {
  for (const spot of SPOTS) {
    for (const [edge, press] of [
      ['start', 'Backspace'],
      ['end', 'Delete'],
      ['end', 'Enter'],
    ] as const) {
      await desk.open(sample());
      await desk.caret(spot, edge);
      await key(desk, press);
      expect(await now(), `${press} in ${spot}`).toEqual(START);
    }
  }
  expect(await errors()).toEqual([]);
});

test('an empty gallery keeps its pictures when Backspace is pressed in it', async () => {
  const bare = interview(id('b', p('Đầu')), id('g', gallery([{ photoId: 'x' }, { photoId: 'y' }])), q('Hỏi?'));
  for (const spot of ['g 0.caption', 'g 1.alt', 'g common.caption']) {
    await desk.open(bare);
    await desk.caret(spot, 'start');
    await key(desk, 'Backspace');
    expect(await now(), spot).toEqual(lines(bare));
  }
});

test('Tab and Enter walk through every text, Shift+Tab back', async () => {
  for (const press of ['Tab', 'Enter'] as const) {
    await desk.open(sample());
    await desk.caret('g 0.caption', 'end');
    for (let step = 0; step < SPOTS.length; step += 1) {
      expect((await desk.stage((stage) => stage.editor?.caret()))?.place, `${press} ${step}`).toEqual(placeOf(step));
      await key(desk, press);
    }
    expect((await desk.stage((stage) => stage.editor?.caret()))?.place.block).toBe('after');
  }
  await desk.caret('g common.credit', 'end');
  for (let step = SPOTS.length - 1; step > 0; step -= 1) await key(desk, 'Tab', 8);
  expect((await desk.stage((stage) => stage.editor?.caret()))?.place).toEqual(placeOf(0));
});

function placeOf(step: number) {
  if (step >= 9) return { block: 'g', part: step === 9 ? 'caption' : 'credit' };
  return { block: 'g', part: ['captions', 'credits', 'alts'][step % 3], index: Math.floor(step / 3) };
}

test('it is selected whole before a key removes it, and undo brings it back', async () => {
  await desk.caret('after', 'start');
  await key(desk, 'Backspace');
  expect(await now()).toEqual(START);
  await key(desk, 'Backspace');
  expect((await now()).some((line) => line.startsWith('gallery'))).toBe(false);
  await desk.run('undo');
  expect(await desk.read()).toEqual(sample());
  await desk.open(sample());
  await desk.caret('before', 'end');
  await key(desk, 'Delete');
  await typeCharacter(desk.cdp, 'x');
  expect(await now()).toEqual(START);
});

test('Ctrl+A and Delete in a caption empty that caption; in the body everything goes', async () => {
  await desk.caret('g 1.caption');
  await desk.run('select-all');
  await key(desk, 'Delete');
  expect((await now())[1]).toBe((START[1] ?? '').replace('Hai|', '|'));
  await desk.caret('after');
  await desk.run('select-all');
  await key(desk, 'Delete');
  expect((await now()).some((line) => line.startsWith('gallery'))).toBe(false);
  await desk.run('undo');
  expect((await now()).some((line) => line.startsWith('gallery'))).toBe(true);
});

test('a selection over it is cut and pasted with all its texts', async () => {
  await desk.select(['before', 5], ['after', 3]);
  await desk.page.keyboard.press('ControlOrMeta+x');
  await expect.poll(async () => (await now()).filter((line) => line.startsWith('gallery'))).toEqual([]);
  await desk.page.waitForTimeout(150);
  await desk.caret('a1', 'end');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await expect.poll(async () => (await now()).filter((line) => line.startsWith('gallery'))).toEqual([START[1]]);
});

test('a selected gallery is copied: the second one has an id of its own', async () => {
  await desk.page.locator('.galley-gallery-picture .galley-image').first().click();
  await desk.page.keyboard.press('ControlOrMeta+c');
  await desk.page.waitForTimeout(60);
  await desk.caret('a1', 'end');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await desk.page.waitForTimeout(80);
  const body = (await desk.read()).body.filter(({ kind }) => kind === 'gallery');
  expect(lines({ ...sample(), body })).toEqual([START[1], START[1]]);
  expect(new Set(body.map((block) => block.id)).size).toBe(2);
});

test('photos beside each other become one gallery and photos again, each as one undo step', async () => {
  await desk.caret('p2 caption');
  expect(await desk.run('join-photos')).toBe(true);
  const at = START.findIndex((line) => line.startsWith('photo:Trái'));
  expect((await now())[at]).toBe('gallery:Trái||trái ; Phải|D| ; |');
  expect((await desk.read()).body[at]).toMatchObject({ id: 'p1', layout: 'pair', span: 2 });
  expect(await desk.run('part-gallery')).toBe(true);
  expect(await now()).toEqual(START);
  await desk.run('undo');
  await desk.run('undo');
  expect(await desk.read()).toEqual(sample());
  await desk.caret('a1');
  expect(await desk.run('join-photos')).toBe(false);
  expect(await desk.run('part-gallery')).toBe(false);
});

test('by commands: order, layout and removal; the caret stays in its text', async () => {
  await desk.caret('g 0.caption', 'end');
  expect(await desk.run('picture-earlier')).toBe(false);
  expect(await desk.run('picture-later')).toBe(true);
  await typeCharacter(desk.cdp, '!');
  expect((await now())[1]).toBe('gallery:Hai|B|hai ; Một!|A|một ; Ba|C|ba ; Chung|Của cả');
  await desk.run('gallery-strip');
  expect((await desk.read()).body[1]).toMatchObject({
    layout: 'strip',
    pictures: [{ photoId: 'y' }, { photoId: 'x' }, {}],
  });
  await desk.run('remove-picture');
  expect((await now())[1]).toBe('gallery:Hai|B|hai ; Ba|C|ba ; Chung|Của cả');
  await desk.run('remove-picture');
  await desk.run('remove-picture');
  expect((await now())[1]).toBe('paragraph:');
  for (let step = 0; step < 6; step += 1) await desk.run('undo');
  expect(await desk.read()).toEqual(sample());
});

test('by pointer: the buttons of a picture and of the bar', async () => {
  const second = desk.page.locator('.galley-gallery-picture').nth(1);
  await second.locator('.galley-picture').hover();
  await expect(second.locator('[data-gallery="earlier"]')).toHaveText('←');
  await second.locator('[data-gallery="earlier"]').click();
  await expect.poll(async () => (await now())[1]).toBe('gallery:Hai|B|hai ; Một|A|một ; Ba|C|ba ; Chung|Của cả');
  await desk.page.locator('[data-gallery="pair"]').click();
  await expect.poll(async () => (await desk.read()).body[1]).toMatchObject({ layout: 'pair' });
  await expect(desk.page.locator('[data-gallery="pair"]')).toHaveAttribute('aria-pressed', 'true');
  const third = desk.page.locator('.galley-gallery-picture').nth(2);
  await third.locator('.galley-picture').hover();
  await third.locator('[data-act="replace-picture"]').click();
  expect(await desk.stage(({ replaced }) => replaced)).toEqual(['g/2']);
  await third.locator('[data-gallery="remove"]').click();
  await expect.poll(async () => (await now())[1]).toBe('gallery:Hai|B|hai ; Một|A|một ; Chung|Của cả');
  await desk.page.locator('[data-gallery="add"]').click();
  expect(await desk.stage(({ added }) => added)).toEqual(['g']);
});

test('pictures are put in, added and exchanged by the window', async () => {
  await desk.caret('a1');
  await desk.page.evaluate(
    (given) => window.stage.editor?.insertGallery(given),
    [taken('n1'), taken('n2'), taken('n3')],
  );
  expect((await now()).at(-2)).toBe('gallery:n1|| ; n2|| ; n3|| ; |');
  await desk.run('undo');
  expect(await now()).toEqual(START);
  await desk.caret('g 0.alt');
  const add = async (count: number) =>
    await desk.page.evaluate(
      (given) => window.stage.editor?.addToGallery('g', given),
      Array.from({ length: count }, (_, at) => taken(`m${at}`)),
    );
  expect(await add(10)).toBe(false);
  expect(await now()).toEqual(START);
  expect(await add(2)).toBe(true);
  expect((await now())[1]).toBe('gallery:Một|A|một ; m0|| ; m1|| ; Hai|B|hai ; Ba|C|ba ; Chung|Của cả');
  await desk.run('undo');
  await desk.page.evaluate((given) => window.stage.editor?.replacePhoto('g/2', given), taken('n9'));
  expect((await desk.read()).body[1]).toMatchObject({
    pictures: [{ photoId: 'x' }, { photoId: 'y' }, { photoId: 'n9' }],
  });
  await desk.page.evaluate(() => window.stage.editor?.updatePhoto('g/1', { alt: 'Khác', span: 5 }));
  expect((await desk.read()).body[1]).toMatchObject({ span: 5, pictures: [{}, { alt: 'Khác' }, {}] });
});

test('find and the caret of a remark reach every text', async () => {
  const found = await desk.page.evaluate(() =>
    window.stage.editor?.find({ text: 'chung', accents: false, matchCase: false }),
  );
  expect(found?.count).toBe(1);
  await desk.page.evaluate(() => window.stage.editor?.focus({ block: 'g', part: 'credits', index: 2 }));
  await desk.page.waitForTimeout(60);
  await typeCharacter(desk.cdp, '#');
  expect((await now())[1]).toContain('Ba|C#|ba');
});
