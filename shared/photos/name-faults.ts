import type { Person } from '../interview/types';
import { fold } from '../text/fold';
import { capitalRuns, wordsOf } from './w-words';

/** A name or an office that is nearly, but not quite, what the piece has. */
export interface NameFault {
  readonly rule: 'name-differs' | 'office-differs';
  readonly found: string;
  readonly right: string;
}

/** Shortest folded name, in letters, in which one wrong letter is a slip rather than another name. */
const SLIP_FROM = 7;

/**
 * Names in the caption that differ from the people list, or from the names in the text, by accents or one letter; and
 * the office beside a person's name when it shares most words with the person's own but is not it.
 */
export function nameFaults(caption: string, people: readonly Person[], text: string): readonly NameFault[] {
  const plain = caption.normalize('NFC');
  const listed = people.map(({ name }) => name.normalize('NFC')).filter((name) => wordsOf(name).length > 1);
  const inText = capitalRuns(text).filter((name) => wordsOf(name).length > 1);
  const faults: NameFault[] = [];
  for (const right of new Set([...listed, ...inText])) {
    if (` ${wordsOf(plain).join(' ')} `.includes(` ${wordsOf(right).join(' ')} `)) continue;
    for (const found of windows(plain, wordsOf(right).length)) {
      // A run of small words is no name; another name of the piece is no slip of this one.
      if (found === right || !isName(found) || listed.includes(found) || inText.includes(found)) continue;
      if (isSlip(found, right) && !faults.some((fault) => fault.found === found)) {
        faults.push({ rule: 'name-differs', found, right });
      }
    }
  }
  return [...faults, ...officeFaults(plain, people)];
}

function officeFaults(caption: string, people: readonly Person[]): readonly NameFault[] {
  return people.flatMap((person): readonly NameFault[] => {
    const right = [person.role, person.office]
      .filter((part) => part)
      .join(' ')
      .normalize('NFC');
    const name = person.name.normalize('NFC');
    const words = wordsOf(right);
    if (words.length < 2 || !caption.includes(name)) return [];
    const wanted = wordsOf(right.toLowerCase()).join(' ');
    if (wordsOf(caption.toLowerCase()).join(' ').includes(wanted)) return [];
    const [before = '', after = ''] = caption.split(name);
    // A wrong office may be longer than the right one.
    const reach = words.length + 3;
    const nearest = [lastWords(before, reach), firstWords(after, reach)];
    const found = nearest.find((beside) => sharedShare(beside, right) >= 0.6);
    return found === undefined ? [] : [{ rule: 'office-differs', found, right }];
  });
}

/** The words from the end of the clause before a name, or from its start behind one; commas belong to offices in Vietnamese. */
function lastWords(text: string, count: number): string {
  const clause = text.split(/[.;:()]/).at(-1) ?? '';
  return [...(clause.match(/[\p{L}\p{M}\p{N}-]+,?/gu) ?? [])].slice(-count).join(' ').replace(/,$/, '');
}

function firstWords(text: string, count: number): string {
  const clause = text.replace(/^[\s,–-]+/, '').split(/[.;:()]/)[0] ?? '';
  return [...(clause.match(/[\p{L}\p{M}\p{N}-]+,?/gu) ?? [])].slice(0, count).join(' ').replace(/,$/, '');
}

function sharedShare(found: string, right: string): number {
  const have = new Set(wordsOf(found.toLowerCase()));
  const want = wordsOf(right.toLowerCase());
  return want.filter((word) => have.has(word)).length / want.length;
}

function* windows(text: string, length: number): Iterable<string> {
  for (const clause of text.split(/[.,;:()“”"!?\n]/)) {
    const words = clause.split(/\s+/).filter((word) => word !== '');
    for (let at = 0; at + length <= words.length; at++) yield words.slice(at, at + length).join(' ');
  }
}

function isName(words: string): boolean {
  return words.split(' ').every((word) => /^\p{Lu}/u.test(word));
}

function isSlip(found: string, right: string): boolean {
  const [a, b] = [fold(found.normalize('NFC')), fold(right)];
  if (a === b) return true;
  return b.length >= SLIP_FROM && oneLetterApart(a, b);
}

function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
