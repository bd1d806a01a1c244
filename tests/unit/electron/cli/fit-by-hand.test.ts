import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { fitPiece } from '../../../../electron/cli/fit';
import { createInlinePress } from '../../../../electron/press/inline-press';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { textsOf } from '../../../../shared/interview/visit';
import type { PageTemplate } from '../../../../shared/print/page-template';
import { columnLeft, POINTS_PER_MM, spanWidth } from '../../../../shared/print/page-template';
import { BERLINER, SHIPPED_TEMPLATES } from '../../../../shared/print/templates/shipped';
import { sampleInterview } from '../../../../shared/templates/sample';
import * as make from '../../../support/builders';
import { printedLines } from '../../../support/printed-lines';
import type { PrintedLine } from '../../../support/printed-lines';

/*
 * What `fit` says against a count of the printed page: the lines are found again in the PDF by another program, and
 * are told to be lines of the story by their words, not by our plan.
 */

const canRead = spawnSync('pdftotext', ['-v']).error === undefined;
if (!canRead) process.stderr.write('skipped: pdftotext is not installed, so fit was not counted by hand\n');
const press = createInlinePress();
afterAll(() => press.close());

const short = make.interview(
  make.title('Bài ngắn nhất số báo'),
  make.q('Mùa này nước có đủ không, thưa bà?'),
  ...make.a('Đủ, vì bà con đã thôi tưới tràn từ ba năm nay và chia nhau từng khối một.', 'Không ai thiệt.'),
  make.closing('Cảm ơn bà đã tiếp chuyện!'),
  make.byline('Lê Hảo', 'thực hiện'),
);

const long = (word: string, count: number) => `${Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ')}.`;

const withPhotoAndQuote = make.interview(
  make.title('Hai cột ảnh một trích dẫn'),
  make.standfirst('Sapo chỉ vài chữ để đứng cạnh ảnh.'),
  make.photoFile(make.picture('anh', '0', { width: 1800, height: 1200 })),
  make.p(long('mở', 60)),
  make.photo({ photoId: 'anh', span: 2, caption: 'Dưới chân ảnh', credit: 'Nguồn ảnh' }),
  ...Array.from({ length: 7 }, (_, at) => [
    make.q(`Hỏi ${long(`hỏi${at}x`, 9)}`),
    ...make.a(long(`đáp${at}x`, 80), long(`thêm${at}x`, 35)),
    ...(at === 3 ? [make.pullQuote('Câu trích to nhất trang', 'Người được trích')] : []),
  ]).flat(),
  make.byline('Nguyễn Xuân', 'thực hiện'),
);

const withBoxAndList = make.interview(
  make.title('Hộp và danh sách'),
  make.q('Sổ nước ghi những gì?'),
  ...make.a(long('ghi', 90)),
  make.ordered(long('mục', 14), long('khoản', 22), long('điều', 5)),
  ...make.a(long('rồi', 70)),
  make.box('Con số trong khung', long('khung', 24), long('phụ', 12)),
  make.q('Còn gì nữa?'),
  ...make.a(long('hết', 110)),
  make.closing('Xin cảm ơn!'),
  make.byline('Trần Miên'),
);

const THREE = { short, withPhotoAndQuote, withBoxAndList };
const PIECES = { ...THREE, sample: sampleInterview(make.picture('anh')) };

// Raised figures stand apart for poppler: spaces are not compared.
const squeeze = (words: string) => words.normalize('NFC').replace(/\s+/g, '');

/** Whether a line of print is one of the story that `fit` counts: text, questions, lists, boxes, thanks, signature. */
function isOfStory(piece: Interview): (line: PrintedLine) => boolean {
  const counted = piece.body.filter(({ kind }) => !['photo', 'pullQuote', 'subhead'].includes(kind));
  const story = textsOf({ ...piece, body: counted })
    .filter(({ place }) => place.block !== undefined)
    .map(({ text }) => squeeze(plainText(text)));
  const signed = piece.byline.map(({ name }) => squeeze(name));
  // The folio stands over everything; what is set larger is standfirst, headline or quote.
  return ({ text, y, height }) => {
    if (y < 50 || height > 16) return false;
    const words = squeeze(text.replace(/^(\d+\.|–) /, ''));
    return story.some((part) => part.includes(words)) || signed.some((name) => words.startsWith(name));
  };
}

