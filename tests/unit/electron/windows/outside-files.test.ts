import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../../../electron/windows/outside-files';

let home = '';
const at = (name: string) => path.join(home, name);

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'galley-outside-'));
  for (const name of ['bài một.galley', 'HAI.TXT', 'loader.js', 'package.json']) writeFileSync(at(name), '');
  mkdirSync(at('piece'));
  writeFileSync(at('piece/interview.json'), '{}');
  mkdirSync(at('folder'));
});

afterAll(() => rmSync(home, { recursive: true }));

test('takes the files of our kinds and piece folders, from where the user stood', () => {
  const argv = ['galley', 'bài một.galley', at('HAI.TXT'), 'piece', 'piece/interview.json'];
  expect(filesIn(argv, home)).toEqual([at('bài một.galley'), at('HAI.TXT'), at('piece'), at('piece/interview.json')]);
});

test('passes over switches, a launcher’s words, other kinds and what is not there', () => {
  const argv = [
    'electron',
    '-r',
    'loader.js',
    '--user-data-dir=x.galley',
    '.',
    'folder',
    'package.json',
    'gone.galley',
    '',
  ];
  expect(filesIn(argv, home)).toEqual([]);
});

test('the program itself is not a file to open', () => {
  expect(filesIn([at('bài một.galley')], home)).toEqual([]);
});
