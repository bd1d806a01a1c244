import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interview } from '../../../../shared/interview/types';
import { composePages } from '../../../../shared/print/compose-pages';
import type { PageTemplate } from '../../../../shared/print/page-template';
import { columnLeft, depthOf, POINTS_PER_MM, rowTop, spanWidth } from '../../../../shared/print/page-template';
import type { PrintPlan, TextItem } from '../../../../shared/print/plan';
import { BERLINER, SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import { tokenText } from '../../../../shared/print/tokens';
import { anyInterview } from '../../../support/arbitraries';
import * as make from '../../../support/builders';
import { EVEN } from './even-widths';

const compose = (interview: Interview, page: PageTemplate = BERLINER) => composePages(interview, page, EVEN);
const texts = (plan: PrintPlan) => plan.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'text'));
const words = (items: readonly TextItem[]) =>
  items.flatMap(({ lines }) =>
    lines.flatMap(({ tokens }) => tokens.map((token) => tokenText(token) + (token.space ? ' ' : ''))),
  );
const answersOf = (plan: PrintPlan) => words(texts(plan).filter(({ role }) => role === 'answer')).join('');

const long = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const piece = (pairs: number, count: number) =>
  make.interview(
    make.title('Một tít đủ dài để thành hai dòng trên trang báo'),
    make.standfirst('Sapo của bài. '.repeat(8)),
    ...Array.from({ length: pairs }, (_, pair) => [
      make.q(`Câu hỏi thứ ${pair} là gì?`),
      ...make.a(long(`w${pair}x`, count)),
    ]),
    make.closing('Cảm ơn!'),
    make.byline('Lê Hảo'),
  );

