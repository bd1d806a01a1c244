import { expect, test } from '@playwright/test';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { typeCharacter } from '../support/typing';
import { key, lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open());

const now = async () => lines(await desk.read());
const taken = (id: string, width: number, caption = ''): TakenPhoto => ({
  photo: { id, file: `${id}.jpg`, width, height: 800 } as TakenPhoto['photo'],
  texts: { caption: caption ? [{ text: caption }] : [], credit: [], alt: '' },
});
const insert = async (...photos: readonly TakenPhoto[]) =>
  await desk.page.evaluate((given) => window.stage.editor?.insertPhotos(given), photos);

/** A real drop: the browser's own events, with files in the data transfer. */
async function drop(selector: string, files: readonly (readonly [name: string, type: string])[]): Promise<void> {
  await desk.page.evaluate(
    ([at, given]) => {
      const data = new DataTransfer();
      for (const [name, type] of given) data.items.add(new File([new Uint8Array(8)], name, { type }));
      const element = document.querySelector(at);
      const box = element?.getBoundingClientRect();
      const init = { bubbles: true, cancelable: true, dataTransfer: data };
      const where = { clientX: (box?.x ?? 0) + 4, clientY: (box?.y ?? 0) + 4 };
      for (const type of ['dragenter', 'dragover', 'drop'])
        element?.dispatchEvent(new DragEvent(type, { ...init, ...where }));
    },
    [selector, files] as const,
  );
  await desk.page.waitForTimeout(80);
}

test('photos go below the caret, in their order, as one undo step; the caret goes into the first caption', async () => {
  await desk.caret('a10', 3);
  await insert(taken('p1', 1200, 'Một'), taken('p2', 500, 'Hai'));
  const body = (await desk.read()).body;
  const at = body.findIndex(({ id }) => id === 'a10');
  expect(body.slice(at + 1, at + 3)).toMatchObject([
    { kind: 'photo', photoId: 'p1', span: 2 },
    { kind: 'photo', photoId: 'p2', span: 1 },
  ]);
  await desk.page.waitForTimeout(60);
  await typeCharacter(desk.cdp, 'X');
  expect((await now())[at + 1]).toBe('photo:MộtX||');
  await desk.run('undo');
  await desk.run('undo');
  expect(await now()).toEqual(lines(sample()));
  await desk.run('redo');
  expect((await now()).filter((line) => line.startsWith('photo'))).toHaveLength(3);
});

test('a whole assignment comes in over some frames, and goes with one undo', async () => {
  await desk.caret('a10', 3);
  await insert(...Array.from({ length: 20 }, (_, at) => taken(`n${at}`, 1200, String(at))));
  const photos = (await desk.read()).body.flatMap((block) => (block.kind === 'photo' ? (block.photoId ?? '') : []));
  expect(photos.filter((photo) => photo.startsWith('n'))).toEqual(Array.from({ length: 20 }, (_, at) => `n${at}`));
  await desk.run('undo');
  expect(await now()).toEqual(lines(sample()));
});

test('an empty line is used up by the photo, also with the caret in the headline or byline nothing is lost', async () => {
  await desk.caret('a11', 'end');
  await key(desk, 'Enter');
  await insert(taken('p1', 1200));
  expect((await now()).filter((line) => line === 'answer:')).toEqual([]);
  for (const place of ['headline', 'byline', 'closing', 'quote quote', 'box 0', 'photo credit']) {
    await desk.open();
    await desk.caret(place, 'end');
    await insert(taken('p1', 1200));
    const piece = await desk.read();
    expect(piece.body.filter(({ kind }) => kind === 'photo')).toHaveLength(2);
    expect(piece.body.at(-1)?.kind).toBe('closing');
    await desk.run('undo');
    expect(await now()).toEqual(lines(sample()));
  }
});

test('another picture keeps the texts, fills only empty ones, and is one undo step', async () => {
  await desk.page.evaluate((given) => window.stage.editor?.replacePhoto('photo', given), {
    ...taken('p9', 900, 'Từ tệp'),
  });
  expect((await desk.read()).body[1]).toMatchObject({ photoId: 'p9', alt: 'Một người đàn ông' });
  expect((await now())[1]).toBe('photo:Ông Ama Hlan|Ảnh: NX|Một người đàn ông');
  await desk.run('undo');
  expect((await desk.read()).body[1]).toMatchObject({ photoId: 'x' });
  await desk.page.evaluate(() => window.stage.editor?.updatePhoto('photo', { span: 3, alt: 'Khác' }));
  expect((await desk.read()).body[1]).toMatchObject({ span: 3, alt: 'Khác' });
  await desk.run('undo');
  expect((await desk.read()).body[1]).toMatchObject({ span: 2, alt: 'Một người đàn ông' });
});

test('dropped pictures are handed over wherever they fall, other files are told', async () => {
  for (const at of [
    '[data-block="a10"]',
    '[data-block="photo"] .galley-caption',
    '.galley-headline',
    '.galley-image',
  ]) {
    await desk.open();
    await drop(at, [
      ['giếng.jpg', 'image/jpeg'],
      ['vườn.heic', ''],
      ['bài.docx', 'application/msword'],
    ]);
    expect(await desk.stage(({ pictures }) => pictures), at).toEqual(['giếng.jpg', 'vườn.heic']);
    expect(await desk.stage(({ remarks }) => remarks.map(({ rule }) => rule))).toEqual(['paste-files']);
    expect(await now()).toEqual(lines(sample()));
  }
});

test('a dropped picture goes where it was dropped, not where the caret was', async () => {
  await desk.caret('end', 'end');
  await drop('[data-block="a10"]', [['giếng.jpg', 'image/jpeg']]);
  await insert(taken('p1', 1200));
  const body = (await desk.read()).body;
  expect(body[body.findIndex(({ id }) => id === 'a10') + 1]).toMatchObject({ kind: 'photo', photoId: 'p1' });
});

test('a picture on the clipboard is handed over as a file', async () => {
  await desk.app.evaluate(({ clipboard, nativeImage }) => {
    const image = nativeImage.createFromBuffer(Buffer.alloc(16 * 16 * 4, 120), { width: 16, height: 16 });
    (clipboard as unknown as { writeImage(image: unknown): void }).writeImage(image);
  });
  await desk.caret('a10', 'end');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await expect.poll(async () => await desk.stage(({ pictures }) => pictures)).toEqual(['image.png']);
  expect(await now()).toEqual(lines(sample()));
});
