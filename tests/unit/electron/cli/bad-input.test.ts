import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeInterviewFile } from '../../../../shared/writers/write-interview-file';
import { answer, piece, question } from '../../shared/writers/web/pieces';
import { filesUnder, freshFolder } from '../exports/fakes';
import { call } from './call';

const good = () => writeInterviewFile(piece([question('Một?'), answer('A')]));

/** What stands under the name `bad` in the folder. */
const FILES: { readonly [what: string]: { readonly make: (bad: string) => void; readonly says: RegExp } } = {
  'a file that is not there': { make: () => {}, says: /no such file/ },
  'a folder that is no piece': { make: (bad) => mkdirSync(bad), says: /not a piece/ },
  'an empty file': { make: (bad) => writeFileSync(bad, ''), says: /nothing in the file/ },
  'a file of blanks': { make: (bad) => writeFileSync(bad, ' \n\u00a0\n'), says: /nothing in the file/ },
  'an interview cut short': { make: (bad) => writeFileSync(bad, good().slice(0, -40)), says: /damaged/ },
  'an interview of a later version': {
    make: (bad) => writeFileSync(bad, good().replace('"version": 1', '"version": 99')),
    says: /newer Galley/,
  },
  'an interview with wrong types': {
    make: (bad) => writeFileSync(bad, good().replace(/"comments": \w+/, '"comments": "yes"')),
    says: /damaged/,
  },
  'an interview with a hostile link': {
    make: (bad) => writeFileSync(bad, good().replace('[{"text":"A"}]', '[{"text":"A","link":"javascript:alert(1)"}]')),
    says: /damaged/,
  },
  'JSON of others': {
    make: (bad) => writeFileSync(bad, '{"name":"x","version":"1.0.0"}'),
    says: /cannot read this kind/,
  },
  'a binary file': {
    make: (bad) => writeFileSync(bad, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0xff])),
    says: /cannot read this kind/,
  },
  '100 MB of text': {
    make: (bad) => {
      const file = openSync(bad, 'w');
      ftruncateSync(file, 100_000_000);
      closeSync(file);
    },
    says: /too large/,
  },
  'a zip that is none': { make: (bad) => writeFileSync(bad, 'PK\u0003\u0004 and then nothing'), says: /damaged/ },
};

const out = (folder: string) => ['--to', 'web,pdf,galley', '--out', path.join(folder, 'out')];

describe('export refuses, says why in one sentence and leaves nothing:', () => {
  for (const [what, { make, says }] of Object.entries(FILES)) {
    it(what, async () => {
      const folder = freshFolder();
      make(path.join(folder, 'bad'));
      const before = filesUnder(folder);
      const { exit, stdout, stderr } = await call(folder, ['export', 'bad', ...out(folder)]);
      expect([exit, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/^bad: [^\n]+\n$/);
      expect(filesUnder(folder)).toEqual(before);
    });
  }

  for (const [what, bytes, says] of [
    ['a broken picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]), /cannot be read/],
    [
      'an SVG named .jpg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      /does not take this kind/,
    ],
    ['an empty picture', '', /cannot be read/],
  ] as const) {
    it(what, async () => {
      const folder = freshFolder();
      writeFileSync(path.join(folder, 'bai.json'), good());
      writeFileSync(path.join(folder, 'anh.jpg'), bytes);
      const { exit, stderr } = await call(folder, ['export', 'bai.json', '--photo', 'anh.jpg', ...out(folder)]);
      expect(exit).toBe(1);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/^anh\.jpg: [^\n]+\n$/);
      expect(filesUnder(folder)).toEqual(['anh.jpg', 'bai.json']);
    });
  }

  it('a picture that is not there', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'bai.json'), good());
    expect(await call(folder, ['export', 'bai.json', '--photo', 'khong.jpg', ...out(folder)])).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/^khong\.jpg: /),
    });
  });

  it('a file in the place of the folder', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'bai.json'), good());
    writeFileSync(path.join(folder, 'out'), 'của tôi');
    const { exit, stderr } = await call(folder, ['export', 'bai.json', ...out(folder)]);
    expect([exit, stderr]).toEqual([1, expect.stringMatching(/This is a file, not a folder/)]);
    expect(readFileSync(path.join(folder, 'out'), 'utf8')).toBe('của tôi');
  });

  it('a place where nothing can be made', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'bai.json'), good());
    expect(await call(folder, ['export', 'bai.json', '--to', 'web', '--out', '/proc/galley-out'])).toMatchObject({
      exit: 1,
      stdout: '',
    });
  });

  it('what may not be read or written', async () => {
    const folder = freshFolder();
    for (const name of ['bai.json', 'kin.json']) writeFileSync(path.join(folder, name), good());
    chmodSync(folder, 0o555);
    chmodSync(path.join(folder, 'kin.json'), 0);
    await asOrdinaryUser(async () => {
      const read = await call(folder, ['export', 'kin.json', ...out(folder)]);
      expect([read.exit, read.stderr]).toEqual([1, expect.stringMatching(/^kin\.json: There is no permission/)]);
      const write = await call(folder, ['export', 'bai.json', ...out(folder)]);
      expect([write.exit, write.stderr]).toEqual([1, expect.stringMatching(/There is no permission/)]);
    });
    chmodSync(folder, 0o755);
    expect(filesUnder(folder)).toEqual(['bai.json', 'kin.json']);
  });
});

/** Root may read everything: for the time of the job it steps down to nobody. */
async function asOrdinaryUser(job: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return await job();
  process.seteuid?.(65534);
  try {
    await job();
  } finally {
    process.seteuid?.(0);
  }
}

it('import of an interview cut short names the way to its words, and --text gives them', async () => {
  const folder = freshFolder();
  writeFileSync(path.join(folder, 'bad'), good().slice(0, -40));
  const refused = await call(folder, ['import', 'bad']);
  expect(refused.exit).toBe(1);
  expect(refused.stderr).toMatch(/^bad: [^\n]*damaged[^\n]*add --text[^\n]*\n$/);
  const words = await call(folder, ['import', 'bad', '--text']);
  expect([words.exit, words.stderr]).toEqual([0, '']);
  expect(words.stdout).toMatch(/Một\?\n\nA/);
  expect((await call(folder, ['import', 'none', '--text'])).stderr).toMatch(/no such file/);
});
