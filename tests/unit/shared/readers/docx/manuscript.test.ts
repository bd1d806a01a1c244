import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../../shared/interview/build';
import { plainText } from '../../../../../shared/interview/text';
import type { Block, Interview } from '../../../../../shared/interview/types';
import { manuscriptAsInterview } from '../../../../../shared/readers/docx/as-interview';
import { readDocx } from '../../../../../shared/readers/docx/read-docx';
import { baseOf, weaveOf } from '../../../../../shared/review/suggest/weave';
import {
  a,
  byline,
  closing,
  fields,
  interview,
  kicker,
  list,
  p,
  person,
  q,
  standfirst,
  title,
} from '../../../../support/builders';
import { docxParts, packageOf } from '../../../../support/docx';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A document as somebody types it: paragraphs of plain runs, no styles of ours. */
function typed(body: string, more: Readonly<Record<string, string>> = {}) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
  const parts = {
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${relation('r1', 'styles', 'styles.xml')}${relation('r2', 'comments', 'comments.xml')}</Relationships>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  const read = readDocx({ xml: new Map(Object.entries(parts)), paths: new Set(Object.keys(parts)) });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const piece = manuscriptAsInterview(read.value, countingMint());
  if (!piece.ok) throw new Error(JSON.stringify(piece.failure));
  return piece.value;
}

