import { expect, test } from '@playwright/test';
import { commitComposition, composeTo, typeCharacter } from '../support/typing';
import { key, lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk, Spot } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open());

const START = lines(sample());
const unchanged = async () => expect(lines(await desk.read())).toEqual(START);
const at = (block: string) => START.findIndex((line) => line.includes(block));
const now = async () => lines(await desk.read());

type Press = 'Backspace' | 'Delete' | 'Enter';

/** Keys that change no text, wherever they may put the caret. */
const NOTHING: readonly (readonly [name: string, spot: Spot, edge: 'start' | 'end', press: Press])[] = [
  ['Backspace at the start of the caption', 'photo caption', 'start', 'Backspace'],
  ['Delete at the end of the caption', 'photo caption', 'end', 'Delete'],
  ['Enter in the caption', 'photo caption', 'end', 'Enter'],
  ['Enter in the alt text', 'photo alt', 'end', 'Enter'],
  ['Backspace at the start of the pull quote', 'quote quote', 'start', 'Backspace'],
  ['Delete at the end of its attribution', 'quote attribution', 'end', 'Delete'],
  ['Backspace at the start of a box heading', 'box heading', 'start', 'Backspace'],
  ['Backspace at the start of a box', 'box 0', 'start', 'Backspace'],
  ['Delete at the end of a box', 'box 1', 'end', 'Delete'],
  ['Delete at the end of a list', 'list 1', 'end', 'Delete'],
  ['Backspace at the start of the body', 'occasion', 'start', 'Backspace'],
  ['Delete before the photo', 'occasion', 'end', 'Delete'],
  ['Backspace at the start of an answer after its question', 'a10', 'start', 'Backspace'],
  ['Delete at the end of a question', 'q1', 'end', 'Delete'],
  ['Delete at the end of an answer before a question', 'a11', 'end', 'Delete'],
  ['Delete before the pull quote', 'sub', 'end', 'Delete'],
  ['Backspace after the unknown block', 'end', 'start', 'Backspace'],
  ['Delete at the end of the body', 'end', 'end', 'Delete'],
  ['Backspace at the start of the closing', 'closing', 'start', 'Backspace'],
  ['Delete at the end of the closing', 'closing', 'end', 'Delete'],
  ['Backspace at the start of the byline', 'byline', 'start', 'Backspace'],
  ['Enter in the byline', 'byline', 'end', 'Enter'],
  ['Enter at the end of the closing', 'closing', 'end', 'Enter'],
  ['Backspace at the start of the headline', 'headline', 'start', 'Backspace'],
  ['Delete at the end of the standfirst', 'standfirst', 'end', 'Delete'],
  ['Enter in the headline', 'headline', 'end', 'Enter'],
];

for (const [name, spot, edge, press] of NOTHING) {
  test(`${name} changes nothing`, async () => {
    const before = JSON.stringify(await desk.read());
    await desk.caret(spot, edge);
    await key(desk, press);
    expect(JSON.stringify(await desk.read())).toBe(before);
    expect(await desk.stage(({ errors }) => errors)).toEqual([]);
  });
}

test('a photo is selected first, then removed, and undo brings it back', async () => {
  await desk.caret('q1', 'start');
  await key(desk, 'Backspace');
  // A question at the start of which Backspace is pressed becomes prose; nothing is removed.
  expect((await now())[at('Ông Ama')]).toBe(START[at('Ông Ama')]);
  await desk.open();
  await desk.caret('occasion', 'end');
  await key(desk, 'Delete');
  await unchanged();
  await key(desk, 'Delete');
  expect((await now()).some((line) => line.startsWith('photo'))).toBe(false);
  await desk.run('undo');
  await unchanged();
});

test('Ctrl+A and Delete in a caption empty the caption only', async () => {
  await desk.caret('photo caption');
  await desk.run('select-all');
  await key(desk, 'Delete');
  expect((await now())[1]).toBe('photo:|Ảnh: NX|Một người đàn ông');
});

