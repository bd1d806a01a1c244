import { parseArgs } from 'node:util';
import type { FieldChange, WritableField } from '../../shared/photos/fields';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { PhotoUse } from '../photos/export-photos';

export type PhotoCommand =
  | { readonly kind: 'info'; readonly files: readonly string[]; readonly json: boolean }
  | {
      readonly kind: 'caption';
      readonly file: string;
      readonly change: FieldChange;
      /** Null writes in place, with a backup. */
      readonly out: string | null;
      readonly json: boolean;
    }
  | {
      readonly kind: 'codes';
      readonly list: string;
      readonly text: string;
      readonly piece?: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'export';
      readonly piece: string;
      readonly use: PhotoUse;
      readonly out: string;
      readonly photos: readonly string[];
      readonly json: boolean;
    };

/** What is wrong with the call, see UsageFailure. */
export interface PhotoUsageFailure {
  readonly kind:
    | 'photo-command'
    | 'option'
    | 'photo-file'
    | 'photo-field'
    | 'photo-date'
    | 'photo-target'
    | 'photo-codes'
    | 'photo-use'
    | 'out';
  readonly value: string;
}

const FIELDS: { readonly [option: string]: WritableField } = {
  caption: 'caption',
  headline: 'headline',
  creator: 'creator',
  credit: 'credit',
  copyright: 'copyright',
  'usage-terms': 'usageTerms',
  alt: 'alt',
  extended: 'extended',
  date: 'taken',
  place: 'sublocation',
  city: 'city',
  province: 'province',
  country: 'country',
};

const text = { type: 'string' } as const;
const OPTIONS = {
  ...Object.fromEntries(Object.keys(FIELDS).map((option) => [option, text])),
  person: { type: 'string', multiple: true },
  'in-place': { type: 'boolean' },
  json: { type: 'boolean' },
  out: text,
  use: text,
  piece: text,
  photo: { type: 'string', multiple: true },
} as const;

const KNOWN: { readonly [command: string]: readonly string[] } = {
  info: ['json'],
  caption: ['json', 'out', 'in-place', 'person', ...Object.keys(FIELDS)],
  codes: ['json', 'piece'],
  export: ['json', 'use', 'out', 'photo'],
};

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** `galley photo …`: the words behind `photo`. An empty text takes a field away. */
export function parsePhotoCommand(argv: readonly string[]): Result<PhotoCommand, PhotoUsageFailure> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { positionals } = parsed.value;
  const values: { readonly [option: string]: unknown } = parsed.value.values;
  const [name = '', ...files] = positionals;
  const known = KNOWN[name];
  if (known === undefined) return failed({ kind: 'photo-command', value: name });
  const foreign = Object.keys(values).find((option) => !known.includes(option));
  if (foreign !== undefined) return failed({ kind: 'option', value: `--${foreign}` });
  const json = values['json'] === true;
  const [first = '', second, third] = files;
  if (first === '') return failed({ kind: 'photo-file', value: '' });
  const one = (option: string) => {
    const given = values[option];
    return typeof given === 'string' ? given : undefined;
  };
  const many = (option: string) => {
    const given = values[option];
    return Array.isArray(given) ? given.map(String) : undefined;
  };

  if (name === 'info') return ok({ kind: 'info', files, json });
  if (name === 'codes') {
    if (second === undefined || third !== undefined) return failed({ kind: 'photo-codes', value: third ?? '' });
    const piece = one('piece');
    return ok({ kind: 'codes', list: first, text: second, json, ...(piece === undefined ? {} : { piece }) });
  }
  if (second !== undefined) return failed({ kind: 'photo-file', value: second });
  const out = one('out');
  if (name === 'export') {
    const use = one('use');
    if (use !== 'print' && use !== 'web') return failed({ kind: 'photo-use', value: use ?? '' });
    if (!out) return failed({ kind: 'out', value: '' });
    return ok({ kind: 'export', piece: first, use, out, photos: many('photo') ?? [], json });
  }
  const change: { [field in WritableField]?: string | readonly string[] | null } = {};
  for (const [option, field] of Object.entries(FIELDS)) {
    const value = one(option);
    if (value !== undefined) change[field] = value.trim() === '' ? null : value;
  }
  const persons = many('person');
  if (persons !== undefined) change.persons = persons;
  if (Object.keys(change).length === 0) return failed({ kind: 'photo-field', value: '' });
  const date = change.taken;
  if (typeof date === 'string' && !DATE.test(date)) return failed({ kind: 'photo-date', value: date });
  const inPlace = values['in-place'] === true;
  if (inPlace === (out !== undefined)) return failed({ kind: 'photo-target', value: '' });
  return ok({ kind: 'caption', file: first, change: change as FieldChange, out: inPlace ? null : (out ?? null), json });
}

function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true }));
  } catch (error) {
    const value = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
    return failed<PhotoUsageFailure>({ kind: 'option', value });
  }
}
