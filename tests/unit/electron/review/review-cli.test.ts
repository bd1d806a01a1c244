import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { withText } from '../../shared/review/builders';
import { call } from '../cli/call';
import { filesUnder } from '../exports/fakes';
import { makePiece, storedPiece } from './piece-folder';

const review = (root: string) => path.join(root, 'bai', 'review.json');
const edit = (root: string, words = 'Là chia nước cho hợp lý giữa ba thôn.') =>
  writeFileSync(path.join(root, 'bai', 'interview.json'), writeInterviewFile(withText(storedPiece(), 'a2', words)));
async function approved(): Promise<string> {
  const root = makePiece();
  expect(await call(root, ['approve', 'bai', '--as', 'Trần Thu Hà'])).toMatchObject({ exit: 0, stderr: '' });
  return root;
}
const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file, 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(file, text.replace(from, to));
};

describe('approve and verify', () => {
  it('seal a piece and find it intact, by folder and by file', async () => {
    const root = await approved();
    for (const name of ['bai', 'bai/interview.json'])
      expect(await call(root, ['verify', name])).toMatchObject({
        exit: 0,
        stdout: expect.stringMatching(/sealed and intact\. Approved by Trần Thu Hà \(editor\)/),
      });
    expect(readdirSync(path.join(root, 'bai', 'versions'))).toHaveLength(1);
    expect(JSON.parse((await call(root, ['log', 'bai', '--json'])).stdout)).toMatchObject({
      state: 'approved',
      fault: null,
      log: [{ what: 'submit' }, { what: 'take' }, { what: 'approve', by: 'Trần Thu Hà' }],
    });
  });

  it('tell of an edit, and of the words that differ', async () => {
    const root = await approved();
    edit(root);
    const { exit, stdout } = await call(root, ['verify', 'bai']);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/EDITED after Trần Thu Hà approved/);
    expect(stdout).toContain('[-công bằng-]{+hợp lý+}');
  });

  it('approve again after an edit, and not without one', async () => {
    const root = await approved();
    const again = () => call(root, ['approve', 'bai', '--as', 'Trần Thu Hà']);
    expect(await again()).toMatchObject({ exit: 1, stderr: expect.stringContaining('nothing has changed since') });
    edit(root);
    expect(await again()).toMatchObject({ exit: 0 });
    expect(await call(root, ['verify', 'bai'])).toMatchObject({ exit: 0 });
  });

  it('tell of a photo that is another file or none', async () => {
    const root = await approved();
    const [photo = ''] = readdirSync(path.join(root, 'bai', 'photos'));
    const file = path.join(root, 'bai', 'photos', photo);
    writeFileSync(file, 'another');
    expect(await call(root, ['verify', 'bai'])).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining(`not as it was: photos/${photo}`),
    });
    rmSync(file);
    expect(await call(root, ['verify', 'bai'])).toMatchObject({ exit: 1, stdout: expect.stringContaining('missing') });
  });

  it('tell of a piece that nobody approved', async () => {
    expect(await call(makePiece(), ['verify', 'bai'])).toMatchObject({ exit: 1, stdout: 'bai: not sealed.\n' });
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ['a name in the seal', /("seal": \{.*?)Trần Thu Hà/, '$1Ai đó', /FORGED: the seal is not/],
    ['a hash in the seal', /("hash":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`, /FORGED: the seal is not/],
    ['a state', '"state": "approved"', '"state": "published"', /FORGED: the state/],
    ['the second entry taken out', /\n {4}\{"at":[^\n]*"what":"take"[^\n]*/, '', /FORGED: an entry before entry 2/],
  ])('call forged: %s', async (_, from, to, says) => {
    const root = await approved();
    change(review(root), from, to);
    const { exit, stdout } = await call(root, ['verify', 'bai']);
    expect([exit, stdout]).toEqual([1, expect.stringMatching(says)]);
    const before = filesUnder(root);
    expect(await call(root, ['approve', 'bai', '--as', 'Hà'])).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/changed by hand/),
    });
    expect(filesUnder(root)).toEqual(before);
  });

  it('show an edited log, and say so', async () => {
    const root = await approved();
    change(review(root), /"by":"Trần Thu Hà"(?=[^\n]*"what":"submit")/, '"by":"Ai đó"');
    const { exit, stdout, stderr } = await call(root, ['log', 'bai']);
    expect(exit).toBe(1);
    expect(stdout).toContain('Ai đó');
    expect(stderr).toMatch(/entry 1 of the review log was edited/);
  });

  it('still judge when the sealed version is gone', async () => {
    const root = await approved();
    rmSync(path.join(root, 'bai', 'versions'), { recursive: true });
    expect(await call(root, ['verify', 'bai'])).toMatchObject({ exit: 0 });
    edit(root);
    expect(await call(root, ['verify', 'bai'])).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('sealed version is gone'),
    });
  });
});

describe('bad input is one sentence and exit 1:', () => {
  it.each<[string, (root: string) => void, readonly string[], RegExp]>([
    ['no such piece', () => {}, ['approve', 'khong', '--as', 'Hà'], /^khong: There is no such/],
    ['a folder that is none', () => {}, ['approve', '.', '--as', 'Hà'], /no interview\.json/],
    [
      'a file that is none',
      (root) => writeFileSync(path.join(root, 'x.json'), '{}'),
      ['log', 'x.json'],
      /not a piece of a desk/,
    ],
    [
      'a review cut short',
      (root) => writeFileSync(review(root), '{"format":"galley-review",'),
      ['verify', 'bai'],
      /review\.json is damaged \(JSON\)/,
    ],
    [
      'a review of something else',
      (root) => writeFileSync(review(root), '{"name":"x"}'),
      ['approve', 'bai', '--as', 'Hà'],
      /damaged \(format\)/,
    ],
    [
      'a review in no encoding',
      (root) => writeFileSync(review(root), Buffer.from([0xff, 0xfe, 0xff])),
      ['log', 'bai'],
      /damaged \(UTF-8\)/,
    ],
    [
      'a later review',
      (root) => writeFileSync(review(root), '{"format":"galley-review","version":7}'),
      ['verify', 'bai'],
      /newer Galley \(format 7\)/,
    ],
    [
      'a role that may not',
      () => {},
      ['approve', 'bai', '--as', 'Hà', '--role', 'journalist'],
      /In the role journalist one may not approve/,
    ],
    ['nothing to verify', () => {}, ['verify', 'bai/photos'], /no piece, web page, PDF or package/],
    [
      'a text to verify',
      (root) => writeFileSync(path.join(root, 'x.txt'), 'chữ'),
      ['verify', 'x.txt'],
      /cannot read this kind/,
    ],
    [
      'a PDF that is none',
      (root) => writeFileSync(path.join(root, 'x.pdf'), '%PDF-1.7 và hết'),
      ['verify', 'x.pdf'],
      /damaged \(PDF\)/,
    ],
    [
      'a zip that is none',
      (root) => writeFileSync(path.join(root, 'x.galley'), 'PK\u0003\u0004 và hết'),
      ['verify', 'x.galley'],
      /damaged/,
    ],
  ])('%s', async (_, make, argv, says) => {
    const root = makePiece();
    make(root);
    const before = filesUnder(root);
    const { exit, stdout, stderr } = await call(root, argv);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(filesUnder(root)).toEqual(before);
  });

  it.each([
    [['approve', 'bai']],
    [['approve', 'bai', '--as', '  ']],
    [['approve', 'bai', '--as', 'Hà', '--role', 'king']],
    [['approve']],
    [['diff', 'a']],
    [['diff', 'a', 'b', '--json', '--html']],
    [['merge', 'a', 'b', 'c']],
    [['merge', 'a', 'b', '--out', 'f']],
    [['verify', 'a', 'b']],
    [['log', 'a', '--html']],
  ])('a wrong call is 2: %j', async (argv) => {
    const { exit, stdout, stderr } = await call('/', argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^\\S[^\n]+\n  galley ${argv[0]} [^\n]+\n$`));
  });
});

