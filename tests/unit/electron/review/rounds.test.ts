import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { openDocx } from '../../../../electron/docx/open-docx';
import { readDocument } from '../../../../electron/docx/read-document';
import { findPiece } from '../../../../electron/desk/open-piece';
import { diskFiles } from '../../../../electron/desk/files';
import { plainText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { a, byline, closing, fields, interview, list, person, photo, q, title } from '../../../support/builders';
import { editDocx, trackedReplace } from '../../../support/edit-docx';
import { hasLibreOffice, startLibreOffice } from '../../../support/libre-office';
import { call } from '../cli/call';
import { makePiece } from './piece-folder';

function talk(): Interview {
  return interview(
    fields({ language: 'vi', paper: 'Báo Cao Nguyên', labels: 'names' }),
    title('Giữ giọt nước'),
    person({ id: 'nhung', name: 'H’Nhung Êban', honorific: 'bà', part: 'interviewee' }),
    q('Vì sao bỏ tưới tràn?'),
    a('Vì sợ hết nước.', 'Chúng tôi bắt đầu bằng một cuốn sổ.'),
    photo({ caption: 'Hồ Ea Sương', credit: 'Ảnh: Lê Vũ' }),
    q('Chia nước thế nào?'),
    a('Theo sổ của buôn.'),
    list('Nhà cuối nguồn trước', 'Nhà đầu nguồn sau'),
    q('Còn gì nữa không?'),
    a('Chỉ có vậy thôi.'),
    closing('Cảm ơn bà!'),
    byline('Trần Hạ Miên', 'thực hiện'),
  );
}

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function sent(): Promise<{
  readonly root: string;
  readonly docx: string;
  readonly at: (name: string) => string;
}> {
  const root = makePiece(talk());
  made.push(root);
  const out = await call(root, [
    'review-out', 'bai', '--out', 'ra', '--due', '2026-11-30', '--purpose', 'Số kỷ niệm', '--as', 'Trần Hạ Miên',
  ]); // prettier-ignore
  expect(out).toMatchObject({ exit: 0, stderr: '' });
  const at = (name: string) => path.join(root, name);
  return { root, docx: at('ra/giu-giot-nuoc-round-1.docx'), at };
}

async function pieceIn(root: string): Promise<Interview> {
  const found = await findPiece(diskFiles, path.join(root, 'bai'), 0);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value.interview;
}

const lines = ({ body }: Interview) =>
  body.flatMap((block) =>
    block.kind === 'list' ? block.items.map(plainText) : 'text' in block ? [plainText(block.text)] : [],
  );

describe('the interviewee’s round', () => {
  it('goes out as the answers only, with a letter, and is logged', async () => {
    const { root, docx } = await sent();
    expect(readdirSync(path.join(root, 'ra')).toSorted()).toEqual([
      'giu-giot-nuoc-round-1.docx',
      'giu-giot-nuoc-round-1.html',
      'giu-giot-nuoc-round-1.pdf',
    ]);
    const read = await readDocument(docx);
    if (!read.ok) throw new Error('not read');
    const words = read.value.paragraphs.map(({ label, spans }) => label + spans.map(({ text }) => text).join(''));
    expect(words.slice(0, 2)).toEqual(['Phần trả lời phỏng vấn, gửi xem lại lần 1', 'Kính gửi bà H’Nhung Êban,']);
    expect(words.join('\n')).toContain('Xin gửi lại trước ngày 30/11/2026.');
    expect(words.slice(words.indexOf('Câu 1. Vì sao bỏ tưới tràn?'))).toEqual([
      'Câu 1. Vì sao bỏ tưới tràn?',
      'Vì sợ hết nước.',
      'Chúng tôi bắt đầu bằng một cuốn sổ.',
      'Câu 2. Chia nước thế nào?',
      'Theo sổ của buôn.',
      'Nhà cuối nguồn trước',
      'Nhà đầu nguồn sau',
      'Câu 3. Còn gì nữa không?',
      'Chỉ có vậy thôi.',
    ]);
    const { stdout } = await call(root, ['log', 'bai']);
    expect(stdout).toContain('#1 | due: 2026-11-30 | purpose: Số kỷ niệm');
    expect(readFileSync(path.join(root, 'ra/giu-giot-nuoc-round-1.html'), 'utf8')).toContain('<h2>Câu 2. Chia nước');
  });

  it('goes out with the letter and every question locked, the answers open, and changes tracked for good', async () => {
    const { docx } = await sent();
    const opened = await openDocx(docx);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    opened.value.close();
    const { xml } = opened.value.docx;
    const body = xml.get('word/document.xml') ?? '';
    const locked = [...body.matchAll(/<w:sdt>.*?<\/w:sdt>/gs)].map(([each]) => each);
    expect(locked).toHaveLength(4);
    for (const each of locked) expect(each).toContain('<w:lock w:val="sdtContentLocked"/>');
    const inLocks = locked.join('');
    for (const asked of ['Kính gửi bà', 'Vì sao bỏ tưới tràn?', 'Chia nước thế nào?', 'Còn gì nữa không?'])
      expect(inLocks).toContain(asked);
    for (const said of ['Vì sợ hết nước.', 'Theo sổ của buôn.', 'Nhà đầu nguồn sau', 'Chỉ có vậy thôi.']) {
      expect(body).toContain(said);
      expect(inLocks).not.toContain(said);
    }
    const settings = xml.get('word/settings.xml') ?? '';
    expect(settings).toContain('<w:trackRevisions/>');
    expect(settings).toMatch(/<w:documentProtection w:edit="trackedChanges" w:enforcement="1"\/>/);
  });

  it('tells of a question that somebody took out of the document, and keeps it', async () => {
    const { root, docx, at } = await sent();
    await editDocx(docx, at('ve.docx'), (xml, part) =>
      part === 'word/document.xml'
        ? xml.replace(/<w:sdt>(?:(?!<\/w:sdt>).)*Chia nước thế nào\?.*?<\/w:sdt>/s, '')
        : xml,
    );
    const back = await call(root, ['review-in', 'bai', 've.docx']);
    expect(back).toMatchObject({ exit: 0, stderr: expect.stringMatching(/[Qq]uestion 2 /) });
    expect(lines(await pieceIn(root))).toContain('Chia nước thế nào?');
  });

  it('comes back as proposals by the interviewee, is decided with a reason, and answered', async () => {
    const { root, docx, at } = await sent();
    await editDocx(docx, at('ve.docx'), (xml, part) =>
      part === 'word/document.xml'
        ? trackedReplace(trackedReplace(xml, 'hết nước', 'cạn nước'), 'Chỉ có vậy thôi', 'Còn nhiều lắm').replace(
            'Theo sổ của buôn.',
            'Theo sổ chung của buôn.',
          )
        : xml,
    );
    const back = await call(root, ['review-in', 'bai', 've.docx', '--json', '--as', 'Trần Hạ Miên']);
    // Neither the letter nor what was not sent is missed.
    expect(back).toMatchObject({ exit: 0, stderr: '' });
    const { answers } = JSON.parse(back.stdout) as { answers: { outcome: string; asked: string }[] };
    expect(answers.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open']);
    expect(answers[0]?.asked).toBe('Vì sợ cạn nước.\nChúng tôi bắt đầu bằng một cuốn sổ.');
    const proposed = await pieceIn(root);
    expect(lines(proposed)).toContain('Theo sổ chung của buôn.');
    expect(JSON.stringify(proposed)).not.toContain('NGUYEN VAN A');
    expect(JSON.stringify(proposed.body)).toContain('"by":"H’Nhung Êban"');

    expect(await call(root, ['review-decide', 'bai', '--answer', '1', '--accept'])).toMatchObject({ exit: 0 });
    const refused = ['review-decide', 'bai', '--answer', '3', '--refuse', '--reason', 'Không đúng băng ghi âm'];
    expect(await call(root, refused)).toMatchObject({ exit: 0, stdout: expect.stringContaining('Không đúng băng') });
    expect(await call(root, refused)).toMatchObject({ exit: 1, stderr: expect.stringContaining('No change') });
    const decided = await pieceIn(root);
    expect(lines(decided)).toEqual([
      'Vì sao bỏ tưới tràn?',
      'Vì sợ cạn nước.',
      'Chúng tôi bắt đầu bằng một cuốn sổ.',
      'Chia nước thế nào?',
      'Theo sổ chung của buôn.',
      'Nhà cuối nguồn trước',
      'Nhà đầu nguồn sau',
      'Còn gì nữa không?',
      'Chỉ có vậy thôi.',
      'Cảm ơn bà!',
    ]);
    expect(await call(root, ['review-receipt', 'bai', '--out', 'ra', '--lang', 'en'])).toMatchObject({ exit: 0 });
    const receipt = readFileSync(at('ra/giu-giot-nuoc-round-1-receipt.html'), 'utf8');
    for (const words of [
      'Changed as you asked',
      'Kept as sent',
      'Reason: Không đúng băng ghi âm',
      'Still being considered',
    ])
      expect(receipt).toContain(words);
    expect((await readDocument(at('ra/giu-giot-nuoc-round-1-receipt.docx'))).ok).toBe(true);
    const { stdout } = await call(root, ['log', 'bai', '--json']);
    expect((JSON.parse(stdout) as { log: { what: string }[] }).log.map(({ what }) => what)).toEqual([
      'round-out',
      'round-in',
      'round-decide',
      'round-decide',
    ]);
  });

  it('leaves questions as they are and tells that one was changed', async () => {
    const { root, docx, at } = await sent();
    await editDocx(docx, at('ve.docx'), (xml, part) =>
      part === 'word/document.xml' ? xml.replace('Chia nước thế nào?', 'Bà chia nước ra sao?') : xml,
    );
    const back = await call(root, ['review-in', 'bai', 've.docx']);
    expect(back).toMatchObject({ exit: 0, stderr: expect.stringContaining('Question 2 was changed') });
    expect(await pieceIn(root)).toEqual(talk());
  });

  it('takes a new paragraph and a deleted one', async () => {
    const { root, docx, at } = await sent();
    await editDocx(docx, at('ve.docx'), (xml, part) => {
      if (part !== 'word/document.xml') return xml;
      const paragraph =
        /<w:p><w:pPr><w:pStyle w:val="GalleyAnswer"\/><\/w:pPr><w:bookmarkStart[^>]*\/><w:r><w:t[^>]*>Chúng tôi bắt đầu[^]*?<\/w:p>/.exec(
          xml,
        )?.[0] ?? '';
      expect(paragraph).not.toBe('');
      return xml
        .replace(paragraph, '')
        .replace(
          'Chỉ có vậy thôi.</w:t></w:r>',
          'Chỉ có vậy thôi.</w:t></w:r></w:p><w:p><w:r><w:t>Xin cảm ơn bà con.</w:t></w:r>',
        );
    });
    expect(await call(root, ['review-in', 'bai', 've.docx'])).toMatchObject({ exit: 0, stderr: '' });
    const piece = await pieceIn(root);
    expect(lines(piece).filter((line) => line.startsWith('Chúng tôi'))).toEqual([]);
    const added = piece.body.findIndex((block) => 'text' in block && plainText(block.text) === 'Xin cảm ơn bà con.');
    expect(piece.body[added]?.kind).toBe('answer');
    expect(piece.body[added + 1]?.kind).toBe('closing');
    expect(await call(root, ['review-decide', 'bai', '--refuse'])).toMatchObject({ exit: 0 });
    expect(await pieceIn(root)).toEqual(talk());
  });

  it('says in one sentence what a document is that is not the one, and takes nothing', async () => {
    const { root, docx, at } = await sent();
    const other = await sent();
    expect(await call(root, ['review-in', 'bai', other.docx])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('another piece'),
    });
    expect(await call(root, ['review-out', 'bai', '--out', 'ra2'])).toMatchObject({ exit: 0 });
    expect(existsSync(at('ra2/giu-giot-nuoc-round-2.docx'))).toBe(true);
    expect(await call(root, ['review-in', 'bai', docx])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('belongs to round 1, but round 2'),
    });
    const plain = at('bai/interview.json');
    expect(await call(root, ['review-in', 'bai', plain])).toMatchObject({ exit: 1 });
    expect(await pieceIn(root)).toEqual(talk());
    expect(readFileSync(plain, 'utf8')).toBe(writeInterviewFile(talk()));
  });

  it.skipIf(!hasLibreOffice)('comes back from LibreOffice', { timeout: 60_000 }, async () => {
    const { root, docx, at } = await sent();
    const office = startLibreOffice();
    try {
      office.edit(
        docx,
        `
  Find("hết")
  TypeText("cạn")
  Find("Theo sổ")
  Comment("Sổ chung")
`,
        at('ve.docx'),
      );
    } finally {
      office.close();
    }
    const back = await call(root, ['review-in', 'bai', 've.docx', '--json']);
    expect(back).toMatchObject({ exit: 0, stderr: '' });
    const told = JSON.parse(back.stdout) as { comments: number; answers: { outcome: string }[] };
    expect(told.comments).toBe(1);
    expect(told.answers.map(({ outcome }) => outcome)).toEqual(['open', 'same', 'same']);
    expect(JSON.stringify((await pieceIn(root)).body[1])).toContain('"ins":{');
  });
});
