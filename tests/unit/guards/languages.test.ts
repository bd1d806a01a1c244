import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'i18n');
const rooms = (language: string): readonly string[] =>
  readdirSync(path.join(folder, language))
    .filter((name) => name.endsWith('.json'))
    .toSorted();
const texts = (language: string, room: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(folder, language, room), 'utf8'));

/** What i18next fills in, and the tags that are kept: both must be in both languages. */
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{[^}]+\}\}|<\/?\d+>/g)].map(([found]) => found))].toSorted();

describe('the two languages', () => {
  it('have the same rooms', () => {
    expect(rooms('en')).toEqual(rooms('vi'));
  });

  it.each(rooms('vi'))('%s has the same keys in both', (room) => {
    expect(Object.keys(texts('en', room)).toSorted()).toEqual(Object.keys(texts('vi', room)).toSorted());
  });

  it.each(rooms('vi'))('%s has the same placeholders in both', (room) => {
    const english = texts('en', room);
    // "One question" needs no number; its Vietnamese twin says it all the same.
    const differing = Object.entries(texts('vi', room))
      .filter(([key]) => !key.endsWith('_one'))
      .filter(([key, text]) => placeholders(text).join() !== placeholders(english[key] ?? '').join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it.each(['vi', 'en'])('no text in %s is empty, and all are NFC', (language) => {
    const bad = rooms(language).flatMap((room) =>
      Object.entries(texts(language, room))
        .filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'))
        .map(([key]) => `${room}: ${key}`),
    );
    expect(bad).toEqual([]);
  });
});
