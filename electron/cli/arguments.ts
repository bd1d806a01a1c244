import { parseArgs } from 'node:util';
import { EXPORT_FORMATS } from '../../shared/ipc/contract';
import type { ExportFormat } from '../../shared/ipc/contract';
import type { ExportWish } from '../../shared/review/piece-review';
import { CONDITION_NAMES } from '../../shared/print/press-conditions';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { ConditionChoice } from '../press/conditions/conditions';
import { parsePhotoCommand } from './photo-arguments';
import type { PhotoCommand } from './photo-arguments';
import type { UsageFailure } from './usage-failure';
import { isRoundCommand, ROUND_ARGUMENTS, ROUND_OPTIONS, roundCommand, type RoundCommand } from './round-arguments';
import { isReviewCommand, REVIEW_OPTIONS, reviewCommand, type ReviewCommand } from './review-arguments';

/** FILE, or the interview that comes with the program. */
export type SourceArgument = { readonly kind: 'file'; readonly file: string } | { readonly kind: 'sample' };

export type Command =
  | ReviewCommand
  | RoundCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'photo'; readonly photo: PhotoCommand }
  | { readonly kind: 'formats'; readonly json: boolean }
  | {
      readonly kind: 'import';
      readonly source: SourceArgument;
      readonly photos: readonly string[];
      readonly json: boolean;
      /** Only the words that can still be read, as plain text: for a file that is damaged. */
      readonly text: boolean;
      readonly desk?: string;
      /** The piece that the file was made from: what changed in it is proposed there. */
      readonly into?: string;
      /** Whose the changes are that the file does not track. */
      readonly name?: string;
    }
  | { readonly kind: 'check'; readonly source: SourceArgument; readonly json: boolean }
  | {
      readonly kind: 'fit';
      readonly source: SourceArgument;
      readonly photos: readonly string[];
      /** A template by its id, or the path of a file as the person wrote it. */
      readonly page?: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'export';
      readonly source: SourceArgument;
      readonly photos: readonly string[];
      readonly formats: readonly ExportFormat[];
      readonly out: string;
      /** The path of a profile is as the person wrote it. */
      readonly condition?: ConditionChoice;
      /** A template by its id, or the path of a file as the person wrote it. */
      readonly page?: string;
      /** The file with the style names of the paper. */
      readonly styles?: string;
      /** now: a proof unless it is sealed; on purpose: without a mark, or the sealed version whatever was typed since. */
      readonly wish: ExportWish;
      readonly json: boolean;
    };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  sample: { type: 'boolean' },
  photo: { type: 'string', multiple: true },
  desk: { type: 'string' },
  into: { type: 'string' },
  review: { type: 'boolean' },
  to: { type: 'string', multiple: true },
  out: { type: 'string' },
  condition: { type: 'string' },
  page: { type: 'string' },
  styles: { type: 'string' },
  unapproved: { type: 'boolean' },
  sealed: { type: 'boolean' },
  html: { type: 'boolean' },
  pdf: { type: 'string' },
  as: { type: 'string' },
  role: { type: 'string' },
  piece: { type: 'string' },
  ...ROUND_ARGUMENTS,
} as const;

/** By how they are written: options that take a value. */
const OPTIONS_WITH_VALUE = Object.fromEntries(
  Object.entries(OPTIONS).flatMap(([name, { type }]) => (type === 'string' ? [[`--${name}`, true]] : [])),
);

/** Which options each command knows; any other is refused, so that a slip does not pass unseen. */
const KNOWN: { readonly [command: string]: readonly string[] } = {
  formats: ['json'],
  import: ['json', 'text', 'photo', 'desk', 'into', 'as', 'sample'],
  check: ['json', 'sample'],
  fit: ['json', 'photo', 'page', 'sample'],
  export: ['json', 'review', 'photo', 'to', 'out', 'condition', 'page', 'styles', 'sample', 'unapproved', 'sealed'],
  ...REVIEW_OPTIONS,
  ...ROUND_OPTIONS,
};

