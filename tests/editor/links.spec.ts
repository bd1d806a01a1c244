import { expect, test } from '@playwright/test';
import { lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open());

const field = () => desk.page.getByRole('textbox', { name: 'Địa chỉ liên kết' });
const answer = async () => (await desk.read()).body.find(({ id }) => id === 'a2');
const LINKED = [{ text: 'Một số', link: 'https://baodaklak.vn/nuoc' }, { text: ' hạn chế.' }];

async function link(address: string): Promise<void> {
  await desk.select(['a2', 0], ['a2', 6]);
  await desk.run('link');
  await expect(field()).toBeFocused();
  await desk.page.keyboard.type(address);
  await desk.page.keyboard.press('Enter');
}

test('the selected words are linked, and the caret goes on in the text', async () => {
  await link('https://baodaklak.vn/nuoc');
  expect(await answer()).toMatchObject({ text: LINKED });
  await expect(field()).toHaveCount(0);
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type('X');
  expect(lines(await desk.read())).toContain('answer:Một số hạn chế.X');
});

test('an address without a scheme is completed, a mailbox too', async () => {
  await link('baodaklak.vn/nuoc');
  expect(await answer()).toMatchObject({ text: LINKED });
  await desk.run('undo');
  await link('toasoan@baodaklak.vn');
  expect(JSON.stringify(await answer())).toContain('"link":"mailto:toasoan@baodaklak.vn"');
});

test('an unsafe address is refused with words, and the field stays open', async () => {
  for (const address of ['javascript:alert(1)', 'java script:x', 'file:///etc/passwd', 'nước ngầm']) {
    await desk.open();
    await link(address);
    await expect(desk.page.getByRole('alert')).toContainText('Chưa đặt được');
    await expect(field()).toHaveValue(address);
    expect(lines(await desk.read())).toEqual(lines(sample()));
    await desk.page.keyboard.press('Escape');
    await expect(field()).toHaveCount(0);
  }
});

test('with the caret in a link its address is shown, changed and taken off, each as one undo step', async () => {
  await link('https://baodaklak.vn/nuoc');
  await desk.caret('a2', 3);
  await desk.run('link');
  await expect(field()).toHaveValue('https://baodaklak.vn/nuoc');
  await field().fill('https://baodaklak.vn/khac');
  await desk.page.keyboard.press('Enter');
  expect(JSON.stringify(await answer())).toContain('/khac');
  await desk.run('undo');
  expect(await answer()).toMatchObject({ text: LINKED });
  await desk.caret('a2', 3);
  await desk.run('link');
  await desk.page.getByRole('button', { name: 'Bỏ' }).click();
  expect(await answer()).toMatchObject({ text: [{ text: 'Một số hạn chế.' }] });
  await desk.run('undo');
  expect(await answer()).toMatchObject({ text: LINKED });
});

test('nothing to link: no field with a bare caret, in the byline or the alt text', async () => {
  await desk.caret('a2', 3);
  expect(await desk.run('link')).toBe(false);
  await desk.select(['byline', 0], ['byline', 4]);
  expect(await desk.run('link')).toBe(false);
  await desk.select(['photo alt', 0], ['photo alt', 4]);
  expect(await desk.run('link')).toBe(false);
  await expect(field()).toHaveCount(0);
});

test('a click with the modifier key opens the link, a plain one does not', async () => {
  await link('https://baodaklak.vn/nuoc');
  await desk.page.locator('.galley-link').click();
  expect(await desk.stage(({ links }) => links)).toEqual([]);
  await desk.page.locator('.galley-link').click({ modifiers: ['ControlOrMeta'] });
  expect(await desk.stage(({ links }) => links)).toEqual(['https://baodaklak.vn/nuoc']);
});

test('what is typed at the end of a link is not part of it', async () => {
  await link('https://baodaklak.vn/nuoc');
  await desk.caret('a2', 6);
  await desk.page.keyboard.type('X');
  expect(await answer()).toMatchObject({
    text: [{ text: 'Một số', link: 'https://baodaklak.vn/nuoc' }, { text: 'X hạn chế.' }],
  });
});
