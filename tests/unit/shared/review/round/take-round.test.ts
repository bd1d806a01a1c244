import { describe, expect, it } from 'vitest';
import { PROPERTY } from '../../../../../shared/docx/properties';
import { countingMint } from '../../../../../shared/interview/build';
import { plainText, toText } from '../../../../../shared/interview/text';
import type { Interview } from '../../../../../shared/interview/types';
import type { DocxDocument } from '../../../../../shared/readers/docx/document';
import type { LogEntry } from '../../../../../shared/review/log';
import { proposeChange } from '../../../../../shared/review/propose';
import { decideAnswer } from '../../../../../shared/review/round/decide-answer';
import { decisionNote, roundNote, roundsOf } from '../../../../../shared/review/round/round-log';
import type { Round } from '../../../../../shared/review/round/round-log';
import { roundOfDocument } from '../../../../../shared/review/round/take-round';
import { a, closing, interview, q, title } from '../../../../support/builders';
import { docxParts, readBack } from '../../../../support/docx';

const talk = (): Interview =>
  interview(
    title('Giữ giọt nước'),
    q('Vì sao bỏ tưới tràn?'),
    a('Vì sợ hết nước.', 'Chúng tôi bắt đầu bằng một cuốn sổ.'),
    q('Chia nước thế nào?'),
    a('Theo sổ của buôn.'),
    closing('Cảm ơn bà!'),
  );

const round = (number: number): Round => ({
  number,
  id: String(number).repeat(64),
  version: `v${number}.json`,
  by: 'Hà',
  at: '2026-11-20T08:00:00.000Z',
  returned: [],
  decisions: new Map(),
});
const ROUNDS = [round(1), round(2)];

/** A document of this piece that says this of itself. */
function document(properties: { readonly [name: string]: string }, piece = talk()): DocxDocument {
  return { ...readBack(docxParts(piece)), properties: new Map(Object.entries(properties)) };
}

/** The same without the bookmarks that a program may drop. */
function bare(piece: Interview): DocxDocument {
  const read = readBack(docxParts(piece));
  return { ...read, properties: new Map(), paragraphs: read.paragraphs.map((each) => ({ ...each, places: [] })) };
}

const of = (given: DocxDocument, rounds: readonly Round[] = ROUNDS, sent: Interview | null = talk()) =>
  roundOfDocument(given, rounds, () => sent);

describe('a document that comes back for a round', () => {
  const asRound = { [PROPERTY.kind]: 'round', [PROPERTY.piece]: '2'.repeat(64) };

  it('belongs to the round that its properties name', () => {
    expect(of(document(asRound))).toEqual({ ok: true, value: ROUNDS[1] });
  });

  it.each([
    ['a manuscript or a receipt', { ...asRound, [PROPERTY.kind]: 'review' }, 'round-not'],
    ['the document of another piece', { ...asRound, [PROPERTY.piece]: 'f'.repeat(64) }, 'round-other'],
    ['the document of an earlier round', { ...asRound, [PROPERTY.piece]: '1'.repeat(64) }, 'round-older'],
  ])('is refused when it is %s', (_, properties, kind) => {
    expect(of(document(properties))).toMatchObject({ ok: false, failure: { kind } });
  });

  it('is refused when nothing was ever sent', () => {
    expect(of(document(asRound), [])).toMatchObject({ ok: false, failure: { kind: 'round-none' } });
  });

  it('and lost its properties is known by the answers in it, and by nothing else', () => {
    expect(of(bare(talk()))).toEqual({ ok: true, value: ROUNDS[1] });
    const other = interview(title('Bài khác'), q('Ai hát?'), a('Cả buôn cùng hát.', 'Từ chiều tới khuya.'));
    expect(of(bare(other))).toMatchObject({ ok: false, failure: { kind: 'round-not' } });
    expect(of(bare(talk()), ROUNDS, null)).toMatchObject({ ok: false, failure: { kind: 'round-version-gone' } });
  });
});

describe('an answer that is decided', () => {
  it('takes only what the interviewee proposed: a colleague’s proposal in it stays open', () => {
    const start = talk();
    const said = (piece: Interview, text: string): Interview => ({
      ...piece,
      body: piece.body.map((block) =>
        block.id === 'b2' ? { ...block, text: toText(text) } : block,
      ) as Interview['body'],
    });
    const theirs = { id: 's1', by: 'H’Nhung Êban', at: 1000 };
    const ours = { id: 's2', by: 'Trần Thu Hà', at: 2000 };
    const asked = proposeChange(start, said(start, 'Vì sợ cạn nước.'), theirs);
    const both = proposeChange(asked, said(asked, 'Vì sợ cạn nước suối.'), ours);
    const refused = decideAnswer(both, 'b1', 'H’Nhung Êban', 'refuse', countingMint('n'));
    const answer = refused.body.find(({ id }) => id === 'b2');
    expect(answer && 'text' in answer && plainText(answer.text)).toBe('Vì sợ hết nước suối.');
    expect(JSON.stringify(answer)).toContain('Trần Thu Hà');
    expect(JSON.stringify(answer)).not.toContain('H’Nhung Êban');
  });
});

describe('the note of a round in the log', () => {
  const entry = (what: LogEntry['what'], about: string, more: Partial<LogEntry> = {}): LogEntry => ({
    seq: 1,
    at: '2026-11-20T08:00:00.000Z',
    by: 'Hà',
    role: 'editor',
    what,
    state: 'draft',
    about,
    prev: '0'.repeat(64),
    sum: 'a'.repeat(64),
    ...more,
  });

  it('gives back each fact as it was told; a bar or a line break in it makes no second fact', () => {
    const note = roundNote(3, { due: '2026-11-30', purpose: 'Số Tết | consent: giả\nmạo', embargo: '2026-12-02' });
    expect(roundsOf([entry('round-out', note, { version: 'v.json' })])).toMatchObject([
      { number: 3, due: '2026-11-30', purpose: 'Số Tết consent: giả mạo', embargo: '2026-12-02' },
    ]);
    expect(roundsOf([entry('round-out', note, { version: 'v.json' })])[0]).not.toHaveProperty('consent');
  });

  it('keeps what was accepted and what was refused, with its reason', () => {
    const [found] = roundsOf([
      entry('round-out', '#1', { version: 'v.json' }),
      entry('round-decide', decisionNote(1, 'b1', 'accept')),
      entry('round-decide', decisionNote(1, 'b3', 'refuse'), { reason: 'Không đúng băng' }),
    ]);
    expect([...(found?.decisions ?? [])]).toEqual([
      ['b1', { decision: 'accept', reason: '' }],
      ['b3', { decision: 'refuse', reason: 'Không đúng băng' }],
    ]);
  });
});
