import { expect, test } from '@playwright/test';
import type { Interview } from '../../shared/interview/types';
import { changesOf } from '../../shared/review/suggest/changes';
import { a, id, interview, q, title } from '../support/builders';
import { withProposals, withThreads } from '../support/proposals';
import { typePlain } from '../support/typing';
import { key, lines, sample, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

const WORDS =
  'Trong năm qua bà con trong buôn đã giữ được nguồn nước cho rẫy cà phê qua mùa khô, và ai cũng thấy việc ấy là của mình.';

/** Far more than one screen: questions and answers in turn, b0 to b59. */
function long(): Interview {
  const blocks = Array.from({ length: 60 }, (_, at) => {
    const [answer] = a(WORDS);
    return id(`b${at}`, at % 2 === 0 || !answer ? q(WORDS) : answer);
  });
  return interview(title('Giữ nước'), blocks);
}

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.suggest(null));
test.afterEach(async () => expect(await desk.stage(({ errors }) => errors)).toEqual([]));

const DRAWN = ':is([data-ins], [data-look], [data-gap], [data-gap-end])';
const drawnIn = (block: string) => desk.page.locator(`[data-block="${block}"] ${DRAWN}`);
/** The added words as they are shown in a block: on text nodes of their own, or painted where the caret is. */
const inserted = async (block: string) =>
  await desk.page.evaluate((name) => {
    const element = document.querySelector(`[data-block="${name}"]`);
    const own = [...(element?.querySelectorAll('[data-ins]') ?? [])].map(({ textContent }) => textContent);
    const painted = [...CSS.highlights]
      .filter(([kind]) => kind.startsWith('galley-ins'))
      .flatMap(([, ranges]) => [...ranges] as Range[])
      .filter((range) => element?.contains(range.startContainer))
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map(String);
    return [...own, ...painted];
  }, block);
/** Drawing waits for a pause of 300 ms. */
const pause = async () => await desk.page.waitForTimeout(600);

async function resizeTo(height: number): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, size),
    height,
  );
  await expect.poll(async () => await desk.page.evaluate(() => window.innerHeight)).toBe(height);
}

test('only what is near the view is drawn; a jump to a far change shows it at once, and scrolling the rest', async () => {
  const piece = withProposals(long(), 4, ['Hà', 'Mai']);
  await desk.open(piece);
  await expect(drawnIn('b1').first()).toBeAttached();
  await expect(drawnIn('b59')).toHaveCount(0);
  const first = await drawnIn('b1').count();
  const jumped = await desk.page.evaluate(
    ([change, drawn]) => {
      window.stage.editor?.goToChange(change);
      const block = document.querySelector('[data-block="b59"]');
      const { top, bottom } = block?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return { drawn: block?.querySelectorAll(drawn).length, seen: top > 0 && bottom < window.innerHeight };
    },
    [changesOf(piece).at(-1)?.id ?? '', DRAWN] as const,
  );
  expect(jumped.seen).toBe(true);
  expect(jumped.drawn).toBeGreaterThan(0);
  await expect(drawnIn('b30')).toHaveCount(0);
  await desk.page.locator('[data-block="b30"]').evaluate((block) => block.scrollIntoView({ block: 'center' }));
  await expect(drawnIn('b30').first()).toBeAttached();
  // What has left the view stays as it was drawn.
  await expect(drawnIn('b59')).toHaveCount(jumped.drawn ?? 0);
  await expect(drawnIn('b1')).toHaveCount(first);
});

test('a jump to far commented words shows them at once', async () => {
  const piece = withThreads(long(), 60);
  const threads = piece.threads ?? [];
  await desk.open(piece);
  await desk.page.evaluate((all) => window.stage.editor?.comments.show(all, null), threads);
  await expect(desk.page.locator('[data-block="b1"] [data-thread]')).toHaveCount(1);
  const shown = await desk.page.evaluate(
    (thread) => {
      window.stage.editor?.comments.reveal(thread);
      return [...document.querySelectorAll('[data-block="b59"] [data-thread]')].map(({ textContent }) => textContent);
    },
    threads.at(-1)?.id ?? '',
  );
  expect(shown).toEqual([threads.at(-1)?.quote]);
});

test('a pair that is moved takes its drawing along, and undo brings it back', async () => {
  const piece = withProposals(long(), 4, ['Hà']);
  await desk.open(piece);
  await expect(drawnIn('b3').first()).toBeAttached();
  const counts = async () => await Promise.all(['b1', 'b3', 'b5'].map(async (block) => await drawnIn(block).count()));
  const [before, drawn] = [await inserted('b3'), await counts()];
  expect(before.length).toBeGreaterThan(0);
  await desk.caret('b2', 2);
  await desk.run('move-pair-up');
  await pause();
  expect(await counts()).toEqual(drawn);
  expect(await inserted('b3')).toEqual(before);
  await desk.run('undo');
  await pause();
  expect(await inserted('b3')).toEqual(before);
});

