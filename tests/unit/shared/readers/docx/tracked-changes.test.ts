import { describe, expect, it } from 'vitest';
import { bookmarkOf } from '../../../../../shared/docx/bookmarks';
import { styleId } from '../../../../../shared/docx/style-ids';
import { countingMint } from '../../../../../shared/interview/build';
import { plainText } from '../../../../../shared/interview/text';
import type { Thread } from '../../../../../shared/interview/threads';
import type { Block, Interview } from '../../../../../shared/interview/types';
import { hunksOf } from '../../../../../shared/review/suggest/hunks';
import { takeBack } from '../../../../../shared/review/returned/take-back';
import { baseOf, weaveOf } from '../../../../../shared/review/suggest/weave';
import type { ParagraphStyle } from '../../../../../shared/writers/hand-off/styles';
import { a, interview, q, title } from '../../../../support/builders';
import { docxParts, readBack } from '../../../../support/docx';

// Every kind of change in the XML that Word and LibreOffice write for it, taken back into the piece that went out.

const SENT = Date.UTC(2026, 10, 21);
const BY = 'w:id="9" w:author="Nguyễn Văn A" w:date="2026-11-20T08:00:00Z"';
const LATER = 'w:id="9" w:author="Lê Thị B" w:date="2026-11-20T09:30:00Z"';

const piece = (): Interview =>
  interview(
    title('Giữ giọt nước'),
    q('Vì sao bỏ tưới tràn?'),
    a('Vì sợ hết nước.', 'Con suối nuôi ba đời.', 'Đoạn ba còn đây.'),
  );

const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const gone = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;
const ins = (inside: string, by = BY) => `<w:ins ${by}>${inside}</w:ins>`;
const del = (inside: string, by = BY) => `<w:del ${by}>${inside}</w:del>`;

interface Made {
  readonly style?: ParagraphStyle;
  /** What stands in the properties behind the style. */
  readonly more?: string;
  /** What is proposed for the paragraph's mark. */
  readonly mark?: string;
}

