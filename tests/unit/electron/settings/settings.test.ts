import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setBrokenAside } from '../../../../electron/settings/set-aside';
import { settingsFile } from '../../../../electron/settings/settings-file';
import type { SettingsFile } from '../../../../electron/settings/settings-store';
import { createSettingsStore } from '../../../../electron/settings/settings-store';

const NOW = new Date('2026-11-23T07:08:09.010Z');
const ASIDE = 'settings-broken-2026-11-23T07-08-09.010Z.json';
const SOUND = {
  theme: 'dark',
  language: 'vi',
  window: { bounds: { x: 0, y: 0, width: 1000, height: 700 }, maximised: false },
};

let folder = '';
const file = () => path.join(folder, 'settings.json');
const put = (contents: string | Uint8Array) => writeFileSync(file(), contents);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-settings-'));
  writeFileSync(path.join(folder, 'other.txt'), 'not mine');
});

afterEach(() => rmSync(folder, { recursive: true }));

const sound = JSON.stringify(SOUND);
const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
  ['empty', ''],
  ['spaces', '   \n'],
  ['NULs', '\0'.repeat(200)],
  ['NULs at the end', `${sound}\0\0\0`],
  ['half', sound.slice(0, sound.length / 2)],
  ['cut by one', sound.slice(0, -1)],
  ['twice', sound + sound],
  ['null', 'null'],
  ['a list', '[]'],
  ['a word', '"dark"'],
  ['a number', '42'],
  ['HTML', '<!doctype html><title>x</title>'],
  ['UTF-16', Buffer.from(sound, 'utf16le')],
  ['a byte order mark', `\uFEFF${sound}`],
  ['bytes that are no UTF-8', Uint8Array.from([...Buffer.from('{"paper":"'), 0xff, 0xfe, ...Buffer.from('"}')])],
  ['random bytes', Uint8Array.from({ length: 512 }, (_none, index) => (index * 151) % 256)],
  ['a wrong type', '{"theme": 5}'],
  ['an unknown choice', '{"language": "fr"}'],
  ['a desk that is no text', '{"desk": {"path": "/"}}'],
  ['an empty desk', '{"desk": ""}'],
  ['window bounds as texts', '{"window": {"bounds": {"x": "1", "y": 1, "width": 9, "height": 9}, "maximised": false}}'],
  [
    'window bounds without size',
    '{"window": {"bounds": {"x": 1, "y": 1, "width": 0, "height": -5}, "maximised": false}}',
  ],
  [
    'numbers out of bounds',
    '{"window": {"bounds": {"x": 1e300, "y": 1, "width": 9, "height": 9}, "maximised": false}}',
  ],
  ['a prototype', '{"__proto__": {"theme": "dark"}}'],
  ['huge', `{"paper": "${'x'.repeat(2_000_000)}"}`],
  ['a deep nest', `{"paper": ${'['.repeat(5000)}${']'.repeat(5000)}}`],
];

describe('a broken settings file', () => {
  test.each(BROKEN)('%s: is set aside whole, nothing else is touched', (_name, contents) => {
    put(contents);
    const before = readFileSync(file());
    expect(setBrokenAside(folder, NOW)).toBe(ASIDE);
    expect(readdirSync(folder).sort()).toEqual(['other.txt', ASIDE].sort());
    expect(readFileSync(path.join(folder, ASIDE)).equals(before)).toBe(true);
  });

  test('a folder in its place is set aside too', () => {
    mkdirSync(file());
    expect(setBrokenAside(folder, NOW)).toBe(ASIDE);
  });
});

test('a sound file stays, also with keys of a newer version', () => {
  put(JSON.stringify({ ...SOUND, fromTheFuture: { a: 1 } }));
  expect(setBrokenAside(folder, NOW)).toBeNull();
  expect(readdirSync(folder).sort()).toEqual(['other.txt', 'settings.json']);
});

test('no file is sound', () => {
  expect(setBrokenAside(folder, NOW)).toBeNull();
});

describe('the file of the settings', () => {
  test('holds nothing at the first start, in a folder that is not there yet', () => {
    const deeper = path.join(folder, 'a', 'b');
    expect(settingsFile(deeper).read()).toEqual({});
    settingsFile(deeper).write({ theme: 'dark' });
    expect(settingsFile(deeper).read()).toEqual({ theme: 'dark' });
  });

  test('keeps keys of a newer version and leaves nothing beside it', () => {
    settingsFile(folder).write({ ...SOUND, language: 'vi', theme: 'dark', fromTheFuture: { a: 1 } });
    expect(settingsFile(folder).read()).toEqual({ ...SOUND, fromTheFuture: { a: 1 } });
    expect(readdirSync(folder).sort()).toEqual(['other.txt', 'settings.json']);
  });

  test('refuses what it would call broken when it is read, and stays as it was', () => {
    settingsFile(folder).write({ theme: 'dark' });
    expect(() => settingsFile(folder).write({ desk: '' })).toThrow();
    expect(settingsFile(folder).read()).toEqual({ theme: 'dark' });
    expect(setBrokenAside(folder, NOW)).toBeNull();
  });

  test('throws where the disk refuses, and stays as it was', () => {
    settingsFile(folder).write({ theme: 'dark' });
    mkdirSync(path.join(folder, 'settings.json.tmp'));
    expect(() => settingsFile(folder).write({ theme: 'light' })).toThrow('EISDIR');
    expect(settingsFile(folder).read()).toEqual({ theme: 'dark' });
  });
});

