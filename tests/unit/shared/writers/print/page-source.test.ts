import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Interview } from '../../../../../shared/interview/types';
import { composePages } from '../../../../../shared/print/compose-pages';
import { BERLINER as PAGE, SHIPPED_TEMPLATES } from '../../../../../shared/print/templates/shipped';
import { literal, settable } from '../../../../../shared/writers/print/literal';
import { pageSource } from '../../../../../shared/writers/print/page-source';
import { widthsSource } from '../../../../../shared/writers/print/widths-source';
import * as make from '../../../../support/builders';
import { EVEN } from '../../print/even-widths';
import { cutOf } from '../../../../../shared/print/metrics';

const golden = (name: string) => path.resolve(import.meta.dirname, '../../../../golden/print', name);

function source(interview: Interview, id = 'berliner-5', files: readonly string[] = ['/photo-1.jpg']): string {
  const page = SHIPPED_TEMPLATES.find((template) => template.id === id);
  if (!page) throw new Error(`no template ${id}`);
  return pageSource(composePages(interview, page, EVEN).plan, files);
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
  make.pullQuote('“Lửa không tắt”', 'Thầy Nam'),
  make.closing('Cảm ơn thầy!'),
  make.teaser('Trường mới ở bản cũ', { label: 'Video' }),
);

describe('pageSource', () => {
  test('a ragged text gets twice its measure on the side where it ends', () => {
    const { plan } = composePages(small, PAGE, EVEN);
    const widths = (align: 'left' | 'center' | 'right') => {
      const items = plan.pages
        .flatMap((page) => page.items.filter((item) => item.kind === 'text'))
        .slice(0, 1)
        .map((item) => ({ ...item, align, x: 100, width: 60, lines: item.lines.slice(0, 1) }));
      const painted = pageSource({ ...plan, pages: [{ number: 1, frames: [], items }] }, []);
      return /#T\(([\d.]+), [\d.]+, ([\d.]+),/.exec(painted)?.slice(1);
    };
    expect(widths('left')).toEqual(['100', '120']);
    expect(widths('center')).toEqual(['70', '120']);
    expect(widths('right')).toEqual(['40', '120']);
  });

  test.each(['berliner-5', 'interview-portrait'])('a small interview on %s gives the page on file', async (id) => {
    await expect(source(small, id)).toMatchFileSnapshot(golden(`small-${id}.typ`));
  });

  test('words of the piece stand in string literals only', () => {
    const hostile = '"#read("secret.txt")" \\u{41} $x$ *b* `c` // @x <l>\n#pagebreak()';
    const page = source(
      make.interview(make.title(hostile), make.p(hostile), make.box(hostile, hostile), make.pullQuote(hostile)),
    );
    const outside = page.slice(page.indexOf('#T(34')).replace(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(page).toContain('"\\"#read(\\"secret.txt\\")\\""');
    expect(outside).not.toMatch(/read|secret|[$*`@\\]|pagebreak/);
  });

  test('a picture that is not there is a grey field of its size', () => {
    expect(source(small)).toContain('image("/photo-1.jpg"');
    expect(source(small, 'berliner-5', [])).not.toContain('image(');
  });

  test('every line is marked, in order, so that its place can be checked', () => {
    const marks = [...source(small).matchAll(/#[MF]\((\d+)\)/g)].map(([, number]) => Number(number));
    expect(marks.length).toBeGreaterThan(20);
    expect(marks).toEqual([...marks.keys()]);
  });
});

describe('widthsSource', () => {
  test('words to be measured stand in literals', () => {
    const cut = cutOf({ face: 'text', size: 9, weight: 400 });
    expect(widthsSource([{ cut, words: ['#read("x")'] }])).toContain('"#read(\\"x\\")"');
  });

  test('small capitals and old figures are measured as such', () => {
    const cut = cutOf({ face: 'text', size: 9, weight: 400, figures: 'old-style' }, { small: true });
    const measured = widthsSource([{ cut, words: ['Đáp:'] }]);
    expect(measured).toContain('features: ("smcp",), number-type: "old-style"');
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
