import type { Translate } from '../../shared/i18n/translate';
import type { DeskFailure, ExportFailure, PhotoFailure } from '../../shared/ipc/contract';
import type { ReadFailure } from '../../shared/readers/reader';

/** no-interview: a folder that is no piece. */
export type SourceFailure = ReadFailure | DeskFailure | { readonly kind: 'no-interview' };

/** Why a command was refused, and what it was about: a path as the person wrote it. */
export interface CommandFailure {
  readonly about: string;
  readonly failure: SourceFailure | PhotoFailure | ExportFailure;
}

/** One line for people. */
export function sentenceOf({ about, failure }: CommandFailure, translate: Translate): string {
  const { kind, ...values } = failure;
  return `${about}: ${translate.loose(`failures.${kind}`, values)}`.replace(/\s+/g, ' ').trim();
}
