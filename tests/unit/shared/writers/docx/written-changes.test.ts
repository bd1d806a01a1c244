import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../../shared/interview/build';
import { toText } from '../../../../../shared/interview/text';
import type { Thread } from '../../../../../shared/interview/threads';
import type { Block, Interview } from '../../../../../shared/interview/types';
import { proposeChange } from '../../../../../shared/review/propose';
import { takeBack } from '../../../../../shared/review/returned/take-back';
import { a, interview, q, title } from '../../../../support/builders';
import { docxParts, readBack } from '../../../../support/docx';

const MINE = { id: 'm1', by: 'Phan Thị Mơ', at: Date.UTC(2026, 10, 20, 9) };

const start = (): Interview =>
  interview(
    title('Giữ giọt nước'),
    q('Vì sao bỏ tưới tràn?'),
    a('Vì sợ hết nước.', 'Con suối nuôi ba đời.', 'Đoạn ba còn đây.'),
  );

/** The piece with its blocks changed, as Mơ proposes it. */
function proposed(change: (body: readonly Block[]) => readonly Block[], fields: Partial<Interview> = {}): Interview {
  const piece = start();
  return proposeChange(piece, { ...piece, ...fields, body: change(piece.body) }, MINE);
}

const answer = (id: string, text: string): Block => ({ kind: 'answer', id, text: toText(text) });

const xmlOf = (piece: Interview) =>
  String(docxParts(piece).find(({ path }) => path === 'word/document.xml')?.contents ?? '');

/** Every kind of proposal, the element that Word knows it by, and the piece that has it. */
const KINDS: readonly (readonly [string, readonly RegExp[], Interview])[] = [
  [
    'words added',
    [/<w:ins [^>]*w:author="Phan Thị Mơ" w:date="2026-11-20T09:00:00Z"[^>]*><w:r>/],
    proposed((body) => body.with(1, answer('b2', 'Vì sợ hết cả nước.'))),
  ],
  [
    'words deleted',
    [/<w:del [^>]*Mơ[^>]*><w:r>.*?<w:delText/],
    proposed((body) => body.with(1, answer('b2', 'Vì hết nước.'))),
  ],
  [
    'words put in the place of others',
    [/<w:ins /, /<w:delText/],
    proposed((body) => body.with(1, answer('b2', 'Vì sợ cạn nước.'))),
  ],
  [
    'another look',
    [/<w:rPrChange [^>]*Mơ[^>]*>/],
    proposed((body) =>
      body.with(1, {
        kind: 'answer',
        id: 'b2',
        text: [{ text: 'Vì sợ ' }, { text: 'hết', marks: ['bold'] }, { text: ' nước.' }],
      }),
    ),
  ],
  [
    'another kind of block',
    [/<w:pPrChange [^>]*Mơ[^>]*>/],
    proposed((body) => body.with(2, { kind: 'question', id: 'b3', text: toText('Con suối nuôi ba đời.') })),
  ],
  [
    'a paragraph split',
    [/<w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr><w:ins [^>]*Mơ/],
    proposed((body) => [
      ...body.slice(0, 2),
      answer('b3', 'Con suối '),
      answer('x1', 'nuôi ba đời.'),
      ...body.slice(3),
    ]),
  ],
  [
    'two paragraphs joined',
    [/<w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr><w:del [^>]*Mơ/],
    proposed((body) => [...body.slice(0, 2), answer('b3', 'Con suối nuôi ba đời. Đoạn ba còn đây.')]),
  ],
  [
    'a new paragraph',
    [/<w:rPr><w:ins [^>]*Mơ/],
    proposed((body) => [...body.slice(0, 2), answer('x1', 'Đoạn thêm.'), ...body.slice(2)]),
  ],
  ['a paragraph gone', [/<w:rPr><w:del [^>]*Mơ/], proposed((body) => body.toSpliced(2, 1))],
  [
    'a paragraph moved',
    [
      /<w:moveFromRangeStart [^>]*w:name="([^"]+)".*<w:moveFromRangeEnd/,
      /<w:moveToRangeStart [^>]*Mơ.*<w:moveToRangeEnd/,
      /<w:rPr><w:moveFrom [^>]*Mơ/,
      /<w:rPr><w:moveTo [^>]*Mơ/,
      /<w:moveFrom [^>]*><w:r>/,
      /<w:moveTo [^>]*><w:r>/,
    ],
    proposed((body) => [body[0], body[3], body[1], body[2]].flatMap((block) => block ?? [])),
  ],
  ['another headline', [/<w:ins [^>]*Mơ/], proposed((body) => body, { headline: toText('Giữ từng giọt nước') })],
];