const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const par = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const styled = (style: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
const by = 'w:id="1" w:author="Hà" w:date="2026-11-20T08:00:00Z"';
const BOLD = '<w:b/>';

/** The words before the proposals. */
const before = ({ body }: Interview) =>
  baseOf(
    body.flatMap((block) =>
      block.kind === 'unknown'
        ? []
        : (block.suggestions?.['text'] ??
          weaveOf([{ id: block.id, kind: block.kind, text: 'text' in block ? block.text : [] }])),
    ),
  ).map(({ text }) => plainText(text));

const shown = ({ body }: Interview) =>
  body.map((block) => `${block.kind}: ${'text' in block ? plainText(block.text) : ''}`);

const article = [
  styled('H1', 'Giữ nước cho buôn'),
  par(run('Ba mùa khô liền, hợp tác xã tưới ít hơn một nửa mà vườn vẫn trĩu quả.')),
  par(run('Phóng viên Báo Cao Nguyên đã trò chuyện với bà H’Nhung Êban, Giám đốc Hợp tác xã Ea Sương.')),
  par(run('Bà con bắt đầu từ đâu', BOLD), run('?', BOLD)),
  par(run('Vì sợ '), run('hết nước', '<w:i/>'), run('. Ai mà biết được?')),
  styled('H2', 'Nước là của chung'),
  par(run('Chia nước thế nào cho đều?', BOLD)),
  par(run('Theo sổ.'), '<w:r><w:br/></w:r>', run('Không ai cãi.')),
  par(run('Xin cảm ơn bà!')),
  par(run('Trần Hạ Miên (thực hiện)')),
];

describe('a manuscript by somebody else', () => {
  it('is read by what is bold, by headings, and by its words', () => {
    const { interview: piece } = typed(article.join(''));
    expect(plainText(piece.headline)).toBe('Giữ nước cho buôn');
    expect(piece.people[0]).toMatchObject({ name: 'H’Nhung Êban', part: 'interviewee' });
    expect(piece.byline).toMatchObject([{ name: 'Trần Hạ Miên', role: 'thực hiện' }]);
    expect(shown(piece)).toEqual([
      'paragraph: Phóng viên Báo Cao Nguyên đã trò chuyện với bà H’Nhung Êban, Giám đốc Hợp tác xã Ea Sương.',
      'question: Bà con bắt đầu từ đâu?',
      'answer: Vì sợ hết nước. Ai mà biết được?',
      'subhead: Nước là của chung',
      'question: Chia nước thế nào cho đều?',
      'answer: Theo sổ.',
      'answer: Không ai cãi.',
      'closing: Xin cảm ơn bà!',
    ]);
    expect((piece.body[2] as Extract<Block, { kind: 'answer' }>).text).toContainEqual({
      text: 'hết nước',
      marks: ['italic'],
    });
    expect((piece.body[1] as Extract<Block, { kind: 'question' }>).text).toEqual([{ text: 'Bà con bắt đầu từ đâu?' }]);
  });

  it('brings its tracked changes as proposals and its comments as threads', () => {
    const changed = article.with(
      4,
      par(
        run('Vì sợ '),
        `<w:del ${by}><w:r><w:delText>hết</w:delText></w:r></w:del><w:ins ${by}>${run('cạn')}</w:ins>`,
        '<w:commentRangeStart w:id="7"/>',
        run(' nước'),
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        run('. Ai mà biết được?'),
      ),
    );
    const added = `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${run('Đoạn thêm.')}</w:ins></w:p>`;
    const comments = `<w:comments ${W}><w:comment w:id="7" w:author="Mơ" w:date="2026-11-20T09:00:00Z"><w:p>${run('Nguồn đâu?')}</w:p></w:comment></w:comments>`;
    const gone = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>Đoạn đã bỏ.</w:delText></w:r></w:del></w:p>`;
    const { interview: piece } = typed(changed.toSpliced(8, 0, gone).toSpliced(5, 0, added).join(''), {
      'word/comments.xml': comments,
    });
    expect(shown(piece).slice(1, 5)).toEqual([
      'question: Bà con bắt đầu từ đâu?',
      'answer: Vì sợ cạn nước. Ai mà biết được?',
      'answer: Đoạn thêm.',
      'subhead: Nước là của chung',
    ]);
    const answer = piece.body[2] as Extract<Block, { kind: 'answer' }>;
    const weave = answer.suggestions?.['text'] ?? [];
    expect(before(piece)).toEqual([
      'Phóng viên Báo Cao Nguyên đã trò chuyện với bà H’Nhung Êban, Giám đốc Hợp tác xã Ea Sương.',
      'Bà con bắt đầu từ đâu?',
      'Vì sợ hết nước. Ai mà biết được?',
      'Nước là của chung',
      'Chia nước thế nào cho đều?',
      'Theo sổ.',
      'Không ai cãi.',
      'Đoạn đã bỏ.',
      'Xin cảm ơn bà!',
    ]);
    expect((piece.body[1] as Extract<Block, { kind: 'question' }>).text).toEqual([{ text: 'Bà con bắt đầu từ đâu?' }]);
    expect(weave.find(({ ins }) => ins)?.ins).toMatchObject({ by: 'Hà', at: Date.UTC(2026, 10, 20, 8) });
    expect(piece.threads).toMatchObject([{ quote: ' nước', comments: [{ by: 'Mơ', text: 'Nguồn đâu?' }] }]);
    expect(answer.text.find(({ threads }) => threads)?.text).toBe(' nước');
  });
});

describe('a manuscript of ours', () => {
  it('comes back as the piece that it was made from, without its ids', () => {
    const piece = interview(
      fields({ language: 'vi', labels: 'names' }),
      person({ id: 'nhung', name: 'H’Nhung Êban', shortName: 'H’Nhung', honorific: 'bà', part: 'interviewee' }),
      kicker('Chuyện làng'),
      title('Giữ giọt nước'),
      standfirst('Ba mùa khô liền.'),
      p('Phóng viên đã trò chuyện với bà H’Nhung Êban, Giám đốc Hợp tác xã.'),
      q('Vì sao bỏ tưới tràn?'),
      a('Vì sợ.', 'Rồi bắt đầu.'),
      list('Một', 'Hai'),
      closing('Cảm ơn bà!'),
      byline('Trần Hạ Miên', 'thực hiện'),
    );
    const read = readDocx(packageOf(docxParts(piece)));
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const back = manuscriptAsInterview(read.value, countingMint());
    if (!back.ok) throw new Error(JSON.stringify(back.failure));
    const got = back.value.interview;
    expect(shown(got)).toEqual(shown(piece));
    expect(got.labels).toBe('names');
    expect(got.people).toMatchObject([
      { name: 'H’Nhung Êban', shortName: 'H’Nhung', honorific: 'bà', part: 'interviewee' },
      { name: 'Trần Hạ Miên', part: 'interviewer' },
    ]);
    expect([got.kicker, got.headline, got.standfirst]).toEqual([piece.kicker, piece.headline, piece.standfirst]);
  });
});
