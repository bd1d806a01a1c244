import { failed, ok, type Result } from '../../shared/result';
import { ROLES, type Role } from '../../shared/review/workflow';
import type { UsageFailure } from './usage-failure';

/** The commands of review and approval; files are paths as the person wrote them. */
export type ReviewCommand =
  | {
      readonly kind: 'diff';
      readonly before: string;
      readonly after: string;
      readonly as: 'text' | 'json' | 'html' | 'pdf';
      /** Where the PDF goes. */
      readonly out?: string;
    }
  | {
      readonly kind: 'merge';
      readonly base: string;
      readonly a: string;
      readonly b: string;
      readonly out: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'approve';
      readonly piece: string;
      readonly name: string;
      readonly role?: Role;
      readonly json: boolean;
    }
  | { readonly kind: 'verify'; readonly file: string; readonly piece?: string; readonly json: boolean }
  | { readonly kind: 'log'; readonly piece: string; readonly json: boolean };

/** The options that each knows. */
export const REVIEW_OPTIONS = {
  diff: ['json', 'html', 'pdf'],
  merge: ['json', 'out'],
  approve: ['json', 'as', 'role'],
  verify: ['json', 'piece'],
  log: ['json'],
} as const;

export function isReviewCommand(name: string): name is ReviewCommand['kind'] {
  return Object.hasOwn(REVIEW_OPTIONS, name);
}

/** What was given, as parseArgs read it. */
export interface GivenOptions {
  readonly json?: boolean | undefined;
  readonly html?: boolean | undefined;
  readonly pdf?: string | undefined;
  readonly out?: string | undefined;
  readonly as?: string | undefined;
  readonly role?: string | undefined;
  readonly piece?: string | undefined;
}

export function reviewCommand(
  kind: ReviewCommand['kind'],
  files: readonly string[],
  options: GivenOptions,
): Result<ReviewCommand, UsageFailure> {
  const json = options.json === true;
  const [first = '', second = '', third = ''] = files;
  const wanted = { diff: 2, merge: 3, approve: 1, verify: 1, log: 1 }[kind];
  if (files.length !== wanted || files.includes(''))
    return failed({ kind: wanted === 1 ? 'one-file' : 'files', value: String(wanted) });
  switch (kind) {
    case 'diff':
      if ([json, options.html === true, options.pdf !== undefined].filter(Boolean).length > 1 || options.pdf === '')
        return failed({ kind: 'diff-as', value: '' });
      if (options.pdf !== undefined) return ok({ kind, before: first, after: second, as: 'pdf', out: options.pdf });
      return ok({ kind, before: first, after: second, as: json ? 'json' : options.html === true ? 'html' : 'text' });
    case 'merge':
      if (!options.out) return failed({ kind: 'out-file', value: '' });
      return ok({ kind, base: first, a: second, b: third, out: options.out, json });
    case 'approve': {
      const name = options.as?.normalize('NFC').trim() ?? '';
      if (name === '' || name.length > 200) return failed({ kind: 'as', value: '' });
      const role = ROLES.find((each) => each === options.role);
      if (options.role !== undefined && role === undefined) return failed({ kind: 'role', value: options.role });
      return ok({ kind, piece: first, name, ...(role ? { role } : {}), json });
    }
    case 'verify':
      return ok({ kind, file: first, ...(options.piece ? { piece: options.piece } : {}), json });
    case 'log':
      return ok({ kind, piece: first, json });
  }
}