test('a window that is made higher shows the changes that come into it', async () => {
  await resizeTo(420);
  await desk.open(withProposals(long(), 4, ['Hà']));
  await expect(drawnIn('b1').first()).toBeAttached();
  await expect(drawnIn('b11')).toHaveCount(0);
  await resizeTo(900);
  await expect(drawnIn('b11').first()).toBeAttached();
});

test('what is undone is no longer drawn, what is redone is', async () => {
  await desk.open();
  await desk.suggest('Hà');
  await desk.caret('a2', 4);
  await typePlain(desk.cdp, 'vai ');
  await pause();
  expect(await inserted('a2')).toEqual(['vai ']);
  await desk.run('undo');
  await pause();
  expect(await inserted('a2')).toEqual([]);
  await expect(desk.page.locator('[data-block="a2"][data-changed]')).toHaveCount(0);
  await desk.run('redo');
  await pause();
  expect(await inserted('a2')).toEqual(['vai ']);
});

test('decided, nothing is drawn any more and the text is whole again', async () => {
  await desk.open();
  await desk.suggest('Hà');
  await desk.caret('a2', 4);
  await typePlain(desk.cdp, 'vai ');
  await desk.select(['a2', 12], ['a2', 14]);
  await key(desk, 'Delete');
  await pause();
  const spans = desk.page.locator('[data-block="a2"] > span');
  await desk.caret('end', 2);
  await pause();
  expect(await spans.count()).toBeGreaterThan(3);
  await desk.page.evaluate(() => window.stage.editor?.decide('accept', { kind: 'all' }));
  await pause();
  await expect(drawnIn('a2')).toHaveCount(0);
  await expect(spans).toHaveCount(1);
});

test('words put in the place of others are underlined, those taken out only struck', async () => {
  await desk.open();
  await desk.suggest('Hà');
  // At the head of a text there is no other place for the deleted words than the words that follow them.
  for (const [block, from, to] of [
    ['a2', 0, 3],
    ['a10', 4, 7],
  ] as const) {
    await desk.select([block, from], [block, to]);
    await typePlain(desk.cdp, 'Moi');
  }
  await desk.caret('end', 2);
  await pause();
  const looks = await desk.page.evaluate(() => {
    const painted = [...CSS.highlights]
      .filter(([name]) => name.startsWith('galley-ins'))
      .flatMap(([, all]) => [...all]);
    const struck = document.querySelectorAll<HTMLElement>('[data-gap], [data-gap-end]');
    return {
      painted: painted.map(String),
      underlinedToo: [...struck].filter((element) => getComputedStyle(element).textDecorationLine !== 'none').length,
      struck: [...struck].map(({ dataset }) => dataset['gap'] ?? dataset['gapEnd']),
    };
  });
  expect(looks).toEqual({ painted: ['Moi'], underlinedToo: 0, struck: ['nay', 'Một'] });
  expect(await inserted('a10')).toEqual(['Moi']);
  expect(changesOf(await desk.read())).toHaveLength(2);
});

test('a search finds words across the ends of what is proposed, and shows them whole', async () => {
  await desk.open(sample());
  await desk.suggest('Hà');
  await desk.caret('a2', 4);
  await typePlain(desk.cdp, 'vai ');
  await desk.caret('end', 2);
  await pause();
  const found = async () =>
    await desk.page.evaluate(() => [...(CSS.highlights.get('galley-find-current') ?? [])].map(String).join(''));
  await desk.page.evaluate(() => window.stage.editor?.find({ text: 'Một vai số', accents: true, matchCase: true }));
  expect(await found()).toBe('Một vai số');
  // The match is selected: with the caret in it the text is parted no more, and is painted anew.
  await expect(desk.page.locator('[data-block="a2"] > span')).toHaveCount(1);
  await expect.poll(found).toBe('Một vai số');
  expect(await inserted('a2')).toEqual(['vai ']);
  await desk.page.evaluate(() => window.stage.editor?.find(null));
});

test('where the caret comes, added words are parted no more, look the same, and are typed into in the right place', async () => {
  await desk.open();
  await desk.suggest('Hà');
  await desk.caret('a2', 4);
  await typePlain(desk.cdp, 'vai ');
  await desk.caret('end', 2);
  await pause();
  const spans = desk.page.locator('[data-block="a2"] > span');
  await expect(spans).toHaveCount(3);
  expect(await inserted('a2')).toEqual(['vai ']);
  await desk.caret('a2', 10);
  await pause();
  await expect(spans).toHaveCount(1);
  expect(await inserted('a2')).toEqual(['vai ']);
  await typePlain(desk.cdp, 'x');
  const piece = await desk.read();
  expect(lines(piece)).toContain('answer:Một vai sốx hạn chế.');
  await desk.caret('end', 2);
  await pause();
  expect((await inserted('a2')).join('|')).toBe('vai |sốx');
});