interface ColumnLine {
  readonly page: number;
  readonly column: number;
  readonly y: number;
}

/** The lines of the story, column by column; what poppler takes for two lines because of a wide space is one again. */
async function printed(piece: Interview, template: PageTemplate): Promise<readonly ColumnLine[]> {
  const made = await press.pages({ interview: piece, template, files: {}, missing: [], wanted: 'pdf' });
  if (!made.ok || !made.value.pdf) throw new Error('not printed');
  const lines: ColumnLine[] = [];
  for (const { page, x, y } of printedLines(made.value.pdf).filter(isOfStory(piece))) {
    const column = Math.floor(
      (x - columnLeft(template, 0) + 6) / ((spanWidth(template, 1) + template.gutter) * POINTS_PER_MM),
    );
    const same = lines.some((line) => line.page === page && line.column === column && Math.abs(line.y - y) < 5);
    if (!same) lines.push({ page, column, y });
  }
  return lines;
}

async function fitOf(piece: Interview, template: PageTemplate = BERLINER) {
  const fit = await fitPiece({ interview: piece, photoPath: () => '/there.jpg' }, template, {
    press: () => press,
    signal: new AbortController().signal,
  });
  if (!fit.ok) throw new Error(JSON.stringify(fit.failure));
  return fit.value;
}

describe.skipIf(!canRead)('fit, counted on the printed page', () => {
  it.each(Object.entries(PIECES))('has the lines of %s', async (_, piece) => {
    const lines = await printed(piece, BERLINER);
    expect((await fitOf(piece)).lines).toBe(lines.length);
  });

  it.each(Object.entries(THREE))('has the rows of every column of %s', async (_, piece) => {
    const { slots } = await fitOf(piece);
    const lines = await printed(piece, BERLINER);
    for (const { page, column, rows, free } of slots) {
      const here = lines.filter((line) => line.page === page && line.column === column - 1);
      if (here.length === 0) {
        expect(free).toBe(rows);
        continue;
      }
      const ys = here.map(({ y }) => y);
      expect(Math.round((Math.max(...ys) - Math.min(...ys)) / BERLINER.row) + 1, `column ${column}`).toBe(rows - free);
    }
  });

  it('measures against the length in lines', async () => {
    const { lines } = await fitOf(short);
    const against = async (given: number) =>
      (await fitOf({ ...short, assigned: { length: { kind: 'lines', lines: given } } })).over;
    expect(await against(lines - 3)).toBe(3);
    expect(await against(lines + 2)).toBe(-2);
    expect(await against(lines)).toBe(0);
  });

  const half = SHIPPED_TEMPLATES.find(({ id }) => id === 'half-page') ?? BERLINER;

  it.each(Object.entries(THREE))('what is free on the page of %s is what can be added', async (_, piece) => {
    const { over } = await fitOf(piece);
    const free = -(over ?? 0);
    expect(free).toBeGreaterThan(0);
    const pagesWith = async (lines: number) => (await fitOf(withLines(piece, lines))).pages;
    expect(await pagesWith(free), 'all of it').toBe(1);
    expect(await pagesWith(free + 1), 'one line more').toBe(2);
  });

  it('what is over on half a page is what has to go', async () => {
    const many = withLines(withPhotoAndQuote, 30);
    const { over } = await fitOf(many, half);
    expect(over).toBeGreaterThan(30);
    const less = withLines(withPhotoAndQuote, 30 - 12);
    expect((await fitOf(less, half)).over).toBe((over ?? 0) - 12);
  });
});

/** The piece with so many more lines of text before its end: each of them one word too long to share a line. */
function withLines(piece: Interview, count: number): Interview {
  const end = piece.body.findLastIndex(({ kind }) => kind === 'answer') + 1;
  const [line] = make.a(Array.from({ length: count }, (_, at) => `dòngdàimộtmình${1000 + at}`).join(' '));
  return count === 0 || !line ? piece : { ...piece, body: piece.body.toSpliced(end, 0, { ...line, id: 'more' }) };
}
