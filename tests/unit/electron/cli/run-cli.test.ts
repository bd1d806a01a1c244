import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderDesk } from '../../../../electron/desk/folder-desk';
import { asText } from '../../../../shared/interview/build';
import type { Interview } from '../../../../shared/interview/types';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { answer, closing, photoBlock, piece, question } from '../../shared/writers/web/pieces';
import { fakePicture, filesUnder, freshFolder } from '../exports/fakes';
import { call } from './call';

function withPiece(interview: Interview): string {
  const folder = freshFolder();
  writeFileSync(path.join(folder, 'bai.json'), writeInterviewFile(interview));
  return folder;
}

const small = () => piece([question('Một?'), answer('A'), closing('Cảm ơn')]);

describe('the command line', () => {
  it('shows how to call it', async () => {
    for (const argv of [[], ['--help'], ['help'], ['export', '--help']]) {
      expect(await call('/', argv)).toMatchObject({
        exit: 0,
        stderr: '',
        stdout: expect.stringContaining('galley import FILE'),
      });
    }
  });

  it('lists what it reads and writes', async () => {
    expect((await call('/', ['formats'])).stdout).toMatch(/galley[^]*text[^]*web[^]*pdf[^]*galley/);
    expect(JSON.parse((await call('/', ['formats', '--json'])).stdout)).toEqual({
      read: ['galley', 'piece', 'text', 'docx'],
      write: [
        'web',
        'pdf',
        'press-pdf',
        'page-svg',
        'idml',
        'icml',
        'tagged',
        'plain',
        'docx',
        'docx-review',
        'package',
        'galley',
      ],
    });
  });

  it.each([
    [['fly'], 'fly'],
    [['import'], 'FILE'],
    [['import', 'a', 'b'], 'FILE'],
    [['import', '--sample', 'a'], 'FILE'],
    [['import', 'a', '--nonsense'], '--nonsense'],
    [['check', 'a', '--out', 'b'], '--out'],
    [['export', 'a', '--out', 'b'], '--to'],
    [['export', 'a', '--to', 'web,odt', '--out', 'b'], 'odt'],
    [['export', 'a', '--to', 'web', '--review', '--out', 'b'], 'docx'],
    [['export', 'a', '--to', 'web'], '--out'],
    [['export', 'a', '--to', 'idml', '--out', 'b', '--condition', 'glossy'], 'glossy'],
    [['check', 'a', '--condition', 'coated'], '--condition'],
    [['approve', 'a', '--as'], '“--as” needs a value'],
    [['verify', 'a', '--json=1'], '“--json” is not understood'],
  ])('answers %j with 2 and one sentence', async (argv, about) => {
    const { exit, stdout, stderr } = await call('/', argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(about);
    const [sentence, ...calls] = stderr.trimEnd().split('\n');
    expect(sentence).toMatch(/\.$|\?$/);
    // How it is called stands below, where there is such a command.
    expect(calls.length > 0).toBe(argv[0] !== 'fly');
    for (const each of calls) expect(each).toMatch(new RegExp(`^  galley ${argv[0]} `));
  });

  it('speaks Vietnamese when the machine does', async () => {
    const said = async (env: { [name: string]: string }) => (await call('/', ['import', '/khong-co'], { env })).stderr;
    expect(await said({ LANG: 'vi_VN.UTF-8' })).toContain('Không tìm thấy');
    expect(await said({ LANG: 'vi_VN.UTF-8', GALLEY_LANGUAGE: 'en' })).toContain('There is no such');
    expect(await said({ LANG: 'de_DE.UTF-8' })).toContain('There is no such');
    expect(await said({})).toContain('There is no such');
  });
});

describe('import', () => {
  it('prints the interview as its file', async () => {
    const folder = withPiece(small());
    const { exit, stdout, stderr } = await call(folder, ['import', 'bai.json', '--json']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(readFileSync(path.join(folder, 'bai.json'), 'utf8'));
  });

  it('tells a kind by what is in the file, not by its name', async () => {
    const folder = withPiece(small());
    cpSync(path.join(folder, 'bai.json'), path.join(folder, 'bai.txt'));
    const { exit, stdout } = await call(folder, ['import', 'bai.txt', '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ headline: [{ text: 'Giữ rừng từ gốc' }] });
  });

  it('reads a piece folder with what only its journal holds', async () => {
    const folder = freshFolder();
    const desk = new FolderDesk(folder);
    const made = await desk.create(small());
    if (!made.ok) throw new Error(made.failure.kind);
    await desk.open(made.value);
    await desk.append(made.value, 1, { fields: { headline: asText('Tít mới gõ') } });
    const { exit, stdout } = await call(folder, ['import', made.value, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ headline: [{ text: 'Tít mới gõ' }] });
    await desk.close(made.value);
  });

  it('fills the empty photo blocks in order and appends the rest before the closing', async () => {
    const folder = withPiece(
      piece([photoBlock({ caption: asText('Đầu') }), answer('A'), photoBlock(), closing('Cảm ơn')]),
    );
    ['1.jpg', '2.jpg', '3.jpg'].forEach((name, index) =>
      writeFileSync(path.join(folder, name), fakePicture(100 + index, 50)),
    );
    const photos = ['1.jpg', '2.jpg', '3.jpg'].flatMap((name) => ['--photo', name]);
    const { exit, stdout, stderr } = await call(folder, ['import', 'bai.json', ...photos, '--json']);
    expect(exit).toBe(0);
    const interview = JSON.parse(stdout) as Interview;
    const names = new Map(interview.photos.map(({ id, name }) => [id, name]));
    expect(
      interview.body.map((block) => (block.kind === 'photo' ? names.get(block.photoId ?? '') : block.kind)),
    ).toEqual(['1.jpg', 'answer', '2.jpg', '3.jpg', 'closing']);
    expect(interview.body[0]).toMatchObject({ caption: [{ text: 'Đầu' }] });
    expect(stderr).toContain('One picture had no place left');
  });

  it('puts the piece with its photos on a desk', async () => {
    const folder = withPiece(piece([photoBlock(), answer('A')]));
    writeFileSync(path.join(folder, '1.jpg'), fakePicture(100, 50));
    mkdirSync(path.join(folder, 'desk'));
    const { exit, stderr } = await call(folder, ['import', 'bai.json', '--photo', '1.jpg', '--desk', 'desk']);
    expect(exit).toBe(0);
    const [made = ''] = readdirSync(path.join(folder, 'desk'));
    expect(stderr).toContain(path.join(folder, 'desk', made));
    expect(
      filesUnder(path.join(folder, 'desk', made)).filter((file) =>
        /^(interview\.json|photos\/[0-9a-f]{64}\.jpg)$/.test(file),
      ),
    ).toHaveLength(2);
  });
});

describe('check', () => {
  it('prints what an editor would ask', async () => {
    const folder = withPiece(piece([question('Một?')]));
    const asJson = JSON.parse((await call(folder, ['check', 'bai.json', '--json'])).stdout) as {
      rule: string;
      message: string;
    }[];
    expect(asJson.length).toBeGreaterThan(0);
    for (const { rule, message } of asJson) expect(message).not.toContain(`remarks.${rule}`);
    const words = (await call(folder, ['check', 'bai.json'])).stdout;
    expect(words.trim().split('\n')).toEqual(asJson.map(({ message }) => `- ${message}`));
  });
});

describe('export', () => {
  it('prints folder, files and remarks', async () => {
    const folder = withPiece(small());
    const { exit, stdout } = await call(folder, [
      'export',
      'bai.json',
      '--to',
      'web,pdf',
      '--to',
      'galley',
      '--out',
      'ra',
      '--json',
    ]);
    expect(exit).toBe(0);
    const { folder: out, files } = JSON.parse(stdout) as { folder: string; files: string[] };
    expect(out).toBe(path.join(folder, 'ra'));
    expect(files.toSorted()).toEqual(filesUnder(out));
  });

  it('takes what it packed, and leaves no unpacked pictures behind', async () => {
    const folder = withPiece(piece([photoBlock(), answer('A')]));
    writeFileSync(path.join(folder, '1.jpg'), fakePicture(2000, 1000));
    await call(folder, ['export', 'bai.json', '--photo', '1.jpg', '--to', 'galley', '--out', 'ra']);
    const before = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('galley-') && !name.startsWith('galley-test-'),
    ).length;
    const { exit, stderr } = await call(folder, [
      'export',
      'ra/giu-rung-tu-goc.galley',
      '--to',
      'web',
      '--out',
      'trang',
      '--unapproved',
    ]);
    expect([exit, stderr]).toEqual([0, expect.stringContaining('not approved')]);
    expect(existsSync(path.join(folder, 'trang/giu-rung-tu-goc/index.html'))).toBe(true);
    expect(filesUnder(path.join(folder, 'trang')).filter((file) => file.endsWith('.webp'))).toHaveLength(4);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith('galley-') && !name.startsWith('galley-test-')),
    ).toHaveLength(before);
  });

  it('works on the sample that comes with the program', async () => {
    const folder = freshFolder();
    const { exit, stdout } = await call(folder, ['export', '--sample', '--to', 'pdf', '--out', 'ra']);
    expect([exit, stdout]).toEqual([0, `${path.join(folder, 'ra/giu-rung-tu-goc.pdf')}\n`]);
  });
});