describe('diff and merge', () => {
  const sides = () => {
    const root = makePiece();
    const write = (name: string, words: string) =>
      writeFileSync(path.join(root, name), writeInterviewFile(withText(storedPiece(), 'a2', words)));
    write('a.json', 'Là chia nước cho hợp lý giữa ba thôn.');
    write('b.json', 'Là chia nước cho sòng phẳng giữa bốn thôn.');
    return root;
  };

  it('show what differs as text, JSON and HTML', async () => {
    const root = sides();
    const text = await call(root, ['diff', 'a.json', 'b.json']);
    expect(text).toMatchObject({ exit: 0, stderr: '' });
    expect(text.stdout).toContain('[-hợp lý-]{+sòng phẳng+}');
    expect(JSON.parse((await call(root, ['diff', 'a.json', 'b.json', '--json'])).stdout)).toMatchObject({
      same: false,
    });
    const html = (await call(root, ['diff', 'a.json', 'b.json', '--html'])).stdout;
    expect(html).toContain('<del>hợp lý</del><ins>sòng phẳng</ins>');
    expect(html).not.toMatch(/<script|javascript:|https?:/);
    expect((await call(root, ['diff', 'bai', 'bai'])).stdout).toBe('The two versions are the same.\n');
  });

  it('write the merged piece and tell of conflicts', async () => {
    const root = sides();
    const { exit, stdout } = await call(root, ['merge', 'bai', 'a.json', 'b.json', '--out', 'm.json']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Answer 2: “hợp lý” and “sòng phẳng”/);
    expect(readFileSync(path.join(root, 'm.json'), 'utf8')).toContain('[[hợp lý | sòng phẳng]] giữa bốn thôn.');
  });

  it('never write over a file', async () => {
    const root = sides();
    const before = readFileSync(path.join(root, 'a.json'), 'utf8');
    const { exit, stderr } = await call(root, ['merge', 'bai', 'a.json', 'b.json', '--out', 'a.json']);
    expect([exit, stderr]).toEqual([1, expect.stringMatching(/^a\.json: .*there already/)]);
    expect(readFileSync(path.join(root, 'a.json'), 'utf8')).toBe(before);
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('pack the photos of all sides into a .galley', async () => {
    const root = sides();
    expect(await call(root, ['merge', 'bai', 'a.json', 'b.json', '--out', 'm.galley'])).toMatchObject({ exit: 0 });
    expect(existsSync(path.join(root, 'm.galley'))).toBe(true);
    expect(await call(root, ['check', 'm.galley'])).toMatchObject({ exit: 0, stderr: '' });
    expect(await call(root, ['verify', 'm.galley'])).toMatchObject({ exit: 1, stdout: 'm.galley: not sealed.\n' });
  });
});
