import type { Remark } from '../checks/remark';
import { note, warning } from '../checks/remark';
import type { Person } from '../interview/types';
import { fold } from '../text/fold';

/** One shorthand and what it stands for, column by column: column 1 is what the bare code gives. */
export interface Code {
  readonly code: string;
  readonly columns: readonly string[];
}

export type CodeList = ReadonlyMap<string, Code>;

/** Most lines of a list and longest code, in UTF-16 units: a parliament with its offices stays far below. */
export const CODE_LIST_LIMIT = 50_000;
export const CODE_LENGTH_LIMIT = 40;

/**
 * Reads a tab-separated list: a code, then its columns. Several codes for one line stand with commas between them; lines
 * that begin with // or # and empty ones are passed over. The first of two equal codes holds.
 */
export function readCodeList(text: string): { readonly codes: CodeList; readonly remarks: readonly Remark[] } {
  const codes = new Map<string, Code>();
  const remarks: Remark[] = [];
  const lines = text.normalize('NFC').split(/\r\n|\r|\n/);
  if (lines.length > CODE_LIST_LIMIT) remarks.push(warning('codes-too-many', { limit: CODE_LIST_LIMIT }));
  for (const [index, line] of lines.slice(0, CODE_LIST_LIMIT).entries()) {
    if (line.trim() === '' || /^\s*(\/\/|#)/.test(line)) continue;
    const [names = '', ...columns] = line.split('\t').map((cell) => unquoted(cell.trim()));
    const trimmed = columns.slice(0, columns.findLastIndex((column) => column !== '') + 1);
    if (names === '' || trimmed.length === 0) {
      remarks.push(warning('codes-line-empty', { line: index + 1 }));
      continue;
    }
    for (const name of names.split(',').map((each) => each.trim())) {
      if (name === '' || name.length > CODE_LENGTH_LIMIT || /[\\#{}]/.test(name)) {
        remarks.push(warning('codes-name-bad', { line: index + 1, code: name.slice(0, CODE_LENGTH_LIMIT) }));
      } else if (codes.has(name)) remarks.push(note('codes-repeated', { line: index + 1, code: name }));
      else codes.set(name, { code: name, columns: trimmed });
    }
  }
  return { codes, remarks };
}

/** Spreadsheets put quotes round a cell with a quote or a comma in it. */
function unquoted(cell: string): string {
  return /^".*"$/.test(cell) && cell.length >= 2 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/**
 * Codes of the people of a piece, for quick insert: the first letters of the name without accents ("Lê Ngọc Hảo" is lnh),
 * with a number behind from the second on. Columns: name, office and role, honorific with the name, short name.
 */
export function codesOfPeople(people: readonly Person[]): CodeList {
  const codes = new Map<string, Code>();
  for (const { name, office, role, honorific, shortName } of people) {
    const initials = fold(name.normalize('NFC'))
      .split(/[^a-z0-9]+/)
      .map((word) => word.charAt(0))
      .join('');
    if (initials === '') continue;
    let code = initials;
    for (let number = 2; codes.has(code); number++) code = `${initials}${number}`;
    const post = [role, office].filter((part) => part).join(' ');
    codes.set(code, {
      code,
      columns: [name, post, [honorific, name].filter((part) => part).join(' '), shortName ?? name],
    });
  }
  return codes;
}

/** The codes that begin with what has been typed, or whose first column holds it, for a list under the caret; at most `most`. */
export function suggestCodes(codes: CodeList, typed: string, most = 8): readonly Code[] {
  const wanted = fold(typed.normalize('NFC'));
  if (wanted === '') return [];
  const all = [...codes.values()];
  const starting = all.filter(({ code }) => fold(code).startsWith(wanted));
  const holding = all.filter((each) => !starting.includes(each) && fold(each.columns[0] ?? '').includes(wanted));
  return [...starting, ...holding].slice(0, most);
}

/** A code as typed: exactly, else the one that differs in case only. */
export function findCode(codes: CodeList, typed: string): Code | undefined {
  const exact = codes.get(typed);
  if (exact !== undefined) return exact;
  const lower = typed.toLowerCase();
  return [...codes.values()].find(({ code }) => code.toLowerCase() === lower);
}