test('Ctrl+A and Delete in the body leave one line and the head', async () => {
  await desk.caret('a10');
  await desk.run('select-all');
  await key(desk, 'Delete');
  const piece = await desk.read();
  expect(lines(piece).filter((line) => line !== 'paragraph:' && line !== 'closing:')).toEqual([]);
  expect(piece.byline).toEqual([]);
  expect(piece.headline).toEqual([{ text: 'Nước ngầm ở lại' }]);
  await typeCharacter(desk.cdp, 'X');
  expect(await now()).toContain('paragraph:X');
  await desk.run('undo');
  await desk.run('undo');
  await unchanged();
});

test('writing flow: question, answer, next question', async () => {
  await desk.caret('q2', 'end');
  await key(desk, 'Enter');
  await typeCharacter(desk.cdp, 'X');
  await key(desk, 'Enter');
  await key(desk, 'Enter');
  await typeCharacter(desk.cdp, 'Y');
  const body = await now();
  const from = body.indexOf('question:Khó khăn gì?');
  expect(body.slice(from, from + 4)).toEqual([
    'question:Khó khăn gì?',
    'answer:X',
    'question:Y',
    'answer:Một số hạn chế.',
  ]);
});

test('an empty question turns back by Enter', async () => {
  await desk.caret('a11', 'end');
  await key(desk, 'Enter');
  await desk.run('toggle-question');
  await key(desk, 'Enter');
  expect((await now())[at('Về cán bộ.') + 1]).toBe('answer:');
});

test('toggle-question turns prose into a question and back, with its id', async () => {
  await desk.caret('a11', 'end');
  await desk.run('toggle-question');
  expect((await desk.read()).body.find(({ id }) => id === 'a11')?.kind).toBe('question');
  await desk.run('toggle-question');
  await unchanged();
});

const RANGES: readonly (readonly [
  name: string,
  from: readonly [Spot, number],
  to: readonly [Spot, number],
  left: readonly string[],
])[] = [
  ['answer to answer joins', ['a10', 4], ['a11', 3], ['answer:Năm cán bộ.']],
  ['question to answer never glues', ['q1', 3], ['a10', 4], ['question:Kết', 'answer:nay khá.']],
  ['answer to question never glues', ['a11', 2], ['q2', 4], ['answer:Về', 'question:khăn gì?']],
  ['body to closing', ['end', 3], ['closing', 4], ['paragraph:Và '.trim(), 'closing:cảm ơn ông!']],
];

for (const [name, from, to, left] of RANGES) {
  test(`deleting a range: ${name}, undone in one step`, async () => {
    await desk.select(from, to);
    await key(desk, 'Delete');
    const body = (await now()).map((line) => line.replace(/ +$/, ''));
    for (const line of left) expect(body.map((one) => one.replace(/: /, ':'))).toContain(line);
    await desk.run('undo');
    await unchanged();
  });
}

test('undo-after-range-delete: a range over the photo comes back', async () => {
  await desk.select(['occasion', 2], ['a10', 3]);
  await key(desk, 'Delete');
  expect((await now()).some((line) => line.startsWith('photo'))).toBe(false);
  await desk.run('undo');
  await unchanged();
});

test('cut-into-byline: cutting into the byline leaves both texts apart', async () => {
  await desk.select(['end', 2], ['byline', 3]);
  await desk.page.keyboard.press('ControlOrMeta+x');
  await desk.page.waitForTimeout(150);
  const piece = await desk.read();
  expect(lines(piece)).toContain('paragraph:Và');
  expect(piece.byline).toEqual([{ name: 'yễn Xuân', role: 'thực hiện' }]);
  await desk.run('undo');
  await unchanged();
});

test('composing over a range into the byline keeps the texts apart', async () => {
  await desk.select(['end', 2], ['byline', 3]);
  await composeTo(desk.cdp, 'đ');
  await commitComposition(desk.cdp, 'đi');
  await desk.page.waitForTimeout(60);
  const piece = await desk.read();
  expect(lines(piece)).toContain('paragraph:Vàđi');
  expect(piece.byline[0]?.name).toBe('yễn Xuân');
});