export function parseCommand(argv: readonly string[]): Result<Command, UsageFailure> {
  const [room, ...rest] = argv;
  if (room === 'photo' && !rest.includes('--help') && !rest.includes('-h')) {
    const photo = parsePhotoCommand(rest);
    return photo.ok ? ok({ kind: 'photo', photo: photo.value }) : photo;
  }
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name = '', file, extra] = positionals;
  if (values.help === true || name === 'help' || (name === '' && argv.length === 0)) return ok({ kind: 'help' });

  const known = KNOWN[name];
  if (known === undefined) return failed({ kind: 'command', value: name });
  const foreign = Object.keys(values).find((option) => !known.includes(option));
  if (foreign !== undefined) return failed({ kind: 'option', value: `--${foreign}` });
  const json = values.json === true;
  if (name === 'formats')
    return file === undefined ? ok({ kind: 'formats', json }) : failed({ kind: 'file', value: file });

  if (isRoundCommand(name)) return roundCommand(name, positionals.slice(1), values);
  if (isReviewCommand(name)) return reviewCommand(name, positionals.slice(1), values);

  const source = sourceOf(values.sample === true, file, extra);
  if (!source.ok) return source;
  const photos = values.photo ?? [];
  if (name === 'check') return ok({ kind: 'check', source: source.value, json });
  if (name === 'import') {
    return ok({
      kind: 'import',
      source: source.value,
      photos,
      json,
      text: values.text === true,
      ...(values.desk === undefined ? {} : { desk: values.desk }),
      ...(values.into === undefined ? {} : { into: values.into }),
      ...(values.as === undefined ? {} : { name: values.as.normalize('NFC').trim().slice(0, 200) }),
    });
  }
  const page = values.page === undefined ? {} : { page: values.page };
  if (name === 'fit') return ok({ kind: 'fit', source: source.value, photos, json, ...page });
  const formats = formatsOf(values.to ?? [], values.review === true);
  if (!formats.ok) return formats;
  if (!values.out) return failed({ kind: 'out', value: '' });
  if (values.unapproved === true && values.sealed === true) return failed({ kind: 'wish', value: '' });
  const condition = conditionOf(values.condition);
  if (!condition.ok) return condition;
  return ok({
    kind: 'export',
    source: source.value,
    photos,
    formats: formats.value,
    out: values.out,
    wish: values.unapproved === true ? 'unapproved' : values.sealed === true ? 'sealed' : 'now',
    ...page,
    ...(condition.value === null ? {} : { condition: condition.value }),
    ...(values.styles === undefined ? {} : { styles: values.styles }),
    json,
  });
}

function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true }));
  } catch (error) {
    // parseArgs tells the option only inside its English sentence: '-h, --help', '--as <value>'.
    const value = error instanceof Error ? (/'(?:-\w, )?(-[^\s']+)/.exec(error.message)?.[1] ?? '') : '';
    const isWithout = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    // An option that takes no value and was given one has the same code.
    const takesOne = value in OPTIONS_WITH_VALUE;
    return failed<UsageFailure>({ kind: isWithout && takesOne ? 'option-value' : 'option', value });
  }
}

function sourceOf(sample: boolean, file = '', extra?: string): Result<SourceArgument, UsageFailure> {
  if (extra !== undefined) return failed({ kind: 'file', value: extra });
  if (sample) return file === '' ? ok({ kind: 'sample' }) : failed({ kind: 'file', value: file });
  return file === '' ? failed({ kind: 'file', value: '' }) : ok({ kind: 'file', file });
}

function formatsOf(given: readonly string[], review: boolean): Result<readonly ExportFormat[], UsageFailure> {
  const names = given.flatMap((list) => list.split(',')).map((name) => name.trim().toLowerCase());
  const formats: ExportFormat[] = [];
  for (const name of names) {
    const format = EXPORT_FORMATS.find((known) => known === name);
    if (format === undefined) return failed({ kind: 'format', value: name });
    // `--review` belongs to the manuscript: with it, it carries changes and comments.
    const wanted = review && format === 'docx' ? 'docx-review' : format;
    if (!formats.includes(wanted)) formats.push(wanted);
  }
  if (review && !formats.includes('docx-review')) return failed({ kind: 'review-docx', value: 'docx' });
  return formats.length > 0 ? ok(formats) : failed({ kind: 'to', value: '' });
}

/** One of our names, or anything that looks like a file. */
function conditionOf(given: string | undefined): Result<ConditionChoice | null, UsageFailure> {
  if (given === undefined) return ok(null);
  const name = CONDITION_NAMES.find((known) => known === given.trim().toLowerCase());
  if (name !== undefined) return ok({ kind: 'named', name });
  return /\.icc$|\.icm$/i.test(given)
    ? ok({ kind: 'profile', path: given })
    : failed({ kind: 'condition', value: given });
}
