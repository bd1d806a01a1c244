import type { Translate } from '../../shared/i18n/translate';
import { wordedValues } from '../../shared/i18n/worded-values';
import type { DeskFailure, ExportFailure, PhotoFailure, PhotoWriteFailure } from '../../shared/ipc/contract';
import type { StyleNamesFailure } from '../../shared/writers/hand-off/styles';
import type { TemplateFailure } from '../../shared/print/templates/template-file';
import type { ReadFailure } from '../../shared/readers/reader';
import type { ReviewFailure } from '../../shared/review/piece-review';
import type { TakeBackFailure } from '../../shared/review/returned/take-back';
import type { RoundFailure } from '../../shared/review/round/take-round';
import type { VerifyFailure } from '../review/verify';

/** no-interview: a folder that is no piece. */
export type SourceFailure = ReadFailure | DeskFailure | { readonly kind: 'no-interview' };

/** template-unknown: `--page` names none of ours. */
export type PageFailure = TemplateFailure | { readonly kind: 'template-unknown'; readonly known: string };

/** not-a-piece: a file that is not in the folder of one; file-exists: the name for the result is taken. */
export type FileFailure = { readonly kind: 'not-a-piece' } | { readonly kind: 'file-exists' };

/** Why a command was refused, and what it was about: a path as the person wrote it. */
export interface CommandFailure {
  readonly about: string;
  readonly failure:
    | SourceFailure
    | FileFailure
    | PhotoFailure
    | PhotoWriteFailure
    | ExportFailure
    | StyleNamesFailure
    | PageFailure
    | ReviewFailure
    | VerifyFailure
    | TakeBackFailure
    | RoundFailure;
}

/** One line for people. */
export function sentenceOf({ about, failure }: CommandFailure, translate: Translate): string {
  const { kind, ...values } = failure;
  return `${about}: ${translate.loose(`failures.${kind}`, wordedValues(values, translate))}`
    .replace(/\s+/g, ' ')
    .trim();
}