test('type-on-photo: neither keys nor an input method write anywhere', async () => {
  await desk.page.locator('.galley-image').click();
  await typeCharacter(desk.cdp, 'X');
  await composeTo(desk.cdp, 'đ');
  await commitComposition(desk.cdp, 'đi');
  await desk.page.waitForTimeout(60);
  await unchanged();
  expect((await desk.read()).kicker).toEqual([{ text: 'Phỏng vấn' }]);
});

test('quick-click-away-from-photo: what is typed next lands where the click went', async () => {
  await desk.page.locator('.galley-image').click();
  await desk.page.locator('[data-block="a2"]').click({ delay: 0, position: { x: 20, y: 10 } });
  await typeCharacter(desk.cdp, 'Z');
  await desk.page.waitForTimeout(60);
  const piece = await desk.read();
  expect(lines(piece).find((line) => line.includes('Z'))).toContain('hạn chế');
  expect(piece.kicker).toEqual([{ text: 'Phỏng vấn' }]);
});

test('first-edit-undoable: the first letter after opening can be undone', async () => {
  await desk.caret('a10', 'end');
  await typeCharacter(desk.cdp, 'X');
  await desk.page.waitForTimeout(40);
  expect(await now()).toContain('answer:Năm nay khá.X');
  await desk.run('undo');
  await unchanged();
});

test('undo-composition-after-pause: a composed word after a pause is one step', async () => {
  await desk.caret('a10', 'end');
  for (const word of [' đẹp', ' lắm']) {
    await composeTo(desk.cdp, word);
    await commitComposition(desk.cdp, word);
    await desk.page.waitForTimeout(1200);
  }
  await desk.run('undo');
  expect(await now()).toContain('answer:Năm nay khá. đẹp');
  await desk.run('undo');
  await unchanged();
});

test('id-on-enter-at-start: the text keeps its id', async () => {
  await desk.caret('a11', 'start');
  await key(desk, 'Enter');
  const block = (await desk.read()).body.find(({ id }) => id === 'a11');
  expect(block?.kind === 'answer' && block.text).toEqual([{ text: 'Về cán bộ.' }]);
});

test('restore-with-caret-in-slot: opening another piece with the caret in a caption', async () => {
  await desk.caret('photo caption', 'end');
  await desk.open({ ...sample(), headline: [{ text: 'Khác' }] });
  expect((await desk.read()).headline).toEqual([{ text: 'Khác' }]);
  expect(await desk.stage(({ errors }) => errors)).toEqual([]);
});

test('Alt+↑ moves the whole pair as one step, and the caret with it', async () => {
  await desk.caret('a2', 'end');
  expect(await desk.run('move-pair-up')).toBe(true);
  await typeCharacter(desk.cdp, 'X');
  const body = await now();
  expect(body.indexOf('question:Khó khăn gì?')).toBeLessThan(body.indexOf('question:Kết quả ra sao?'));
  expect(body[body.indexOf('question:Khó khăn gì?') + 1]).toBe('answer:Một số hạn chế.X');
  await desk.run('undo');
  await desk.run('undo');
  await unchanged();
});

test('the journal follows the editor: applying every change gives the same piece', async () => {
  await desk.caret('a10', 'end');
  await key(desk, 'Enter');
  await typeCharacter(desk.cdp, 'X');
  await desk.run('insert-box');
  await typeCharacter(desk.cdp, 'Y');
  await desk.select(['occasion', 2], ['a11', 3]);
  await key(desk, 'Delete');
  await desk.run('undo');
  await desk.caret('headline', 'end');
  await typeCharacter(desk.cdp, 'Z');
  const piece = await desk.page.evaluate(() => {
    window.stage.editor?.flush();
    return [window.stage.journal, window.stage.editor?.read()];
  });
  expect(piece[0]).toEqual(piece[1]);
});

test('Tab walks caption, credit and alt, and back', async () => {
  await desk.caret('photo caption', 'end');
  await key(desk, 'Tab');
  await typeCharacter(desk.cdp, 'B');
  await key(desk, 'Tab');
  await typeCharacter(desk.cdp, 'C');
  await key(desk, 'Tab', 8);
  await key(desk, 'Tab', 8);
  await typeCharacter(desk.cdp, 'A');
  expect((await now())[1]).toBe('photo:Ông Ama HlanA|Ảnh: NXB|Một người đàn ôngC');
});
