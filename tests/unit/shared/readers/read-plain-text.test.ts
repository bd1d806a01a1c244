import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../shared/interview/build';
import { formatByline } from '../../../../shared/interview/byline';
import { normalise } from '../../../../shared/interview/normalise';
import { pairsOf } from '../../../../shared/interview/pairs';
import { repair } from '../../../../shared/interview/repair';
import { interviewSchema } from '../../../../shared/interview/schema';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { textsOf } from '../../../../shared/interview/visit';
import { readPlainText } from '../../../../shared/readers/read-plain-text';
import { words } from '../../../support/arbitraries';

const read = (source: string) => readPlainText(source, { mint: countingMint() });

function document(source: string) {
  const result = read(source);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

const fixture = (name: string) =>
  document(readFileSync(join(import.meta.dirname, '../../../fixtures/plain', `${name}.txt`), 'utf8'));

/** The body as one line per block: its kind and its words. */
function outline({ body }: Interview): readonly string[] {
  return body.map(
    (block) =>
      `${block.kind}: ${textsOf({ ...EMPTY, body: [block] })
        .map(({ text }) => plainText(text))
        .filter(Boolean)
        .join(' | ')}`,
  );
}

const EMPTY: Interview = {
  format: 'galley',
  version: 1,
  language: 'vi',
  headline: [],
  people: [],
  byline: [],
  body: [],
  photos: [],
  teasers: [],
  comments: false,
};

const shape = ({ body }: Interview) =>
  pairsOf(body).map(({ answers }) => answers.filter(({ kind }) => kind === 'answer').length);
const rules = (remarks: readonly { readonly rule: string }[]) => remarks.map(({ rule }) => rule);

describe('a page labelled by names', () => {
  const { interview, remarks } = fixture('names-vi');

  it('gives head, section, time and readers’ comments', () => {
    expect(plainText(interview.kicker)).toBe('Chuyện trường xa');
    expect(plainText(interview.headline)).toBe('Lớp học bên bến đò Cây Dừa');
    expect(interview).toMatchObject({
      language: 'vi',
      section: 'Trường làng',
      published: '2026-09-14T06:45+07:00',
      paper: 'Báo Hạ Lưu',
      comments: true,
      labels: 'names',
    });
    expect(plainText(interview.standfirst)).toMatch(/^Ngày nào cũng vậy.*đúng giờ\.$/);
    expect(formatByline(interview.byline)).toBe('Lê Đức Vũ (bài, ảnh)');
  });

  it('gives the body, labels taken off', () => {
    expect(outline(interview)).toEqual([
      'paragraph: Phóng viên Báo Hạ Lưu đã có cuộc trò chuyện với cô giáo chủ nhiệm và người lái đò về mười hai năm đi cùng nhau.',
      'photo: Cô Mai và học trò trên chuyến đò sáng. | Ảnh: Lê Đức Vũ',
      'question: Thưa cô, ngày đầu cô nhận lớp ở bến Cây Dừa ra sao?',
      'answer: Tôi xuống đò là khóc. Trường có ba phòng thì hai phòng dột.',
      'answer: Nhưng rồi bọn trẻ chạy ra, đứa nào cũng ôm một trái dừa. Thế là ở lại.',
      'question: Còn chú, sao chú nhận chở miễn phí?',
      'answer: Có gì đâu. Mình cũng chạy qua sông mỗi ngày: chở thêm mấy đứa nhỏ cho vui.',
      'subhead: Mười hai năm, không trễ buổi nào',
      'question: Có khi nào cô nghĩ sẽ thôi không?',
      'answer: Có chứ. Năm 2019 nước lên ngập bàn. Ai mà chẳng nản? Nhưng hôm sau ông Bền vẫn chống đò sang.',
      'answer: Tôi thấy cô còn xách cặp là tôi còn chống sào.',
      'closing: Xin cảm ơn cô và chú!',
    ]);
  });

  it('makes people of the labels and lets each answer name its own', () => {
    const interviewees = interview.people.filter(({ part }) => part === 'interviewee');
    expect(interviewees).toMatchObject([
      { name: 'Phạm Thị Mai', honorific: 'cô', shortName: 'Mai' },
      { name: 'Trần Văn Bền', honorific: 'ông', shortName: 'Bền' },
    ]);
    const nameOf = (id?: string) => interviewees.find((person) => person.id === id)?.shortName;
    const speakers = interview.body.flatMap((block) => (block.kind === 'answer' ? [nameOf(block.speaker)] : []));
    expect(speakers).toEqual(['Mai', 'Mai', 'Bền', 'Mai', 'Bền']);
  });

  it('tells what it took for the page', () => {
    expect(rules(remarks)).toEqual(['navigation-left-out', 'navigation-left-out', 'picture-missing', 'labels-taken']);
  });
});

describe('other ways to set an interview', () => {
  it('Hỏi and Đáp', () => {
    const { interview } = fixture('words-vi');
    expect(interview.labels).toBe('words');
    expect(shape(interview)).toEqual([2, 1]);
    expect(plainText(interview.headline)).toBe('Vì sao nhà mái tôn nóng hơn nhà mái lá?');
    expect(plainText(interview.standfirst)).toMatch(/^Bạn đọc hỏi/);
    expect(outline(interview).at(-1)).toBe('answer: Có ba cách: phủ lưới, trồng dây leo, hoặc sơn trắng.');
    expect(interview.people).toEqual([]);
  });

  it('names in English, the paper among them', () => {
    const { interview } = fixture('names-en');
    expect(interview).toMatchObject({ language: 'en', labels: 'names' });
    expect(shape(interview)).toEqual([2, 1, 1]);
    expect(formatByline(interview.byline)).toBe('Sam Whitlock');
    expect(interview.people).toMatchObject([
      { name: 'Owen Pell', office: 'chief inspector of river crossings', part: 'interviewee', shortName: 'Pell' },
      { name: 'Sam Whitlock', part: 'interviewer' },
      { name: 'Highland Courier', part: 'interviewer' },
    ]);
    expect(outline(interview).at(-1)).toBe('closing: Thank you, Mr Pell.');
    expect(outline(interview)[3]).toBe('question: Have you ever closed a bridge?');
  });

  it('a star before questions and a dash before answers', () => {
    const { interview, remarks } = fixture('marks-vi');
    expect(outline(interview)).toEqual([
      'question: Ông giữ đèn ở đảo này từ bao giờ?',
      'answer: Từ năm 1998. Hồi ấy chưa có điện, thắp bằng dầu.',
      'answer: Mỗi đêm hết bốn lít.',
      'question: Nhớ nhất là đêm nào?',
      'answer: Đêm bão số 7. Kính vỡ, tôi lấy thân che ngọn lửa.',
      'closing: Xin cảm ơn ông!',
    ]);
    expect(rules(remarks)).toEqual(['ornament-taken', 'ornaments-taken']);
    expect(interview.labels).toBe('plain');
  });

  it('lines broken at a fixed width, as mail does it', () => {
    const paragraph =
      'Con đường qua đèo dài mười hai cây số, mùa mưa lở ba đoạn, mùa khô bụi đỏ phủ kín mái nhà và cả những bụi hoa dại ven đường.';
    const wrapped = paragraph.replace(/(.{50,60}) /g, '$1\n');
    const source = ['Đường qua đèo', wrapped, 'Ông thấy sao?', wrapped, 'Rồi sao nữa, thưa ông?', wrapped].join('\n\n');
    const { interview, remarks } = document(source);
    expect(outline(interview)).toEqual([
      'question: Ông thấy sao?',
      `answer: ${paragraph}`,
      'question: Rồi sao nữa, thưa ông?',
      `answer: ${paragraph}`,
    ]);
    expect(remarks).toContainEqual({ rule: 'lines-joined', severity: 'note', values: { count: 6 } });
  });

  it('no question at all: paragraphs, and it says so', () => {
    const { interview, remarks } = document('Chợ nổi\n\nMột đoạn.\n\nHai đoạn.\n\nBa đoạn.');
    expect(outline(interview)).toEqual(['paragraph: Hai đoạn.', 'paragraph: Ba đoạn.']);
    expect(rules(remarks)).toEqual(['no-questions']);
  });

  it('a question asked for effect stays in its answer', () => {
    const { interview } = document(
      'Tít\n\nÔng bắt đầu thế nào?\n\nTôi đi bộ.\n\nTôi biết làm sao bây giờ?\n\nThế là tôi đi.',
    );
    expect(shape(interview)).toEqual([3]);
  });

  it('a request without a question mark is a question', () => {
    const { interview } = document('Tít\n\nXin ông cho biết vài nét về xưởng gốm.\n\nXưởng có từ năm 1990.');
    expect(shape(interview)).toEqual([1]);
  });
});

describe('heads and labels of other papers', () => {
  it('a date without time, and the author under the headline', () => {
    const { interview, remarks } = document(
      'Giữ nghề\nThứ Sáu, 06/11/2026\nTrần Hạ Miên\nXưởng gốm cuối làng vẫn đỏ lửa.\nBà nhóm lò lúc nào?\nLúc gà gáy.',
    );
    expect(interview.published).toBe('2026-11-06T00:00+07:00');
    expect(rules(remarks)).toEqual(['time-missing']);
    expect(formatByline(interview.byline)).toBe('Trần Hạ Miên');
    expect(plainText(interview.standfirst)).toBe('Xưởng gốm cuối làng vẫn đỏ lửa.');
  });

  it('a time stamp on top, in English, and By under the headline', () => {
    const { interview } = document(
      'November 6, 2026, 9:14 PM\nThe kiln\nBy Ann Lee\nShe gets up at four.\nWhen do you light it?\nAt five.',
    );
    expect(interview.published).toBe('2026-11-06T21:14+07:00');
    expect(plainText(interview.headline)).toBe('The kiln');
    expect(formatByline(interview.byline)).toBe('Ann Lee');
    expect(shape(interview)).toEqual([1]);
  });

  it('labels with an office behind the name keep it as data', () => {
    const { interview } = document(
      'Tít\nPhóng viên Báo Hạ Lưu: Xưởng có bao nhiêu thợ?\nÔng Lê Văn Gốm, Giám đốc xưởng gốm Bến Đá: Hai mươi.\nPV: Trả lương ra sao?\nÔng Gốm: Theo mẻ nung.',
    );
    expect(interview.people).toMatchObject([
      { name: 'Lê Văn Gốm', shortName: 'Gốm', honorific: 'ông', office: 'Giám đốc xưởng gốm Bến Đá' },
    ]);
    expect(outline(interview)).toEqual([
      'question: Xưởng có bao nhiêu thợ?',
      'answer: Hai mươi.',
      'question: Trả lương ra sao?',
      'answer: Theo mẻ nung.',
    ]);
  });

  it('an interviewer with a name is a person, the paper in a label the paper', () => {
    const { interview } = document(
      'Tít\nNhà báo Trần Hạ: Thợ có đông không?\nBà Mơ: Hai mươi.\nPV Báo Hạ Lưu: Lương ra sao?\nBà Mơ: Theo mẻ nung.',
    );
    expect(interview.paper).toBe('Báo Hạ Lưu');
    expect(interview.people).toMatchObject([
      { name: 'Trần Hạ', honorific: 'nhà báo', part: 'interviewer' },
      { name: 'Mơ', honorific: 'bà', part: 'interviewee' },
    ]);
    expect(shape(interview)).toEqual([1, 1]);
  });

  it('a headline that the page repeats', () => {
    const { interview, remarks } = document(
      'Giữ nghề gốm\nGiữ nghề gốm\n09:14, 06/11/2026\nSapo của bài.\nVì sao?\nVì thế.',
    );
    expect(plainText(interview.headline)).toBe('Giữ nghề gốm');
    expect(plainText(interview.standfirst)).toBe('Sapo của bài.');
    expect(rules(remarks)).toEqual(['headline-repeated']);
  });

  it('a caption that stands once, by the name in it', () => {
    const { interview } = document(
      'Tít\nSapo của bài.\nPhóng viên Báo Hạ Lưu đã phỏng vấn ông Lê Văn Gốm, Giám đốc xưởng gốm, về nghề.\nGiám đốc xưởng gốm Lê Văn Gốm.\nÔng bắt đầu từ đâu?\nTừ đất.',
    );
    expect(interview.body.map(({ kind }) => kind)).toEqual(['paragraph', 'photo', 'question', 'answer']);
  });

  it('an answer that is the word of a menu stays', () => {
    const { interview } = document('Tít\nÔng có thích không?\nThích.\nBằng cách nào?\nEmail.');
    expect(outline(interview)).toEqual([
      'question: Ông có thích không?',
      'answer: Thích.',
      'question: Bằng cách nào?',
      'answer: Email.',
    ]);
  });
});

describe('rough sources', () => {
  it('byte order mark, Windows line ends, separate accents', () => {
    const { interview, remarks } = document('\ufeffĐò chiều\r\n\r\nÔng chở ai?\r\nChở khách.\r\n'.normalize('NFD'));
    expect(plainText(interview.headline)).toBe('Đò chiều');
    expect(shape(interview)).toEqual([1]);
    expect(rules(remarks)).toContain('composed');
  });

  it.each([
    ['nothing', '', { kind: 'empty' }],
    ['spaces', ' \n\u00a0\n', { kind: 'empty' }],
    ['binary', 'PK\u0003\u0004\0\0', { kind: 'not-ours' }],
    ['too much', 'x'.repeat(5_000_001), { kind: 'too-large', limit: 5 }],
  ])('%s', (_, source, failure) => expect(read(source)).toEqual({ ok: false, failure }));

  it('a garbled encoding is told', () => {
    expect(rules(document('Ä‘á»“ng chÃ\n\nNÄƒm há»c').remarks)).toContain('text-garbled');
  });

  it('one line', () => expect(plainText(document('Chỉ có tít').interview.headline)).toBe('Chỉ có tít'));

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['one question over and over', 'Ông thấy sao?\n'.repeat(20_000)],
    ['dashes', '- '.repeat(200_000)],
    ['stars before a letter', `Tít\n${'*'.repeat(300_000)}a`],
    ['requests without end', `${'Xin ông '.repeat(20_000)}\n`.repeat(3)],
    ['question marks and quotes', `Tít\n${'?”'.repeat(100_000)}`],
    [
      'a crowd of speakers',
      Array.from({ length: 20_000 }, (_, at) => `Ông A${at.toString(36).replace(/\d/g, 'x')}: không`).join('\n'),
    ],
    ['introductions', `Tít\n${'phỏng vấn Ông Ba '.repeat(20_000)}\nBốn`],
    ['bylines', 'An Ba (ghi)\n'.repeat(20_000)],
    ['captions', `Ảnh: ${'( '.repeat(100)}\n`.repeat(1_000)],
  ])('megabytes of %s end in a value, not in a hang', (_, source) => {
    expect(read(source).ok).toBe(true);
  });

  it('always gives a sound interview, and never loses a word of unlabelled copy', () => {
    const line = fc.oneof(
      words,
      words.map((text) => `${text}?`),
      words.map((text) => `P.V: ${text}?`),
      words.map((text) => `Ông Bền: ${text}.`),
      fc.constantFrom(
        '',
        '\u00a0',
        '09:14, 02/02/2018',
        'Ý kiến bạn đọc',
        'Xin cảm ơn ông!',
        'An Ba (ghi)',
        '* * *',
        'Q: What?',
        'A: That.',
        'P.V:',
        ':',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const result = read(lines.join('\n'));
        if (!result.ok) {
          expect(result.failure.kind).toBe('empty');
          return;
        }
        const { interview } = result.value;
        expect(interviewSchema.parse(interview)).toEqual(interview);
        expect(normalise(interview)).toEqual(interview);
        expect(repair(interview, countingMint('new')).remarks).toEqual([]);
        const all = JSON.stringify([
          textsOf(interview).map(({ text }) => plainText(text)),
          interview.teasers,
          interview.byline,
        ]).replace(/\s+/g, '');
        for (const text of lines) {
          const isCopy = /^[\p{L}]/u.test(text) && !/:|"|\\|\/|bạn đọc|\(ghi\)/u.test(text);
          if (isCopy)
            expect(all).toContain(JSON.stringify(text.normalize('NFC').replace(/[*_~\s-]+$|\s+/g, '')).slice(1, -1));
        }
      }),
      { numRuns: 500 },
    );
  });
});
