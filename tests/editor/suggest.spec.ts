import { expect, test } from '@playwright/test';
import { countingMint } from '../../shared/interview/build';
import type { Interview } from '../../shared/interview/types';
import { changesOf } from '../../shared/review/suggest/changes';
import { standingsOf } from '../../shared/review/threads/standing';
import { decideSuggestions } from '../../shared/review/suggest/decide';
import { paste } from '../support/clipboard';
import { typePlain } from '../support/typing';
import { key, lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => {
  await desk.suggest(null);
  await desk.open();
  await desk.suggest('Hà');
});
test.afterEach(async () => expect(await desk.stage(({ errors }) => errors)).toEqual([]));

const START = sample();
const mint = countingMint('made');
const refused = (piece: Interview) => decideSuggestions(piece, 'refuse', () => true, mint);
const accepted = (piece: Interview) => decideSuggestions(piece, 'accept', () => true, mint);
/** Everything but what the editor itself cannot keep apart: absent and empty. */
const said = ({ kicker, headline, standfirst, byline, body }: Interview) => ({
  kicker,
  headline,
  standfirst,
  byline,
  body,
});

/** Refusing gives the piece as it was, accepting as it is, and the open changes are so many. */
async function expectProposed(count: number | null = null): Promise<Interview> {
  const piece = await desk.read();
  const changes = changesOf(piece);
  expect(said(refused(piece))).toEqual(said(START));
  expect(lines(accepted(piece))).toEqual(lines(piece));
  expect(changesOf(accepted(piece))).toEqual([]);
  if (count === null) expect(changes.length).toBeGreaterThan(0);
  else expect(changes.map(({ inserted, deleted, moved }) => [inserted, deleted, moved])).toHaveLength(count);
  return piece;
}

test('in every text: head, captions, credits, alt, quotes, boxes, lists, byline', async () => {
  const spots = ['kicker', 'headline', 'standfirst', 'photo caption', 'photo credit', 'photo alt', 'quote quote'];
  for (const spot of [...spots, 'quote attribution', 'box heading', 'box 1', 'list 0', 'closing', 'byline', 'a2']) {
    await desk.caret(spot, 'end');
    await typePlain(desk.cdp, ' mai');
  }
  const piece = await expectProposed(14);
  expect(changesOf(piece).every(({ inserted, authors }) => inserted === ' mai' && authors.join() === 'Hà')).toBe(true);
});

test('Enter splits, Backspace joins', async () => {
  await desk.caret('a11', 3);
  await key(desk, 'Enter');
  await expectProposed(1);
  await key(desk, 'Backspace');
  expect(changesOf(await desk.read())).toEqual([]);
  await desk.caret('a11', 'start');
  await key(desk, 'Backspace');
  const piece = await expectProposed(1);
  expect(lines(piece)).toContain('answer:Năm nay khá.Về cán bộ.');
});

test('Ctrl+Backspace, a selection over blocks, a word over a word', async () => {
  await desk.caret('a2', 'end');
  await key(desk, 'Backspace', 2);
  await desk.select(['a10', 4], ['a11', 2]);
  await key(desk, 'Delete');
  await desk.select(['occasion', 0], ['occasion', 4]);
  await typePlain(desk.cdp, 'Trong');
  await expectProposed();
});

test('select all and delete, and what is typed then', async () => {
  await desk.caret('a2', 'end');
  await desk.run('select-all');
  await key(desk, 'Delete');
  await expectProposed();
  await typePlain(desk.cdp, 'moi');
  const piece = await expectProposed();
  expect(lines(piece)).toContain('paragraph:moi');
});

test('three lines pasted, words cut', async () => {
  await desk.caret('a10', 4);
  await paste(desk.app, desk.page, { text: 'mot\nhai\nba' });
  await desk.page.waitForTimeout(50);
  await expectProposed();
  await desk.select(['end', 0], ['end', 3]);
  await desk.page.keyboard.press('Control+x');
  await desk.page.waitForTimeout(80);
  await expectProposed();
});

