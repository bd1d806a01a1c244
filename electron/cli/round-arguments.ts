import type { Language } from '../../shared/i18n/translate';
import { failed, ok, type Result } from '../../shared/result';
import type { RoundFacts } from '../../shared/review/round/round-log';
import { ROLES, type Role } from '../../shared/review/workflow';
import type { UsageFailure } from './usage-failure';

/** The commands of the interviewee's round; files are paths as the person wrote them. */
export type RoundCommand = (
  | { readonly kind: 'review-out'; readonly out: string; readonly facts: RoundFacts; readonly language?: Language }
  | { readonly kind: 'review-in'; readonly file: string }
  | {
      readonly kind: 'review-decide';
      /** From 1, as the documents number the answers; null is every answer that is still open. */
      readonly answer: number | null;
      readonly decision: 'accept' | 'refuse';
      readonly reason: string;
    }
  | { readonly kind: 'review-receipt'; readonly out: string; readonly language?: Language }
) & {
  readonly piece: string;
  /** Who acts; the name that the log knows best when it is not given. */
  readonly name?: string;
  readonly role?: Role;
  readonly json: boolean;
};

const WHO = ['as', 'role', 'json'] as const;

/** The options that each knows. */
export const ROUND_OPTIONS = {
  'review-out': ['out', 'due', 'lang', 'purpose', 'questions-sent', 'consent', 'embargo', ...WHO],
  'review-in': WHO,
  'review-decide': ['answer', 'accept', 'refuse', 'reason', ...WHO],
  'review-receipt': ['out', 'lang', ...WHO],
} as const;

/** As parseArgs takes them; those that other commands have too are theirs. */
export const ROUND_ARGUMENTS = {
  due: { type: 'string' },
  lang: { type: 'string' },
  purpose: { type: 'string' },
  'questions-sent': { type: 'string' },
  consent: { type: 'string' },
  embargo: { type: 'string' },
  answer: { type: 'string' },
  accept: { type: 'boolean' },
  refuse: { type: 'boolean' },
  reason: { type: 'string' },
} as const;

type Given = { readonly [option: string]: string | boolean | readonly (string | boolean)[] | undefined };

export function isRoundCommand(name: string): name is RoundCommand['kind'] {
  return Object.hasOwn(ROUND_OPTIONS, name);
}

export function roundCommand(
  kind: RoundCommand['kind'],
  files: readonly string[],
  options: Given,
): Result<RoundCommand, UsageFailure> {
  const said = (option: string) => {
    const value = options[option];
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  const wanted = kind === 'review-in' ? 2 : 1;
  const [piece = '', file = ''] = files;
  if (files.length !== wanted || files.includes(''))
    return failed({ kind: wanted === 1 ? 'one-file' : 'files', value: String(wanted) });
  const role = ROLES.find((each) => each === options['role']);
  if (options['role'] !== undefined && !role) return failed({ kind: 'role', value: said('role') });
  const name = said('as').slice(0, 200);
  const who = {
    piece,
    json: options['json'] === true,
    ...(name === '' ? {} : { name }),
    ...(role ? { role } : {}),
  };
  const lang = said('lang');
  if (lang !== '' && lang !== 'vi' && lang !== 'en') return failed({ kind: 'lang', value: lang });
  const language: { readonly language?: Language } = lang === '' ? {} : { language: lang };
  switch (kind) {
    case 'review-out': {
      if (said('out') === '') return failed({ kind: 'out', value: '' });
      for (const date of ['due', 'questions-sent', 'embargo'])
        if (said(date) !== '' && !isDate(said(date))) return failed({ kind: 'date', value: said(date) });
      const facts = {
        due: said('due'),
        purpose: said('purpose'),
        questionsSent: said('questions-sent'),
        consent: said('consent'),
        embargo: said('embargo'),
      };
      return ok({ kind, ...who, out: said('out'), facts, ...language });
    }
    case 'review-in':
      return ok({ kind, ...who, file });
    case 'review-decide': {
      const [accept, refuse] = [options['accept'] === true, options['refuse'] === true];
      if (accept === refuse) return failed({ kind: 'decide', value: '' });
      const answer = said('answer');
      if (answer !== '' && !/^[1-9]\d{0,5}$/.test(answer)) return failed({ kind: 'answer', value: answer });
      const decision = accept ? ('accept' as const) : ('refuse' as const);
      return ok({ kind, ...who, answer: answer === '' ? null : Number(answer), decision, reason: said('reason') });
    }
    case 'review-receipt':
      return said('out') === ''
        ? failed({ kind: 'out', value: '' })
        : ok({ kind, ...who, out: said('out'), ...language });
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
