import { describe, expect, it } from 'vitest';
import { codesOfPeople, readCodeList, suggestCodes } from '../../../../shared/photos/code-list';
import { expandCodes } from '../../../../shared/photos/expand-codes';
import {
  CAPTION_PATTERNS,
  fillPattern,
  patternCredit,
  patternOf,
  unknownNames,
} from '../../../../shared/photos/caption-pattern';
import { variablesOf } from '../../../../shared/photos/variables';
import type { Person } from '../../../../shared/interview/types';

const LIST = [
  '// bàn thời sự',
  'lnh\tLê Ngọc Hảo\tGiám đốc Sở Nông nghiệp\tông Hảo',
  'ea, eas\tEa Sương',
  '',
  '"q"\t"Buôn ""Cư"""',
].join('\r\n');
const { codes, remarks } = readCodeList(LIST.normalize('NFD'));

const people: readonly Person[] = [
  { id: 'a', name: 'Lê Ngọc Hảo', role: 'Giám đốc', office: 'Sở Nông nghiệp', honorific: 'ông', part: 'interviewee' },
  { id: 'b', name: 'Lý Ngân Hà', part: 'other' },
  { id: 'c', name: 'Đỗ Vũ', part: 'photographer' },
];

describe('a code list', () => {
  it('has columns, several codes for a line, comments and cells of a spreadsheet', () => {
    expect(remarks).toEqual([]);
    expect([...codes.keys()]).toEqual(['lnh', 'ea', 'eas', 'q']);
    expect(codes.get('lnh')?.columns).toEqual(['Lê Ngọc Hảo', 'Giám đốc Sở Nông nghiệp', 'ông Hảo']);
    expect(codes.get('q')?.columns).toEqual(['Buôn "Cư"']);
  });

  it('tells what it passed over', () => {
    const bad = readCodeList('a\tMột\na\tHai\nb\n\\c\tBa\n');
    expect(bad.remarks.map(({ rule, values }) => [rule, values?.['line']])).toEqual([
      ['codes-repeated', 2],
      ['codes-line-empty', 3],
      ['codes-name-bad', 4],
    ]);
    expect(bad.codes.get('a')?.columns).toEqual(['Một']);
  });

  it('comes from the people of the piece, with a number for equal initials', () => {
    const own = codesOfPeople(people);
    expect([...own.keys()]).toEqual(['lnh', 'lnh2', 'dv']);
    expect(own.get('lnh')?.columns).toEqual([
      'Lê Ngọc Hảo',
      'Giám đốc Sở Nông nghiệp',
      'ông Lê Ngọc Hảo',
      'Lê Ngọc Hảo',
    ]);
    expect(suggestCodes(own, 'hao').map(({ code }) => code)).toEqual(['lnh']);
    expect(suggestCodes(own, 'l').map(({ code }) => code)).toEqual(['lnh', 'lnh2']);
  });
});

describe('expanding', () => {
  it.each([
    [String.raw`\lnh\ tại \EA\.`, 'Lê Ngọc Hảo tại Ea Sương.'],
    [String.raw`\lnh#2\ \lnh\ `, 'Giám đốc Sở Nông nghiệp Lê Ngọc Hảo '],
    [String.raw`C:\\Ảnh`, String.raw`C:\Ảnh`],
    ['không có mã', 'không có mã'],
  ])('%s', (text, expanded) => {
    expect(expandCodes(text, codes)).toEqual({ text: expanded, remarks: [] });
  });

  it('leaves what it does not know as it was typed', () => {
    const { text, remarks: told } = expandCodes(String.raw`\xyz\ và \lnh#9\ ở {nơi}`, codes);
    expect(text).toBe(String.raw`\xyz\ và \lnh#9\ ở {nơi}`);
    expect(told.map(({ rule }) => rule)).toEqual(['code-unknown', 'code-column-missing', 'variable-empty']);
  });

  it('does not expand what came in by a code once more', () => {
    const round = readCodeList('a\t\\a\\ \\b\\\nb\t\\a\\').codes;
    expect(expandCodes(String.raw`\a\ `, round).text).toBe(String.raw`\a\ \b\ `);
  });

  it('fills variables in both languages and leaves blanks of the template alone', () => {
    const variables = variablesOf(
      { people, paper: 'Cao Nguyên', published: '2026-11-21T08:00+07:00' },
      { taken: '2026-11-20T07:30:00+07:00', city: 'Ea Sương', creator: 'Đỗ Vũ' },
    );
    const { text } = expandCodes('{name}, {chức vụ}, {nơi}, {date}; {{tên}} {người chụp}', new Map(), variables);
    expect(text).toBe('Lê Ngọc Hảo, Giám đốc Sở Nông nghiệp, Ea Sương, 20-11-2026; {{tên}} Đỗ Vũ');
  });
});

describe('patterns', () => {
  const variables = variablesOf({ people });
  it.each([
    ['office-name', 'Giám đốc Sở Nông nghiệp Lê Ngọc Hảo.'],
    ['name-office', 'Lê Ngọc Hảo, Giám đốc Sở Nông nghiệp.'],
    ['name-place-date', 'Ông Lê Ngọc Hảo, Giám đốc Sở Nông nghiệp.'],
  ])('%s', (id, text) => {
    expect(fillPattern(CAPTION_PATTERNS.find((each) => each.id === id)?.caption ?? '', variables)).toBe(text);
  });

  it('is nothing when its own variable is empty', () => {
    expect(fillPattern('{name}.', {})).toBeNull();
    expect(fillPattern('[{name}]', {})).toBeNull();
  });
  it('may be the paper’s own; one that is gone gives way to the first', () => {
    const own = { id: 'own', name: 'Báo ta', caption: '{tên}: {chuc vu}', credit: '({credit})' };
    expect(patternOf('own', [own])).toBe(own);
    expect(patternOf('own', [])).toBe(CAPTION_PATTERNS[0]);
    expect(unknownNames(own.caption)).toEqual(['chuc vu']);
  });

  it('words a credit once', () => {
    expect(patternCredit('Ảnh: {credit}', 'Đỗ Vũ')).toBe('Ảnh: Đỗ Vũ');
    expect(patternCredit('Ảnh: {credit}', 'Ảnh: Đỗ Vũ')).toBe('Ảnh: Đỗ Vũ');
    expect(patternCredit('({credit})', 'Đỗ Vũ')).toBe('(Đỗ Vũ)');
    expect(patternCredit('Ảnh: {credit}', ' ')).toBe('');
  });
});
