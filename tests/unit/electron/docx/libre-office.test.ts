import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../../electron/docx/read-document';
import { zipParts } from '../../../../electron/exports/zip-parts';
import { countingMint } from '../../../../shared/interview/build';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Thread } from '../../../../shared/interview/threads';
import type { Block, Interview } from '../../../../shared/interview/types';
import { proposeChange } from '../../../../shared/review/propose';
import { takeBack } from '../../../../shared/review/returned/take-back';
import type { TakenBack } from '../../../../shared/review/returned/take-back';
import { hunksOf } from '../../../../shared/review/suggest/hunks';
import { baseOf, weaveOf } from '../../../../shared/review/suggest/weave';
import { a, byline, closing, interview, kicker, list, p, q, title } from '../../../support/builders';
import { docxParts } from '../../../support/docx';
import { hasLibreOffice, startLibreOffice } from '../../../support/libre-office';
import type { LibreOffice } from '../../../support/libre-office';

const MINE = { id: 'm1', by: 'Phan Thị Mơ', at: Date.UTC(2026, 10, 20, 9, 0, 0) };

function piece(): Interview {
  return interview(
    kicker('Chuyện làng'),
    title('Giữ giọt nước'),
    p('Nhân mười năm hợp tác xã, đã trò chuyện.'),
    q('Vì sao bỏ tưới tràn?'),
    a(
      'Vì sợ hết nước. Con suối này nuôi ba đời.',
      'Chúng tôi bắt đầu bằng một cuốn sổ.',
      'Đoạn ba còn đây.',
      'Đoạn bốn ở cuối.',
    ),
    list('Một', 'Hai'),
    q('Chia nước thế nào?'),
    a('Theo sổ của buôn.', 'Đoạn sẽ bỏ đi.', 'Không ai cãi.'),
    closing('Trân trọng cảm ơn bà!'),
    byline('Trần Hạ Miên', 'thực hiện'),
  );
}

function words(block: Block | undefined): string {
  return block && 'text' in block ? plainText(block.text) : '';
}

function paragraphs({ body }: Interview): readonly string[] {
  return body.flatMap((block) => ('text' in block ? [plainText(block.text)] : []));
}