/** A paragraph of the file; with the bookmark of a block, or with none as a program writes a new one. */
function par(block: string | null, inside: string, { style = 'answer', more = '', mark = '' }: Made = {}): string {
  const name = block === null ? null : bookmarkOf({ block, part: 'text' });
  const marked =
    name === null ? inside : `<w:bookmarkStart w:id="1" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="1"/>`;
  const end = mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`;
  return `<w:p><w:pPr><w:pStyle w:val="${styleId(style)}"/>${end}${more}</w:pPr>${marked}</w:p>`;
}

const Q = par('b1', run('Vì sao bỏ tưới tràn?'), { style: 'question' });
const A1 = par('b2', run('Vì sợ hết nước.'));
const A2 = par('b3', run('Con suối nuôi ba đời.'));
const A3 = par('b4', run('Đoạn ba còn đây.'));

function back(paragraphs: readonly string[], start = piece(), edit: (xml: string) => string = (xml) => xml) {
  const head = `<w:p><w:pPr><w:pStyle w:val="${styleId('headline')}"/></w:pPr><w:bookmarkStart w:id="2" w:name="${bookmarkOf({ part: 'headline' }) ?? ''}"/>${run('Giữ giọt nước')}<w:bookmarkEnd w:id="2"/></w:p>`;
  const parts = docxParts(start).map((part) =>
    typeof part.contents === 'string' && /comments/.test(part.path) ? { ...part, contents: edit(part.contents) } : part,
  );
  const document = readBack(parts, (xml) =>
    xml.replace(/<w:body>.*(<w:sectPr)/s, (_, section: string) => `<w:body>${head}${paragraphs.join('')}${section}`),
  );
  const taken = takeBack(start, document, { mint: countingMint('n'), by: 'Lê Hảo', at: SENT });
  const { body } = taken.interview;
  const words = (block: Block) => ('text' in block ? plainText(block.text) : '');
  const stream = body.flatMap((block) => {
    const weave = block.kind === 'unknown' ? undefined : block.suggestions?.['text'];
    if (weave) return weave;
    return 'text' in block ? weaveOf([{ id: block.id, kind: block.kind, text: block.text }]) : [];
  });
  return {
    ...taken,
    now: body.map(words),
    kinds: body.map(({ kind }) => kind),
    before: baseOf([...stream, ...(taken.interview.suggestions?.tail ?? [])]).map(({ text }) => plainText(text)),
    hunks: body
      .flatMap((block) => (block.kind === 'unknown' ? [] : Object.values(block.suggestions ?? {})))
      .flatMap(hunksOf)
      .map(({ inserted, deleted, look }) => ({ inserted, deleted, look })),
    marks: JSON.stringify(body),
  };
}

const WORDS = ['Vì sao bỏ tưới tràn?', 'Vì sợ hết nước.', 'Con suối nuôi ba đời.', 'Đoạn ba còn đây.'];

describe('a tracked change', () => {
  it('of words: each is a proposal by its author at its time', () => {
    const changed = par(
      'b2',
      `${run('Vì sợ ')}${del(gone('hết'))}${ins(run('cạn'))}${run(' nước')}${ins(run(' suối'), LATER)}${run('.')}`,
    );
    const got = back([Q, changed, A2, A3]);
    expect(got.now[1]).toBe('Vì sợ cạn nước suối.');
    expect(got.before).toEqual(WORDS);
    expect(got.hunks).toEqual([
      { inserted: 'cạn', deleted: 'hết', look: false },
      { inserted: ' suối', deleted: '', look: false },
    ]);
    expect(got.marks).toContain(`"by":"Nguyễn Văn A","at":${Date.UTC(2026, 10, 20, 8)}`);
    expect(got.marks).toContain(`"by":"Lê Thị B","at":${Date.UTC(2026, 10, 20, 9, 30)}`);
  });

  it('that names nobody, and has a date that is none, is by whoever saved the document', () => {
    const nobody = 'w:id="9" w:author="" w:date="hôm qua"';
    const got = back([Q, par('b2', `${run('Vì sợ hết nước')}${ins(run(' suối'), nobody)}${run('.')}`), A2, A3]);
    expect(got.now[1]).toBe('Vì sợ hết nước suối.');
    expect(got.before).toEqual(WORDS);
    expect(got.marks).toMatch(/"by":"[^"]+","at":\d+/);
  });

  it('of the look of words', () => {
    const bold = `<w:r><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange></w:rPr><w:t>hết</w:t></w:r>`;
    const got = back([Q, par('b2', `${run('Vì sợ ')}${bold}${run(' nước.')}`), A2, A3]);
    expect(got.interview.body[1]).toMatchObject({ text: [{}, { text: 'hết', marks: ['bold'] }, {}] });
    expect(got.hunks).toEqual([{ inserted: '', deleted: '', look: true }]);
    expect(got.marks).toContain('Nguyễn Văn A');
    expect(got.marks).not.toContain('Lê Hảo');
  });

  it('of the style of a paragraph: another kind of block', () => {
    const changed = `<w:pPrChange ${BY}><w:pPr><w:pStyle w:val="${styleId('answer')}"/></w:pPr></w:pPrChange>`;
    const got = back([Q, A1, par('b3', run('Con suối nuôi ba đời.'), { style: 'question', more: changed }), A3]);
    expect(got.kinds).toEqual(['question', 'answer', 'question', 'answer']);
    expect(got.marks).toContain('Nguyễn Văn A');
    expect(got.marks).not.toContain('Lê Hảo');
  });

  it('that splits a paragraph: the first half has the inserted mark', () => {
    const first = par('b3', run('Con suối '), { mark: `<w:ins ${BY}/>` });
    const got = back([Q, A1, first, par(null, run('nuôi ba đời.')), A3]);
    expect(got.now).toEqual([WORDS[0], WORDS[1], 'Con suối ', 'nuôi ba đời.', WORDS[3]]);
    expect(got.before).toEqual(WORDS);
    expect(got.marks).toContain('Nguyễn Văn A');
    expect(got.marks).not.toContain('Lê Hảo');
  });

  it('that puts a new paragraph before one of ours: the place stays with the old words', () => {
    const added = par('b3', ins(run('Đoạn thêm.')), { mark: `<w:ins ${BY}/>` });
    const got = back([Q, A1, added, par(null, run('Con suối nuôi ba đời.')), A3]);
    expect(got.now).toEqual([WORDS[0], WORDS[1], 'Đoạn thêm.', WORDS[2], WORDS[3]]);
    expect(got.before).toEqual(WORDS);
    expect(got.interview.body.map(({ id }) => id)[3]).toBe('b3');
  });

  it('that joins two paragraphs: the mark of the first is deleted', () => {
    const got = back([Q, A1, par('b3', run('Con suối nuôi ba đời. '), { mark: `<w:del ${BY}/>` }), A3]);
    expect(got.now).toEqual([WORDS[0], WORDS[1], 'Con suối nuôi ba đời. Đoạn ba còn đây.']);
    expect(got.marks).toContain('Nguyễn Văn A');
  });

  it('round whole paragraphs', () => {
    const got = back([
      Q,
      A1,
      `<w:del ${BY}>${A2}</w:del>`,
      `<w:ins ${LATER}>${par(null, run('Đoạn thêm.'))}</w:ins>`,
      A3,
    ]);
    expect(got.now).toEqual([WORDS[0], WORDS[1], 'Đoạn thêm.', WORDS[3]]);
    expect(got.before).toEqual(WORDS);
    expect(got.marks + JSON.stringify(got.interview.suggestions ?? {})).toContain('Nguyễn Văn A');
    expect(got.marks).toContain('Lê Thị B');
    expect(got.marks).not.toContain('Lê Hảo');
  });

  it('that moves words within their paragraph: they stand once', () => {
    const moved = `<w:moveTo ${BY}>${run('Hết nước thì ')}</w:moveTo>${run('vì sợ.')}<w:moveFrom ${BY}>${run('Hết nước thì ')}</w:moveFrom>`;
    const got = back([Q, par('b2', moved), A2, A3]);
    expect(got.now[1]).toBe('Hết nước thì vì sợ.');
  });
});

describe('a paragraph that was moved', () => {
  const moved = (way: 'From' | 'To', inside: string, by = BY) => `<w:move${way} ${by}>${inside}</w:move${way}>`;
  const whole = (way: 'From' | 'To', block: string | null) =>
    par(block, moved(way, run('Đoạn ba còn đây.')), { mark: `<w:move${way} ${BY}/>` });
  const range = (way: 'From' | 'To', inside: string) =>
    `<w:move${way}RangeStart w:id="70" w:name="move1" w:author="Nguyễn Văn A" w:date="2026-11-20T08:00:00Z"/>${inside}<w:move${way}RangeEnd w:id="70"/>`;

  const expectMoved = (got: ReturnType<typeof back>) => {
    expect(got.now).toEqual([WORDS[0], WORDS[3], WORDS[1], WORDS[2]]);
    expect(got.interview.body.map(({ id }) => id)).toEqual(['b1', 'b4', 'b2', 'b3']);
    expect(got.interview.body[1]).toMatchObject({ moved: { by: 'Nguyễn Văn A', at: Date.UTC(2026, 10, 20, 8) } });
    expect(got.interview.suggestions?.order).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(got.remarks).toEqual([]);
  };

  it('as Word writes it, with a named range at both of its places', () => {
    expectMoved(back([Q, range('To', whole('To', null)), A1, A2, range('From', whole('From', 'b4'))]));
  });

  it('as Word writes it when the words were touched too: the range still says which it is', () => {
    const to = par(null, moved('To', run('Đoạn ba còn đây.')) + ins(run(' Thật.')), { mark: `<w:moveTo ${BY}/>` });
    const got = back([Q, range('To', to), A1, A2, range('From', whole('From', 'b4'))]);
    expect(got.now).toEqual([WORDS[0], 'Đoạn ba còn đây. Thật.', WORDS[1], WORDS[2]]);
    expect(got.interview.body.map(({ id }) => id)).toEqual(['b1', 'b4', 'b2', 'b3']);
  });

  it('as Word writes it when the range begins inside the paragraph', () => {
    const inside = (way: 'From' | 'To', block: string | null, more = '') => {
      const start = `<w:move${way}RangeStart w:id="71" w:name="move2" w:author="Nguyễn Văn A" w:date="2026-11-20T08:00:00Z"/>`;
      const words = start + moved(way, run('Đoạn ba còn đây.')) + more;
      return `${par(block, words, { mark: `<w:move${way} ${BY}/>` })}<w:move${way}RangeEnd w:id="71"/>`;
    };
    const got = back([Q, inside('To', null, ins(run(' Thật.'))), A1, A2, inside('From', 'b4')]);
    expect(got.now).toEqual([WORDS[0], 'Đoạn ba còn đây. Thật.', WORDS[1], WORDS[2]]);
    expect(got.interview.body.map(({ id }) => id)).toEqual(['b1', 'b4', 'b2', 'b3']);
  });

  it('as LibreOffice writes it, with the marks alone', () => {
    expectMoved(back([Q, whole('To', null), A1, A2, whole('From', 'b4')]));
  });

  it('does not take what stands behind its range along', () => {
    const got = back([
      Q,
      range('To', whole('To', null)),
      A1,
      par('b3', `${run('Con suối nuôi ')}${del(gone('ba'))}${ins(run('bốn'))}${run(' đời.')}`),
      range('From', whole('From', 'b4')),
    ]);
    expect(got.now).toEqual([WORDS[0], WORDS[3], WORDS[1], 'Con suối nuôi bốn đời.']);
    expect(got.interview.body.flatMap((block) => (block.kind !== 'unknown' && block.moved ? [block.id] : []))).toEqual([
      'b4',
    ]);
  });
});

describe('a comment', () => {
  const said = (id: string, by: string, text: string, minute = 0) => ({
    id,
    by,
    text,
    at: Date.UTC(2026, 10, 20, 9, minute),
  });
  const thread = (id: string, comments: Thread['comments']): Thread => ({
    id,
    anchor: { kind: 'block', block: 'b2' },
    quote: '',
    comments,
  });
  const commented = (inside: string, numbers: readonly number[]) =>
    numbers.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
    inside +
    numbers.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');
  const added = (id: number, para: string, by: string, text: string) =>
    `<w:comment w:id="${id}" w:author="${by}" w:date="2026-11-20T10:00:00Z"><w:p w14:paraId="${para}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
  const talked = (): Interview => ({ ...piece(), threads: [thread('t1', [said('c1', 'Hồng Hà', 'Đúng chưa?')])] });
  const ours = par('b2', commented(run('Vì sợ hết nước.'), [0]));

  it('that went out is known again, and another time it would say the same is no second one', () => {
    const got = back([Q, ours, A2, A3], talked());
    expect(got.comments).toBe(0);
    expect(got.interview.threads).toEqual(talked().threads);
  });

  it('that answers one of ours joins its thread', () => {
    const got = back([Q, par('b2', commented(run('Vì sợ hết nước.'), [0, 1])), A2, A3], talked(), (xml) =>
      xml
        .replace('</w:comments>', `${added(1, '2AAAAAAA', 'Nguyễn Văn A', 'Đúng.')}</w:comments>`)
        .replace(
          '</w15:commentsEx>',
          '<w15:commentEx w15:paraId="2AAAAAAA" w15:paraIdParent="10000000" w15:done="0"/></w15:commentsEx>',
        ),
    );
    expect(got.interview.threads).toMatchObject([
      { id: 't1', comments: [{ text: 'Đúng chưa?' }, { by: 'Nguyễn Văn A', text: 'Đúng.' }] },
    ]);
    expect(got.interview.threads).toHaveLength(1);
  });

  it('that somebody settled in their program is settled', () => {
    const got = back([Q, ours, A2, A3], talked(), (xml) => xml.replace('w15:done="0"', 'w15:done="1"'));
    expect(got.interview.threads).toMatchObject([{ id: 't1', resolved: { by: 'Lê Hảo', at: SENT } }]);
  });

  it('beside others on the very same words stays in its thread, from a program that knows no answers', () => {
    const two = {
      ...piece(),
      threads: [thread('t1', [said('c1', 'Hồng Hà', 'Một?')]), thread('t2', [said('c2', 'Lê Vũ', 'Hai?', 1)])],
    };
    const got = back([Q, par('b2', commented(run('Vì sợ hết nước.'), [0, 1])), A2, A3], two, (xml) =>
      xml.replace(/<w15:commentEx [^>]*\/>/g, ''),
    );
    expect(got.interview.threads).toEqual(two.threads);
  });

  it('on some words ends where its range ends, and one without a range hangs on the words before it', () => {
    const point = '<w:r><w:commentReference w:id="1"/></w:r>';
    const got = back(
      [
        Q,
        par('b2', `${commented(run('Vì sợ'), [0])}${run(' hết nước.')}`),
        par('b3', run('Con suối nuôi ba đời.') + point),
        A3,
      ],
      { ...piece(), threads: [] },
      (xml) => xml,
    );
    expect(got.comments).toBe(0);
    const fresh = back(
      [
        Q,
        par('b2', `${commented(run('Vì sợ'), [0])}${run(' hết nước.')}`),
        par('b3', run('Con suối nuôi ba đời.') + point),
        A3,
      ],
      talked(),
      (xml) => xml.replace('</w:comments>', `${added(1, '2AAAAAAA', 'Nguyễn Văn A', 'Mấy đời?')}</w:comments>`),
    );
    expect(fresh.interview.body[1]).toMatchObject({
      text: [{ text: 'Vì sợ', threads: ['t1'] }, { text: ' hết nước.' }],
    });
    expect(fresh.interview.threads?.[1]).toMatchObject({
      anchor: { place: { block: 'b3' } },
      comments: [{ text: 'Mấy đời?' }],
    });
  });
});

