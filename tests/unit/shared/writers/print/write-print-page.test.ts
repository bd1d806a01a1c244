import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BERLINER, rowsOf, spanWidth } from '../../../../../shared/print/page-template';
import { pageDate, pageWords } from '../../../../../shared/print/page-words';
import { atoms } from '../../../../../shared/writers/print/atoms';
import { literal, settable } from '../../../../../shared/writers/print/literal';
import { placePictures } from '../../../../../shared/writers/print/pictures';
import { writePrintPage } from '../../../../../shared/writers/print/write-print-page';
import * as make from '../../../../support/builders';

const golden = (name: string) => path.resolve(import.meta.dirname, '../../../../golden/print', name);

/** The part of a source that holds the piece; the script below it is the same for all. */
function words(source: string): string {
  return source.slice(source.indexOf('#let first-page'), source.indexOf('#let K ='));
}

const small = make.interview(
  make.fields({ paper: 'Báo Mẫu', section: 'Đời sống', published: '2026-11-20T09:00+07:00', labels: 'words' }),
  make.kicker('Chuyện nghề'),
  make.title('Người giữ lửa'),
  make.standfirst('Ba mươi năm đứng lớp.'),
  make.byline('Lê Hảo', 'thực hiện'),
  make.photoFile(make.picture('anh', '1')),
  make.photo({ photoId: 'anh', caption: 'Thầy Nam.', credit: 'Ảnh: Lê Hảo', alt: 'Thầy giáo bên bảng đen' }),
  make.q('Thầy bắt đầu từ khi nào?'),
  make.a(make.text('Từ ', make.bold('năm 1996'), ', theo Quyết định 04-QĐ/TU.'), 'Khi ấy trường còn vách nứa.'),
  make.box('Hồ sơ', 'Sinh năm 1970.'),
  make.list('Một', 'Hai'),
  make.closing('Cảm ơn thầy!'),
  make.teaser('Trường mới ở bản cũ', { label: 'Video' }),
);

describe('writePrintPage', () => {
  test('a small interview gives the page on file', async () => {
    await expect(writePrintPage(small).source).toMatchFileSnapshot(golden('small.typ'));
  });

  test('names each picture by its place in the source, with its file and the pixels for 300 to an inch', () => {
    const { files, pixels, source } = writePrintPage(small);
    expect(files).toEqual({ '/photo-1.jpg': `${'1'.repeat(64)}.jpg` });
    expect(pixels['/photo-1.jpg']).toBe(Math.ceil((spanWidth(BERLINER, 2) / 25.4) * 300));
    expect(source).toContain('path: "/photo-1.jpg"');
  });

  test('a missing picture keeps its room and its caption, and is told', () => {
    const { files, source, remarks } = writePrintPage(small, { hasPhoto: () => false });
    expect(files).toEqual({});
    expect(source).toContain('path: none');
    expect(source).toContain('"Thầy Nam."');
    expect(remarks).toEqual([
      { rule: 'export-photo-missing', severity: 'warning', values: {}, place: { block: 'b1', part: 'block' } },
    ]);
  });

  test('a block of an unknown kind is a loss that is told', () => {
    const { remarks } = writePrintPage(make.interview(make.unknown({ kind: 'timeline', id: 'x' })));
    expect(remarks).toMatchObject([{ rule: 'export-unknown-block', severity: 'loss', values: { kind: 'timeline' } }]);
  });

  test('words of the piece stand in string literals only', () => {
    const hostile = '"#read("secret.txt")" \\u{41} $x$ *b* `c` // @x <l>\n#pagebreak()';
    const source = words(writePrintPage(make.interview(make.title(hostile), make.p(hostile))).source);
    const outside = source.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(source).toContain('\\"#read(\\"secret.txt\\")\\"');
    expect(outside).not.toMatch(/read|pagebreak|[$*`@\\]/);
  });

  test('empty blocks are not printed, and the end mark stands on the last text', () => {
    const source = words(writePrintPage(make.interview(make.q(' '), ...make.a('Hết.', ''))).source);
    expect(source).not.toContain('k: "question"');
    expect(source).toContain('(k: "answer", indent: 0pt, t: ("Hết.", ("e", ""),))');
  });
});

describe('atoms', () => {
  test.each([
    ['Quy định 04-QĐ/TU ngày', '("Quy định ", ("n", "04-QĐ/TU"), " ngày",)'],
    ['đạt 104,17% kế hoạch', '("đạt 104,17% kế hoạch",)'],
    ['chính trị - xã hội', '("chính trị\u00a0- xã hội",)'],
    ['Gửi {{tên báo}} hôm nay', '("Gửi ", ("u", "{{tên báo}}"), " hôm nay",)'],
    ['khó khăn  nhằm\tgiữ', '("khó khăn nhằm giữ",)'],
    ['', '()'],
  ])('%j', (plain, expected) => {
    expect(atoms(make.text(plain))).toBe(expected);
  });

  test('marks become styles, and spaces do not double where runs meet', () => {
    expect(atoms(make.text('CO', make.sub('2'), ' ', make.bold(' đậm ')))).toBe(
      '("CO", ("_", "2"), " ", ("b", "đậm"),)',
    );
  });

  test('a word longer than any line gets places to break and loses no letter', () => {
    const long = 'a'.repeat(90);
    const set = atoms(make.text(long));
    expect(set).toContain('\u200b');
    expect(set.replaceAll('\u200b', '')).toBe(`("${long}",)`);
  });
});

describe('literal', () => {
  test('escapes what could end it, and writes control characters as numbers', () => {
    expect(literal('a"b\\c\nd')).toBe('"a\\"b\\\\c\\u{a}d"');
  });

  test('settable composes letters and keeps a single no-break space', () => {
    expect(settable('e\u0302\u0301 100\u00a0km  x')).toBe('\u1ebf 100\u00a0km x');
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

describe('the page', () => {
  test('five columns and their gutters fill the width between the margins', () => {
    expect(spanWidth(BERLINER, 5)).toBeCloseTo(266);
    expect(spanWidth(BERLINER, 1)).toBeCloseTo(49.2);
    expect(rowsOf(BERLINER)).toBe(103);
  });

  test('the folio says the day of the place where the piece was published', () => {
    const day = pageDate('2018-02-02T00:14+07:00');
    expect(day && pageWords('vi').longDate(day)).toBe('Thứ Sáu, ngày 2-2-2018');
    expect(day && pageWords('en-GB').longDate(day)).toBe('Friday, 2 February 2018');
    expect(pageDate('hôm qua')).toBeNull();
  });
});