describe('composePages', () => {
  test('every word of a story stands on the page once and in order, on every template', () => {
    fc.assert(
      fc.property(anyInterview, fc.constantFrom(...SHIPPED_TEMPLATES), (interview, page) => {
        const { plan, story } = compose(interview, page);
        const flowing = story.pieces.flatMap((found) =>
          found.kind === 'flow'
            ? found.lines.flatMap(({ tokens }) => tokens)
            : found.items.flatMap((item) => (item.kind === 'text' ? item.lines.flatMap(({ tokens }) => tokens) : [])),
        );
        const painted = texts(plan).flatMap(({ lines }) => lines.flatMap(({ tokens }) => tokens));
        const known = new Set(flowing);
        const found = painted.filter((token) => known.has(token));
        expect(found.length).toBe(flowing.length);
        expect(new Set(found).size).toBe(flowing.length);
      }),
      { numRuns: 60 },
    );
  });

  test('a long story keeps its order over columns and pages', () => {
    const interview = piece(12, 260);
    const { plan } = compose(interview);
    expect(plan.pages.length).toBeGreaterThan(1);
    const expected = Array.from({ length: 12 }, (_, pair) => long(`w${pair}x`, 260).split(' ')).flat();
    expect(answersOf(plan).match(/w\d+x\d+/g)).toEqual(expected);
  });

  test('nothing stands below the last row or beside the columns', () => {
    for (const page of SHIPPED_TEMPLATES) {
      const { plan } = compose(piece(10, 200), page);
      const foot = rowTop(page, depthOf(page)) + 0.01;
      const right = columnLeft(page, page.columns - 1) + spanWidth(page, 1) * POINTS_PER_MM + 0.01;
      for (const { role, x, y, width, leading, lines } of texts(plan)) {
        expect(y + lines.length * leading, `${page.id} ${role}`).toBeLessThanOrEqual(foot + page.row);
        expect(x + width, `${page.id} ${role}`).toBeLessThanOrEqual(right);
      }
    }
  });

  test('every line of the story stands on the grid, in every column', () => {
    for (const page of SHIPPED_TEMPLATES) {
      const { plan } = compose(piece(4, 150), page);
      const story = texts(plan).filter(({ role }) => ['answer', 'question', 'closing', 'byline'].includes(role));
      expect(story.length).toBeGreaterThan(0);
      for (const { y, leading } of story) {
        const row = (y - rowTop(page, 0)) / page.row;
        expect(Math.abs(row - Math.round(row)), page.id).toBeLessThan(1e-6);
        expect(leading).toBe(page.row);
      }
    }
  });

  test.each([[['cao']], [['ngang', 'ngang']]])('no two frames of a page overlap, nor wide pictures: %j', (shown) => {
    for (const page of SHIPPED_TEMPLATES) {
      const interview = make.interview(
        ...[piece(4, 160)]
          .map(({ body, headline, standfirst = [] }) => [make.fields({ headline, standfirst }), ...body])
          .flat(),
        make.fields({
          photos: [
            make.picture('cao', '1', { width: 1000, height: 1250 }),
            make.picture('ngang', '2', { width: 1000, height: 850 }),
          ],
        }),
        ...shown.map((photoId) => make.photo({ photoId, span: 2, caption: 'Chú thích.' })),
      );
      const { plan } = compose(interview, page);
      const [first] = plan.pages;
      const boxes = [
        ...(first?.frames ?? []).map(({ x, y, width, rows }) => ({ x, y, width, height: rows * page.row })),
        ...texts(plan)
          .filter((item) => item.role === 'caption' && first?.items.includes(item))
          .map(({ x, y, width, lines, leading }) => ({ x, y, width, height: lines.length * leading })),
        ...(first?.items ?? []).filter((item) => item.kind === 'picture'),
        // What stands in a column of text is in its frame.
      ].filter(({ width }, at) => at < (first?.frames.length ?? 0) || width > spanWidth(page, 1.5) * POINTS_PER_MM);
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x + 0.1 ||
            other.x + other.width <= one.x + 0.1 ||
            one.y + one.height <= other.y + 0.1 ||
            other.y + other.height <= one.y + 0.1;
          expect(apart, page.id).toBe(true);
        }
    }
  });

  test('a page that goes on says where, and the next one where it comes from', () => {
    const { plan } = composePages(piece(12, 260), BERLINER, EVEN, { firstPage: 4 });
    const jumps = texts(plan).filter(({ role }) => role === 'jump');
    expect(words(jumps.slice(0, 1)).join('')).toBe('(Xem tiếp trang 5)');
    expect(words(jumps.slice(1, 2)).join('')).toContain('(Tiếp theo trang 4)');
  });

  test('columns of a short story end together: only the last one may be shorter', () => {
    const { plan } = compose(piece(5, 120));
    const free = plan.pages[0]?.frames.map((frame) => frame.free) ?? [];
    expect(free.slice(0, -1).every((rows) => rows <= 1)).toBe(true);
    expect(free.at(-1)).toBeLessThanOrEqual(1);
  });

  test('a word longer than a column is parted and loses no letter', () => {
    const { plan } = compose(make.interview(...make.a('x'.repeat(3_000))));
    expect(answersOf(plan)).toBe('x'.repeat(3_000));
  });

  test('an empty answer takes no line, and the question before it still stands', () => {
    const { story } = compose(make.interview(make.q('Có không?'), ...make.a(''), ...make.a('Có.')));
    expect(story.units.length).toBe(2);
  });

  test('a full page may end higher for even columns, but never parts a story that fits', () => {
    const half = SHIPPED_TEMPLATES.find(({ id }) => id === 'half-page');
    if (!half) throw new Error('no half page');
    for (let words = 60; words < 190; words += 5) {
      const fits = { ...piece(7, words), teasers: [{ heading: 'Tin liên quan' }] };
      const { plan, story } = compose(fits, half);
      expect(plan.pages.length > 1, `${words} words`).toBe(story.overset < story.units.length);
    }
  });

  test('a photo larger than the page gives way, and that is told', () => {
    const interview = make.interview(
      make.photoFile(make.picture('cao', '2', { width: 1000, height: 30_000 })),
      make.photo({ photoId: 'cao', span: 5 }),
      ...make.a('Chữ.'),
    );
    const { plan, remarks } = compose(interview);
    const picture = plan.pages[0]?.items.find((item) => item.kind === 'picture');
    expect(picture && picture.y + picture.height).toBeLessThan(plan.height);
    expect(remarks).toMatchObject([{ rule: 'photo-narrowed' }]);
  });

  test('a missing picture keeps its room, and is told', () => {
    const interview = make.interview(
      make.photoFile(make.picture('anh')),
      make.photo({ photoId: 'anh' }),
      ...make.a('Chữ.'),
    );
    const { plan, remarks } = composePages(interview, BERLINER, EVEN, { hasPhoto: () => false });
    expect(plan.pages[0]?.items.find((item) => item.kind === 'picture')).toMatchObject({ path: null });
    expect(remarks).toMatchObject([{ rule: 'export-photo-missing', severity: 'warning' }]);
  });

  test('a block of an unknown kind is a loss that is told', () => {
    const { remarks } = compose(make.interview(make.unknown({ kind: 'timeline', id: 'x' })));
    expect(remarks).toMatchObject([{ rule: 'export-unknown-block', severity: 'loss', values: { kind: 'timeline' } }]);
  });

  test('30,000 words go over many pages, all of them there', () => {
    const { plan } = compose(piece(60, 500));
    expect(plan.pages.length).toBeGreaterThan(15);
    expect(answersOf(plan).match(/w\d+x\d+/g)?.length).toBe(30_000);
  });

  test('the initial takes the first letter, and its lines stand round it', () => {
    const page = { ...BERLINER, dropCap: 3 as const };
    const { plan } = compose(make.interview(make.p(`Nhân dịp ${long('chữ', 60)}`), ...make.a('Hết.')), page);
    const initial = plan.pages[0]?.items.find((item) => item.kind === 'initial');
    expect(initial).toMatchObject({ letter: 'N' });
    const paragraph = texts(plan).filter(({ role }) => role === 'paragraph');
    expect(words(paragraph)[0]).toBe('hân ');
    const indents = paragraph.flatMap(({ lines }) => lines.map(({ indent }) => indent > 0));
    expect(indents.slice(0, 5)).toEqual([true, true, true, false, false]);
  });

  test('no initial where the lines beside it would gape', () => {
    const page = { ...BERLINER, dropCap: 3 as const };
    const { plan } = compose(
      make.interview(make.p(`Nhân ${`${'c'.repeat(15)} `.repeat(20)}`), ...make.a('Hết.')),
      page,
    );
    expect(plan.pages[0]?.items.some((item) => item.kind === 'initial')).toBe(false);
  });

  test('a line of thanks gives up its indent to stay one line', () => {
    const linesOf = (letters: number) =>
      texts(compose(make.interview(...make.a('Hết.'), make.closing(`${'c'.repeat(14)} ${'c'.repeat(letters)}`))).plan)
        .filter(({ role }) => role === 'closing')
        .flatMap(({ lines }) => lines.map(({ indent }) => indent > 0));
    expect(linesOf(10)).toEqual([true]);
    expect(linesOf(14)).toEqual([false]);
    expect(linesOf(16)).toEqual([true, false]);
  });

  test('a pull quote across two columns stands where the template has one', () => {
    const page = { ...BERLINER, quoteSpan: 2 as const };
    const quote = make.pullQuote('“Đến nay mọi thôn đều có chi bộ”');
    const { plan } = compose(
      {
        ...piece(6, 200),
        body: [...piece(6, 200).body.slice(0, 2), { ...quote, id: 'quote' }, ...piece(6, 200).body.slice(2)],
      },
      page,
    );
    expect(texts(plan).find(({ role }) => role === 'pullQuote')?.width).toBeCloseTo(spanWidth(page, 2) * POINTS_PER_MM);
  });
});
