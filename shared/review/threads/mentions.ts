import type { Interview } from '../../interview/types';
import { fold } from '../../text/fold';

/** A name after "@" in a comment: `from` is the place of the "@", `to` the one behind the name, in UTF-16 units. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** The mentions of known names in a comment; where two names begin alike, the longest one counts. */
export function mentionsIn(text: string, names: readonly string[]): readonly Mention[] {
  const longestFirst = names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  const found: Mention[] = [];
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const name = longestFirst.find((each) => text.startsWith(each, from + 1) && endsWord(text, from + 1 + each.length));
    if (name !== undefined && beginsWord(text, from)) found.push({ from, to: from + 1 + name.length, name });
  }
  return found;
}

/** Whether a comment speaks to this person; `names` are all known ones, so that "@Lê An Bình" is not "@Lê An". */
export function mentions(text: string, name: string, names: readonly string[] = [name]): boolean {
  return text.includes('@') && mentionsIn(text, [...names, name]).some((one) => one.name === name);
}

/** What is being typed after an "@" at the caret; null where no name is being typed. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || !beginsWord(text, from)) return null;
  const typed = text.slice(from + 1, caret);
  // Names are of a few words on one line; a space right behind "@" is no name.
  const possible = !/^\s|[\n,;:!?()]/u.test(typed) && typed.split(' ').length <= LONGEST_NAME;
  return possible ? { from, typed } : null;
}

/** In words: Công Tằng Tôn Nữ Thị Ngọc Anh has seven. */
const LONGEST_NAME = 8;

/** The names in which some word begins as typed, accents and case passed over; those that begin so themselves come first. */
export function matchNames(names: readonly string[], typed: string): readonly string[] {
  const wanted = fold(typed.normalize('NFC'));
  const places = names.map((name) => ({ name, at: ` ${fold(name)}`.indexOf(` ${wanted}`) }));
  return places
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .map(({ name }) => name);
}

/** Everybody a comment may speak to: those who work here, who wrote in the threads or sign the piece, its people. */
export function namesToMention(interview: Interview, colleagues: readonly string[] = []): readonly string[] {
  const writers = (interview.threads ?? []).flatMap(({ comments }) => comments.map(({ by }) => by));
  const signing = interview.byline.map(({ name }) => name);
  const house = interview.people.filter(({ part }) => part === 'interviewer' || part === 'photographer');
  const all = [...colleagues, ...writers, ...signing, ...house.map(({ name }) => name)];
  return [...new Set(all.map((name) => name.normalize('NFC').trim()).filter((name) => name !== ''))];
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function endsWord(text: string, at: number): boolean {
  return !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 2));
}