describe('what no piece holds', () => {
  it('is told with its place: hidden words, symbols, a link that leads nowhere good', () => {
    const hidden = run(' bí mật', '<w:vanish/>');
    const got = back([
      Q,
      par('b2', `${run('Vì sợ hết nước.')}${hidden}<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`),
      A2,
      A3,
    ]);
    expect(got.now[1]).toBe('Vì sợ hết nước.');
    const document = readBack(docxParts(piece()), (xml) =>
      xml.replace('Vì sợ hết nước.', `Vì sợ hết nước.</w:t></w:r>${hidden}<w:r><w:t>`),
    );
    expect(document.remarks).toMatchObject([{ rule: 'docx-hidden', severity: 'loss' }]);
  });

  it('another label than ours is told as it stands after the change, not with the one it took the place of', () => {
    const label = (name: 't' | 'delText', text: string) =>
      `<w:r><w:rPr><w:rStyle w:val="${styleId('label')}"/></w:rPr><w:${name} xml:space="preserve">${text}</w:${name}></w:r>`;
    const asked = `${del(label('delText', 'Hỏi: '))}${ins(label('t', 'PV: '))}${run('Vì sao bỏ tưới tràn?')}`;
    const got = back([par('b1', asked, { style: 'question' }), A1, A2, A3], { ...piece(), labels: 'words' });
    expect(got.remarks).toMatchObject([{ rule: 'docx-label', values: { label: 'PV:', ours: 'Hỏi:' } }]);
    expect(got.now[0]).toBe('Vì sao bỏ tưới tràn?');
  });

  it('raised and lowered words are kept', () => {
    const raised = `${run('Vì sợ hết nước.')}${run('2', '<w:vertAlign w:val="superscript"/>')}`;
    expect(back([Q, par('b2', raised), A2, A3]).interview.body[1]).toMatchObject({
      text: [{ text: 'Vì sợ hết nước.' }, { text: '2', marks: ['superscript'] }],
    });
  });
});