test('bold, another kind of block, a new quote, a deleted photo', async () => {
  await desk.select(['a2', 0], ['a2', 3]);
  await desk.run('bold');
  await desk.caret('end', 2);
  await desk.run('make-subhead');
  await desk.caret('a10', 'end');
  await desk.run('insert-pull-quote');
  await typePlain(desk.cdp, 'nuoc');
  await desk.caret('occasion', 'end');
  await key(desk, 'Delete');
  await key(desk, 'Delete');
  const piece = await expectProposed();
  expect(piece.body.some(({ kind }) => kind === 'photo')).toBe(false);
});

test('a pair that was moved is one change, and goes back', async () => {
  await desk.caret('q2', 2);
  await desk.run('move-pair-up');
  const piece = await expectProposed(1);
  expect(changesOf(piece)[0]?.moved).toBe(true);
  await desk.run('move-pair-down');
  expect(changesOf(await desk.read())).toEqual([]);
});

test('two authors are kept apart, and each is decided alone, in steps that undo', async () => {
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' mot hai');
  await desk.suggest('Mai');
  await desk.select(['a2', 16], ['a2', 20]);
  await key(desk, 'Delete');
  const before = await expectProposed();
  expect(new Set(changesOf(before).flatMap(({ authors }) => authors))).toEqual(new Set(['Hà', 'Mai']));
  await desk.page.evaluate(() => window.stage.editor?.decide('refuse', { kind: 'author', author: 'Mai' }));
  const after = await desk.read();
  expect(changesOf(after).flatMap(({ authors }) => authors)).toEqual(['Hà']);
  await desk.run('undo');
  expect(said(await desk.read())).toEqual(said(before));
  await desk.run('redo');
  expect(said(await desk.read())).toEqual(said(after));
  await desk.page.evaluate(() => window.stage.editor?.decide('accept', { kind: 'all' }));
  expect(changesOf(await desk.read())).toEqual([]);
  await desk.run('undo');
  expect(said(await desk.read())).toEqual(said(after));
});

test('the change at the caret is decided, the others stay', async () => {
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' mai');
  await desk.caret('headline', 'end');
  await typePlain(desk.cdp, ' mai');
  await desk.caret('a2', 'end');
  await desk.page.evaluate(() => window.stage.editor?.decide('refuse', { kind: 'caret' }));
  const piece = await desk.read();
  expect(lines(piece)).toEqual(lines(START));
  expect(changesOf(piece).map(({ place }) => place.part)).toEqual(['headline']);
});

test('turned off, nothing pending becomes final, and what is typed beside it is no proposal', async () => {
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' mai');
  await desk.caret('a2', 4);
  for (let count = 0; count < 4; count += 1) await key(desk, 'Backspace');
  const pending = changesOf(await desk.read()).length;
  await desk.suggest(null);
  await desk.caret('a2', 2);
  await typePlain(desk.cdp, 'x');
  await desk.caret('a11', 3);
  await key(desk, 'Enter');
  const piece = await desk.read();
  expect(changesOf(piece)).toHaveLength(pending);
  expect(changesOf(piece).every(({ authors }) => authors.join() === 'Hà')).toBe(true);
  expect(lines(refused(piece)).filter((line) => line.includes('mai'))).toEqual([]);
});

test('comment threads on the words stay with them when proposals around them are decided', async () => {
  const threaded: Interview = {
    ...sample(),
    body: sample().body.map((block) =>
      block.id === 'a2' && block.kind === 'answer'
        ? { ...block, text: [{ text: 'Một số ' }, { text: 'hạn chế', threads: ['t1'] }, { text: '.' }] }
        : block,
    ),
  };
  await desk.open(threaded);
  await desk.suggest('Hà');
  await desk.caret('a2', 'start');
  await typePlain(desk.cdp, 'Xin ');
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' mai');
  await desk.page.evaluate(() => window.stage.editor?.decide('refuse', { kind: 'all' }));
  expect(said(await desk.read())).toEqual(said(threaded));
});