describe.skipIf(!hasLibreOffice)('a document in LibreOffice', { timeout: 120_000 }, () => {
  let office: LibreOffice;
  let folder: string;
  beforeAll(() => {
    office = startLibreOffice();
    folder = mkdtempSync(join(tmpdir(), 'galley-docx-'));
  }, 60_000);
  afterAll(() => {
    office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string) => join(folder, name);
  const write = async (name: string, interviewed: Interview) => {
    await zipParts(at(name), docxParts(interviewed));
    return at(name);
  };
  const back = async (start: Interview, file: string): Promise<TakenBack> => {
    const read = await readDocument(file);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    return takeBack(start, read.value, { mint: countingMint('n'), by: 'H’Nhung Êban', at: Date.UTC(2026, 10, 21) });
  };

  it('saved again without an edit brings no change back', async () => {
    const start = piece();
    office.edit(await write('same.docx', start), '', at('same-back.docx'));
    const taken = await back(start, at('same-back.docx'));
    expect(taken.remarks).toEqual([]);
    expect(taken.interview).toEqual(start);
  });

  it('shows every proposal: all accepted is our text, all refused is the one before', async () => {
    const start = piece();
    const [, first, second, third, fourth, , , fifth] = start.body.map(({ id }) => id);
    const next: Interview = {
      ...start,
      headline: toText('Giữ từng giọt nước'),
      body: [
        ...start.body.slice(0, 2),
        {
          kind: 'answer',
          id: second ?? '',
          text: [{ text: 'Vì sợ ' }, { text: 'cạn', marks: ['bold'] }, { text: ' nước.' }],
        },
        { kind: 'answer', id: 'x1', text: toText('Con suối này nuôi ba đời người.') },
        { kind: 'answer', id: third ?? '', text: toText('Chúng tôi bắt đầu bằng một cuốn sổ. Đoạn ba còn đây.') },
        ...start.body.slice(5).filter(({ id }) => id !== fifth),
      ],
    };
    expect([first, fourth]).not.toContain(undefined);
    const proposed = proposeChange(start, next, MINE);
    const file = await write('review.docx', proposed);
    for (const [command, wanted] of [
      ['AcceptAllTrackedChanges', next],
      ['RejectAllTrackedChanges', start],
    ] as const) {
      office.edit(file, `  Dispatch("${command}")`, at('decided.docx'));
      const read = await readDocument(at('decided.docx'));
      if (!read.ok) throw new Error(JSON.stringify(read.failure));
      const lines = read.value.paragraphs.map(({ spans }) => spans.map(({ text }) => text).join(''));
      expect(lines.filter((line) => line !== '')).toEqual([
        'Chuyện làng',
        plainText(wanted.headline),
        ...wanted.body.flatMap((block) => (block.kind === 'list' ? block.items.map(plainText) : words(block))),
        'Trần Hạ Miên (thực hiện)',
      ]);
    }
    const same = await back(proposed, file);
    expect(same.interview).toEqual(proposed);
  });

  it('comes back with every tracked change and comment', async () => {
    const start = piece();
    office.edit(
      await write('edited.docx', start),
      `
  doc.RecordChanges = True
  Find("hết")
  TypeText("cạn")
  Find("suối")
  Dispatch("Bold")
  Find("cuốn ")
  view.collapseToEnd()
  TypeText("quyển ")
  Find(" này")
  Dispatch("Delete")
  Find("bắt đầu ")
  view.collapseToEnd()
  Dispatch("InsertPara")
  Find("còn đây.")
  view.collapseToEnd()
  Dispatch("Delete")
  Find("Đoạn sẽ bỏ đi.")
  view.gotoRange(view.getStart(), False)
  view.goRight(15, True)
  Dispatch("Delete")
  Find("Hai")
  TypeText("Ba ngày")
  Find("Chuyện làng")
  TypeText("Chuyện buôn")
  Find("Theo")
  Comment("Sổ nào?")
`,
      at('edited-back.docx'),
    );
    const { interview: got, remarks, comments } = await back(start, at('edited-back.docx'));
    expect(remarks).toEqual([]);
    expect(comments).toBe(1);
    expect(got.threads?.[0]).toMatchObject({ quote: 'Theo', comments: [{ by: 'Tester', text: 'Sổ nào?' }] });
    expect(paragraphs(got)).toEqual([
      'Nhân mười năm hợp tác xã, đã trò chuyện.',
      'Vì sao bỏ tưới tràn?',
      'Vì sợ cạn nước. Con suối nuôi ba đời.',
      'Chúng tôi bắt đầu ',
      'bằng một cuốn quyển sổ.',
      'Đoạn ba còn đây.Đoạn bốn ở cuối.',
      'Chia nước thế nào?',
      'Theo sổ của buôn.',
      'Không ai cãi.',
      'Trân trọng cảm ơn bà!',
    ]);
    const weaves = got.body.flatMap((block) =>
      block.kind === 'unknown' ? [] : Object.values(block.suggestions ?? {}),
    );
    const told = weaves.flatMap(hunksOf).map(({ inserted, deleted, look }) => ({ inserted, deleted, look }));
    expect(told).toEqual([
      { inserted: 'cạn', deleted: 'hết', look: false },
      // Edits of one second are one step of their author: which of two equal spaces goes with a word hangs on the clock.
      { inserted: '', deleted: expect.stringMatching(/^( này|này )$/), look: true },
      { inserted: '¶', deleted: '', look: false },
      { inserted: expect.stringMatching(/^( quyển|quyển )$/), deleted: '', look: false },
      { inserted: '', deleted: '¶', look: false },
      { inserted: 'Ba ngày', deleted: 'Hai', look: false },
      // A full stop that both paragraphs end in may stand on either side of the deleted one.
      { inserted: '', deleted: expect.stringMatching(/^(Đoạn sẽ bỏ đi\.¶|\.¶Đoạn sẽ bỏ đi)$/), look: false },
    ]);
    expect(
      weaves
        .flat()
        .flatMap(({ ins, del }) => [ins?.by, del?.by])
        .filter(Boolean),
    ).toEqual(expect.arrayContaining(['Unknown Author']));
    expect(plainText(got.kicker)).toBe('Chuyện buôn');
    // Refusing everything gives the piece that went out.
    const stream = got.body.flatMap((block) => {
      const weave = block.kind === 'unknown' ? undefined : block.suggestions?.['text'];
      if (weave) return weave;
      return 'text' in block ? weaveOf([{ id: block.id, kind: block.kind, text: block.text }]) : [];
    });
    const base = baseOf(stream).map(({ id, text }) => ({ id, text: plainText(text) }));
    expect(base).toEqual(
      start.body.flatMap((block) => ('text' in block ? [{ id: block.id, text: words(block) }] : [])),
    );
  });

  it('comes back with edits that it did not track', async () => {
    const start = piece();
    office.edit(
      await write('plain.docx', start),
      `
  doc.RecordChanges = False
  Find("hết")
  TypeText("cạn")
  Find("bắt đầu ")
  view.collapseToEnd()
  Dispatch("InsertPara")
`,
      at('plain-back.docx'),
    );
    const taken = await back(start, at('plain-back.docx'));
    expect(taken.remarks).toEqual([]);
    expect(paragraphs(taken.interview).slice(2, 5)).toEqual([
      'Vì sợ cạn nước. Con suối này nuôi ba đời.',
      'Chúng tôi bắt đầu ',
      'bằng một cuốn sổ.',
    ]);
    expect(JSON.stringify(taken.interview.body[2])).toContain('H’Nhung Êban');
  });

  it('comes back with a paragraph that was moved', async () => {
    const start = piece();
    for (const tracked of ['False', 'True']) {
      office.edit(
        await write('move.docx', start),
        `
  doc.RecordChanges = ${tracked}
  Find("Đoạn bốn ở cuối.")
  Dispatch("MoveUp")
`,
        at('move-back.docx'),
      );
      const taken = await back(start, at('move-back.docx'));
      expect(taken.remarks).toEqual([]);
      const ids = start.body.map(({ id }) => id);
      const moved = taken.interview.body.filter((block) => block.kind !== 'unknown' && block.moved);
      expect({ tracked, moved: moved.map(({ id }) => id) }).toEqual({
        tracked,
        moved: [expect.stringMatching(/^b[56]$/)],
      });
      expect(taken.interview.suggestions?.order).toEqual(ids);
      expect(paragraphs(taken.interview).slice(3, 6)).toEqual([
        'Chúng tôi bắt đầu bằng một cuốn sổ.',
        'Đoạn bốn ở cuối.',
        'Đoạn ba còn đây.',
      ]);
    }
  });

  it('brings back what was answered there, and what was settled there', async () => {
    const start = piece();
    const answer = start.body.find(({ kind }) => kind === 'answer')?.id ?? '';
    const said = (id: string, text: string) => ({ id, by: 'Hồng Hà', text, at: Date.UTC(2026, 10, 20, 9) });
    const thread = (id: string, text: string): Thread => ({
      id,
      anchor: { kind: 'block', block: answer },
      quote: '',
      comments: [said(`${id}-1`, text)],
    });
    const threads = [thread('t1', 'Đúng ba đời chưa?'), thread('t2', 'Thêm năm.')];
    office.edit(
      await write('answered.docx', { ...start, threads }),
      `
  Find("Vì sợ hết nước. Con suối này nuôi ba đời.")
  Comment("Đúng, tôi đã hỏi lại.")
  Settle("Thêm năm.")
`,
      at('answered-back.docx'),
    );
    const { interview: got, comments, remarks } = await back({ ...start, threads }, at('answered-back.docx'));
    expect(remarks).toEqual([]);
    expect(comments).toBe(1);
    expect(got.threads).toMatchObject([
      { id: 't1', comments: [{ text: 'Đúng ba đời chưa?' }, { text: 'Đúng, tôi đã hỏi lại.' }] },
      { id: 't2', comments: [{ text: 'Thêm năm.' }], resolved: { by: 'H’Nhung Êban' } },
    ]);
    expect(got.threads).toHaveLength(2);
    expect(got.threads?.[0]).not.toHaveProperty('resolved');
  });

  it('keeps comments, what answers them, and which are settled', async () => {
    const start = piece();
    const answer = start.body.find(({ kind }) => kind === 'answer')?.id ?? '';
    const said = (id: string, by: string, text: string) => ({ id, by, text, at: Date.UTC(2026, 10, 20, 9) });
    const threads: readonly Thread[] = [
      {
        id: 't1',
        anchor: { kind: 'block', block: answer },
        quote: '',
        comments: [said('c1', 'Hồng Hà', 'Đúng ba đời chưa?'), said('c2', 'Phan Thị Mơ', 'Bà xác nhận rồi.')],
        resolved: { by: 'Hồng Hà', at: Date.UTC(2026, 10, 20, 10) },
      },
      { id: 't2', anchor: { kind: 'block', block: answer }, quote: '', comments: [said('c3', 'Lê Vũ', 'Thêm năm.')] },
    ];
    office.edit(await write('talk.docx', { ...start, threads }), '', at('talk-back.docx'));
    const read = await readDocument(at('talk-back.docx'));
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const { comments } = read.value;
    expect(comments.map(({ by, text }) => `${by}: ${text}`).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'Hồng Hà: Đúng ba đời chưa?',
      'Lê Vũ: Thêm năm.',
      'Phan Thị Mơ: Bà xác nhận rồi.',
    ]);
    const taken = await back({ ...start, threads }, at('talk-back.docx'));
    expect(taken.interview.threads).toEqual(threads);
  });
});
