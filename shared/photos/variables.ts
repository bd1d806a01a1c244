import type { Interview, Person } from '../interview/types';
import { parseIso } from '../text/dates';
import type { PhotoFields } from './fields';
import { placeLine } from './fields';

/** What a caption or a pattern may name in braces. */
export const VARIABLE_NAMES = [
  'date',
  'place',
  'people',
  'name',
  'office',
  'honorific',
  'interviewee',
  'photographer',
  'credit',
  'caption',
  'paper',
] as const;
export type VariableName = (typeof VARIABLE_NAMES)[number];
export type Variables = { readonly [name in VariableName]?: string };

/** The Vietnamese names of the same variables. */
const VIETNAMESE: { readonly [name: string]: VariableName } = {
  ngày: 'date',
  nơi: 'place',
  'nhân vật': 'people',
  tên: 'name',
  'chức vụ': 'office',
  'xưng hô': 'honorific',
  'người trả lời': 'interviewee',
  'người chụp': 'photographer',
  nguồn: 'credit',
  'chú thích': 'caption',
  báo: 'paper',
};

/** One pair of braces round a name; two pairs are a blank of the template, which is none of ours. */
export const VARIABLE = /(?<!\{)\{([\p{L} -]{2,20})\}(?!\})/gu;

/** The variable that a name in braces means, in either language; null when it is none. */
export function isVariable(name: string): VariableName | null {
  const plain = name.normalize('NFC').trim().toLowerCase();
  return VARIABLE_NAMES.find((known) => known === plain) ?? VIETNAMESE[plain] ?? null;
}

/** What the variables are for a photo of a piece: its own date, place and persons first, the piece's where it has none. */
export function variablesOf(
  interview: Pick<Interview, 'people' | 'published' | 'paper'>,
  photo: PhotoFields = {},
): Variables {
  const { people, published, paper } = interview;
  const of = (part: Person['part']) => people.find((person) => person.part === part);
  const interviewee = of('interviewee');
  const shown = photo.persons?.join(', ') ?? interviewee?.name;
  const subject = people.find(({ name }) => name === photo.persons?.[0]) ?? interviewee;
  const photographer = photo.creator ?? of('photographer')?.name;
  const found: { readonly [name in VariableName]: string | undefined } = {
    date: dayOf(photo.taken ?? published),
    place: placeLine(photo),
    people: shown,
    name: subject?.name,
    office: subject && [subject.role, subject.office].filter((part) => part).join(' '),
    honorific: subject?.honorific,
    interviewee: interviewee?.name,
    photographer,
    credit: photo.credit ?? photographer,
    caption: photo.caption,
    paper,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** Day, month and year as Vietnamese captions write them: 20-11-2026. */
function dayOf(iso: string | undefined): string | undefined {
  const time = parseIso(iso?.length === 10 ? `${iso}T00:00` : (iso ?? ''));
  return time ? `${time.day}-${time.month}-${time.year}` : undefined;
}