test('words that a proposal takes out bring their thread back when it is refused', async () => {
  const thread = {
    id: 't1',
    anchor: { kind: 'words' as const, place: { block: 'a2', part: 'text' } },
    quote: 'hạn chế',
    comments: [{ id: 'c1', by: 'Mai', at: 1, text: 'Rõ hơn.' }],
  };
  const threaded: Interview = {
    ...sample(),
    threads: [thread],
    body: sample().body.map((block) =>
      block.id === 'a2' && block.kind === 'answer'
        ? { ...block, text: [{ text: 'Một số ' }, { text: 'hạn chế', threads: ['t1'] }, { text: ' còn đó.' }] }
        : block,
    ),
  };
  await desk.open(threaded);
  await desk.page.evaluate((one) => window.stage.editor?.comments.show([one], null), thread);
  await desk.suggest('Hà');
  const standing = async () => standingsOf({ ...(await desk.read()), threads: [thread] }).get('t1');
  await desk.caret('a2', 14);
  for (let presses = 0; presses < 7; presses += 1) await key(desk, 'Backspace');
  await expect.poll(standing).toEqual({ kind: 'struck', place: { block: 'a2', part: 'text' } });
  await desk.page.evaluate(() => window.stage.editor?.decide('refuse', { kind: 'all' }));
  await expect.poll(standing).toMatchObject({ kind: 'words', words: 'hạn chế' });
});

test('pictures are not changed, and the window is told why', async () => {
  await desk.page.evaluate(() => window.stage.editor?.updatePhoto('photo', { span: 4 }));
  expect(said(await desk.read())).toEqual(said(START));
  expect(await desk.stage(({ remarks }) => remarks.map(({ rule }) => rule))).toEqual(['suggest-no-photos']);
});

test('what another program changed without the proposals is found on opening', async () => {
  await desk.caret('a2', 'end');
  await typePlain(desk.cdp, ' mai');
  const piece = await desk.read();
  const body = piece.body.map((block) =>
    block.id === 'a2' && block.kind === 'answer' ? { ...block, text: [{ text: 'Một số hạn chế lớn. mai' }] } : block,
  );
  await desk.open({ ...piece, body });
  const opened = await desk.read();
  expect(await desk.stage(({ remarks }) => remarks.map(({ rule }) => rule))).toEqual(['suggestions-brought-up']);
  expect(new Set(changesOf(opened).flatMap(({ authors }) => authors))).toEqual(new Set(['?', 'Hà']));
  expect(lines(refused(opened))).toEqual(lines(START));
});

test('the journal holds the proposals: what was handed out gives the same piece', async () => {
  await desk.caret('a11', 3);
  await key(desk, 'Enter');
  await desk.caret('headline', 'end');
  await typePlain(desk.cdp, ' mai');
  await desk.caret('q2', 1);
  await desk.run('move-pair-up');
  await desk.page.evaluate(() => window.stage.editor?.flush());
  const [piece, journal] = [await desk.read(), await desk.stage((stage) => stage.journal)];
  expect(journal.suggestions).toEqual(piece.suggestions);
  expect(journal.body).toEqual(piece.body);
});

test('drawn when idle: deleted words struck, a bar beside the block, and no more letters to walk over', async () => {
  await desk.select(['a2', 3], ['a2', 7]);
  await key(desk, 'Delete');
  await desk.page.waitForTimeout(500);
  const drawn = desk.page.locator('[data-block="a2"] [data-gap]');
  await expect(drawn).toHaveCount(1);
  expect(await drawn.getAttribute('data-gap')).toBe(' số ');
  await expect(desk.page.locator('[data-block="a2"][data-changed]')).toHaveCount(1);
  expect(await desk.page.locator('[data-block="a2"]').textContent()).toBe('Mộthạn chế.');
  await expectProposed(1);
});
