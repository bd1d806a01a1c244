import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gallery } from '../../../../shared/interview/types';
import { composePages } from '../../../../shared/print/compose-pages';
import { galleryRows } from '../../../../shared/print/gallery-rows';
import { POINTS_PER_MM, spanWidth } from '../../../../shared/print/page-template';
import { BERLINER } from '../../../../shared/print/templates/shipped';
import { tokenText } from '../../../../shared/print/tokens';
import { linesOfPlan } from '../../../../shared/proof/lines-of-plan';
import * as make from '../../../support/builders';
import { EVEN } from './even-widths';

const FILES = [
  make.photoFile(make.picture('x', '1', { width: 1800, height: 1200 })),
  make.photoFile(make.picture('y', '2', { width: 1200, height: 1600 })),
  make.photoFile(make.picture('z', '3', { width: 1600, height: 1200 })),
];
const words = (name: string, caption = '', credit = '') => ({ photoId: name, caption, credit, alt: name });

function compose(block: Gallery, has: (file: string) => boolean = () => true) {
  const piece = make.interview(
    make.title('Tít'),
    make.id('g', block),
    ...Array.from({ length: 6 }, () => [make.q('Câu hỏi là gì?'), ...make.a('Câu trả lời dài. '.repeat(30))]),
    ...FILES,
  );
  const composed = composePages(piece, BERLINER, EVEN, { hasPhoto: ({ file }) => has(file) });
  const items = composed.plan.pages.flatMap((page) => page.items);
  const pictures = items.filter((item) => item.kind === 'picture');
  const texts = items
    .filter((item) => item.kind === 'text')
    .filter(({ source }) => source.block === 'g')
    .map((item) => ({
      ...item,
      words: item.lines.flatMap(({ tokens }) => tokens.map((token) => tokenText(token))).join(' '),
    }));
  return { composed, pictures, texts };
}

describe('rows of one height', () => {
  test('fill the width, whatever the shapes, and keep their order', () => {
    const ratio = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom('pair', 'triptych', 'strip'),
        fc.array(ratio, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 100, max: 800 }),
        (layout, ratios, width) => {
          const rows = galleryRows(layout, ratios, { width, gap: 5, narrowest: 60 });
          expect(rows.flatMap(({ cells }) => cells.map(({ index }) => index))).toEqual([...ratios.keys()]);
          for (const { cells, height } of rows) {
            const last = cells.at(-1);
            expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 6);
            expect(height).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('a gallery on the page', () => {
  test('a pair over three columns: equal heights, the whole span, captions under their pictures', () => {
    const { pictures, texts } = compose(make.gallery([words('x', 'Một', 'Ảnh: A'), words('y', 'Hai', 'Ảnh: B')]));
    const [left, right] = pictures;
    if (!left || !right) throw new Error('no pair');
    expect(left.height).toBe(right.height);
    expect(left.y).toBe(right.y);
    expect(right.x + right.width - left.x).toBeCloseTo(spanWidth(BERLINER, 3) * POINTS_PER_MM, 6);
    expect(left.width / right.width).toBeCloseTo(2, 6);
    expect(texts.map(({ source, words: told }) => [source.part, told])).toEqual([
      ['caption-0', 'Một'],
      ['credit-0', 'Ảnh: A'],
      ['caption-1', 'Hai'],
      ['credit-1', 'Ảnh: B'],
    ]);
    expect(texts[2]?.x).toBeCloseTo(right.x, 6);
    expect(texts[0]?.y).toBe(texts[2]?.y);
  });

  test('narrow pictures: the words stand below all of them and say which is meant, the common ones first', () => {
    const { texts } = compose(
      make.gallery([words('x', 'Một'), words('y', 'Hai'), words('z', 'Ba')], { span: 2, caption: 'Mùa tưới' }),
    );
    expect(texts.map((item) => item.words)).toEqual(['Mùa tưới', 'Ảnh trái: Một', 'Ảnh giữa: Hai', 'Ảnh phải: Ba']);
  });

  test('a credit that all repeat is printed once', () => {
    const { texts } = compose(make.gallery([words('x', '', 'Ảnh: A'), words('y', '', 'Ảnh: A')]));
    expect(texts.map((item) => item.words)).toEqual(['Ảnh: A']);
  });

  test('a missing picture keeps its room and its number; the job names a file for each of the others', () => {
    const { pictures, composed } = compose(
      make.gallery([words('x'), words('y'), words('z')]),
      (file) => !file.startsWith('2'),
    );
    expect(pictures.map(({ path, index }) => [path, index])).toEqual([
      ['/photo-1.jpg', 0],
      [null, 1],
      ['/photo-3.jpg', 2],
    ]);
    expect(composed.remarks).toMatchObject([
      { rule: 'export-photo-missing', place: { block: 'g', part: 'captions', index: 1 } },
    ]);
    expect(pictures.map(({ shows }) => shows?.photo.id)).toEqual(['x', undefined, 'z']);
  });

  test('a click on a caption leads to the text of its picture', () => {
    const { composed } = compose(make.gallery([words('x', 'Một'), words('y', 'Hai')]));
    expect(linesOfPlan(composed.plan).map(({ place }) => place)).toContainEqual({
      block: 'g',
      part: 'captions',
      index: 1,
    });
  });

  test('one column: a strip stands within it', () => {
    const { pictures } = compose(make.gallery([words('x'), words('y'), words('z')], { layout: 'strip', span: 1 }));
    const width = spanWidth(BERLINER, 1) * POINTS_PER_MM;
    const left = Math.min(...pictures.map(({ x }) => x));
    for (const { x, width: wide } of pictures) expect(x + wide - left).toBeLessThanOrEqual(width + 0.01);
  });
});