const memory = (first: unknown = {}) => {
  const held = { value: first };
  const backing: SettingsFile = { read: () => held.value, write: (stored) => (held.value = stored) };
  return { held, backing };
};
const problems: unknown[] = [];
const store = (backing: SettingsFile, deskOverride?: string) =>
  createSettingsStore({
    file: backing,
    desk: '/home/an/Galley',
    deskOverride,
    onProblem: (error) => problems.push(error),
  });

describe('the settings', () => {
  beforeEach(() => problems.splice(0));

  test('start with the defaults', () => {
    expect(store(memory().backing).read()).toEqual({
      language: 'system',
      theme: 'system',
      desk: '/home/an/Galley',
      paper: '',
      profiles: [],
      columnWidth: false,
      condition: 'newsprint',
      captionPattern: 'office-name',
      ownPatterns: [],
    });
  });

  test('keep the caption patterns of the paper', () => {
    const { backing } = memory();
    const own = { id: 'own-1', name: 'Báo ta', caption: '{name}.', credit: '({credit})' };
    store(backing).write({ captionPattern: 'own-1', ownPatterns: [own] });
    expect(store(backing).read()).toMatchObject({ captionPattern: 'own-1', ownPatterns: [own] });
  });

  test('keep the printing condition and the printer’s own profile', () => {
    const { backing } = memory();
    const ownCondition = { path: '/home/an/nha-in.icc', name: 'Nhà in', inkLimit: 240 };
    store(backing).write({ condition: 'own', ownCondition });
    expect(store(backing).read()).toMatchObject({ condition: 'own', ownCondition });
    store(backing).write({ condition: 'coated' });
    expect(store(backing).read()).toMatchObject({ condition: 'coated', ownCondition });
  });

  test('make a profile of the journalist that earlier settings named, until profiles are written', () => {
    const { backing } = memory({ journalist: ' Mai An ' });
    expect(store(backing).read().profiles).toEqual([{ id: 'first', name: 'Mai An', role: 'journalist' }]);
    expect(store(backing).write({ profiles: [] }).profiles).toEqual([]);
    expect(store(backing).read()).not.toHaveProperty('journalist');
  });

  test('keep what is written, and what a newer version wrote', () => {
    const { held, backing } = memory({ fromTheFuture: 1 });
    store(backing).write({ theme: 'dark', lastPiece: 'a' });
    expect(held.value).toEqual({ fromTheFuture: 1, theme: 'dark', lastPiece: 'a' });
    expect(store(backing).read()).toMatchObject({ theme: 'dark', lastPiece: 'a' });
    expect(store(backing).read()).not.toHaveProperty('fromTheFuture');
  });

  test('forget the last piece', () => {
    const { backing } = memory({ lastPiece: 'a' });
    expect(store(backing).write({ lastPiece: null })).not.toHaveProperty('lastPiece');
    expect(store(backing).read()).not.toHaveProperty('lastPiece');
  });

  test('a desk named by the environment wins and is not written down', () => {
    const { held, backing } = memory({ desk: '/mine' });
    const settings = store(backing, '/test');
    expect(settings.write({ theme: 'light' }).desk).toBe('/test');
    expect(held.value).toEqual({ desk: '/mine', theme: 'light' });
    expect(settings.write({ desk: '/chosen' }).desk).toBe('/chosen');
  });

  test('hold in memory when the disk refuses, and tell of it', () => {
    const full: SettingsFile = {
      read: () => ({}),
      write: () => {
        throw new Error('ENOSPC');
      },
    };
    const settings = store(full);
    expect(settings.write({ theme: 'dark' }).theme).toBe('dark');
    expect(settings.read().theme).toBe('dark');
    expect(problems).toHaveLength(1);
  });

  test('are not written again while the disk has them, and are after it had refused', () => {
    const writes: unknown[] = [];
    let isFull = false;
    const settings = store({
      read: () => ({ lastPiece: 'a' }),
      write: (stored) => {
        if (isFull) throw new Error('ENOSPC');
        writes.push(stored);
      },
    });
    settings.write({ lastPiece: 'a' });
    expect(writes).toEqual([]);
    isFull = true;
    settings.write({ lastPiece: 'b' });
    isFull = false;
    settings.write({ lastPiece: 'b' });
    expect(writes).toEqual([{ lastPiece: 'b' }]);
  });

  test('are the defaults when the file cannot be read', () => {
    const gone: SettingsFile = {
      read: () => {
        throw new Error('EIO');
      },
      write: () => undefined,
    };
    expect(store(gone).read().theme).toBe('system');
    expect(problems).toHaveLength(1);
  });

  test('keep the window beside them', () => {
    const { backing } = memory();
    store(backing).keepWindowState(SOUND.window);
    expect(store(backing).windowState()).toEqual(SOUND.window);
    expect(store(backing).read()).not.toHaveProperty('window');
  });
});