describe('a manuscript with changes shows', () => {
  it.each(KINDS)('%s as a tracked change by its author, and gives it back as it was', (_, elements, piece) => {
    const xml = xmlOf(piece);
    for (const element of elements) expect(xml).toMatch(element);
    const document = readBack(docxParts(piece));
    const options = { mint: countingMint('y'), by: 'Ai Đó', at: Date.UTC(2026, 10, 25) };
    const back = takeBack(start(), document, options);
    expect(back.remarks).toEqual([]);
    expect(back.interview.body.map(shown)).toEqual(piece.body.map(shown));
    expect(back.interview.headline.map(({ text }) => text)).toEqual(piece.headline.map(({ text }) => text));
    // Nothing of it is taken for an edit that was not tracked.
    expect(JSON.stringify(back.interview)).not.toContain('Ai Đó');
    expect(JSON.stringify(back.interview)).toContain('Phan Thị Mơ');
    // With the proposals open in the piece, nothing is new.
    expect(takeBack(piece, document, options).interview).toEqual(piece);
  });
});

describe('a manuscript with comments', () => {
  it('says who answered whom, and which thread is settled', () => {
    const said = (id: string, by: string, text: string, minute: number) => ({
      id,
      by,
      text,
      at: Date.UTC(2026, 10, 20, 9, minute),
    });
    const threads: readonly Thread[] = [
      {
        id: 't1',
        anchor: { kind: 'block', block: 'b2' },
        quote: '',
        comments: [said('c1', 'Hồng Hà', 'Đúng chưa?', 0), said('c2', 'Phan Thị Mơ', 'Đúng.', 1)],
        resolved: { by: 'Hồng Hà', at: Date.UTC(2026, 10, 20, 10) },
      },
      { id: 't2', anchor: { kind: 'block', block: 'b3' }, quote: '', comments: [said('c3', 'Lê Vũ', 'Thêm năm.', 2)] },
    ];
    const piece = { ...start(), threads };
    const { comments } = readBack(docxParts(piece));
    expect(comments).toEqual([
      { id: '0', by: 'Hồng Hà', at: threads[0]?.comments[0]?.at, text: 'Đúng chưa?', done: true },
      { id: '1', by: 'Phan Thị Mơ', at: threads[0]?.comments[1]?.at, text: 'Đúng.', done: true, parent: '0' },
      { id: '2', by: 'Lê Vũ', at: threads[1]?.comments[0]?.at, text: 'Thêm năm.', done: false },
    ]);
    // Into a piece that does not have them yet, they come as they are.
    const back = takeBack(start(), readBack(docxParts(piece)), { mint: countingMint('y'), by: 'Ai Đó', at: 5 });
    expect(back.interview.threads).toMatchObject([
      { comments: [{ text: 'Đúng chưa?' }, { text: 'Đúng.' }], resolved: { by: 'Ai Đó', at: 5 } },
      { comments: [{ text: 'Thêm năm.' }] },
    ]);
    expect(back.interview.threads?.[1]).not.toHaveProperty('resolved');
  });
});

const shown = (block: Block) => ('text' in block ? { kind: block.kind, text: block.text } : { kind: block.kind });
