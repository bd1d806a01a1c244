import { describe, expect, test } from 'vitest';
import { depthOf, rowsOf, spanWidth } from '../../../../shared/print/page-template';
import { pageDate, pageWords } from '../../../../shared/print/page-words';
import { placePictures } from '../../../../shared/print/place-pictures';
import { BERLINER, SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import { readTemplate } from '../../../../shared/print/templates/template-file';
import * as make from '../../../support/builders';

describe('page templates', () => {
  test('five columns and their gutters fill the width between the margins', () => {
    expect(spanWidth(BERLINER, 5)).toBeCloseTo(266);
    expect(spanWidth(BERLINER, 1)).toBeCloseTo(49.2);
    expect(rowsOf(BERLINER)).toBe(103);
  });

  test('at least six are shipped, each with a name of its own', () => {
    expect(new Set(SHIPPED_TEMPLATES.map(({ id }) => id)).size).toBeGreaterThanOrEqual(6);
    expect(SHIPPED_TEMPLATES[0]).toBe(BERLINER);
  });

  test.each(SHIPPED_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s can be written to a file and read back',
    (_, template) => {
      expect(readTemplate(JSON.stringify(template))).toEqual({ ok: true, value: template });
      expect(template.baseline).toBeLessThan(template.row);
      expect(depthOf(template)).toBeGreaterThan(40);
    },
  );

  test.each([
    ['no JSON', '{', 'template-unreadable'],
    ['a field missing', JSON.stringify({ ...BERLINER, columns: undefined }), 'template-unreadable'],
    ['a field nobody knows', JSON.stringify({ ...BERLINER, colums: 5 }), 'template-unreadable'],
    ['columns too narrow', JSON.stringify({ ...BERLINER, columns: 12, gutter: 10 }), 'template-impossible'],
    [
      'margins wider than the sheet',
      JSON.stringify({ ...BERLINER, margins: { top: 300, right: 12, bottom: 300, left: 12 } }),
      'template-impossible',
    ],
  ])('a file with %s is refused', (_, json, kind) => {
    expect(readTemplate(json)).toMatchObject({ ok: false, failure: { kind } });
  });

  test('the folio says the day of the place where the piece was published', () => {
    const day = pageDate('2018-02-02T00:14+07:00');
    expect(day && pageWords('vi').longDate(day)).toBe('Thứ Sáu, ngày 2-2-2018');
    expect(day && pageWords('en-GB').longDate(day)).toBe('Friday, 2 February 2018');
    expect(pageDate('hôm qua')).toBeNull();
  });
});

describe('placePictures', () => {
  const portrait = make.picture('cao', '2', { width: 1000, height: 3000 });
  const wide = make.picture('rong', '3', { width: 3000, height: 1000 });
  const place = (...blocks: readonly ReturnType<typeof make.photo>[]) =>
    placePictures(make.interview(make.photoFile(portrait), make.photoFile(wide), ...blocks), BERLINER, () => true);

  test('the first wide one leads, the next ones stand at the foot, the rest in the text', () => {
    const { pictures } = place(
      make.photo({ photoId: 'rong', span: 3 }),
      make.photo({ photoId: 'rong', span: 3 }),
      make.photo({ photoId: 'rong', span: 1 }),
      make.photo({ photoId: 'rong', span: 3 }),
    );
    expect(pictures.map(({ stands, span }) => `${stands} ${span}`)).toEqual([
      'head 3',
      'foot 3',
      'column 1',
      'column 1',
    ]);
  });

  test('one too tall for its columns gets fewer, and that is told', () => {
    const { pictures, remarks } = place(make.photo({ photoId: 'cao', span: 4 }));
    expect(pictures[0]?.span).toBe(1);
    expect(remarks).toMatchObject([{ rule: 'photo-narrowed', severity: 'note', values: { asked: 4, printed: 1 } }]);
  });
});
