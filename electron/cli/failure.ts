import type { Translate } from '../../shared/i18n/translate';
import type { DeskFailure, ExportFailure, PhotoFailure } from '../../shared/ipc/contract';
import type { StyleNamesFailure } from '../../shared/writers/hand-off/styles';
import type { TemplateFailure } from '../../shared/print/templates/template-file';
import type { PhotoWriteFailure } from '../photos/write-fields';
import type { ReadFailure } from '../../shared/readers/reader';

/** no-interview: a folder that is no piece. */
export type SourceFailure = ReadFailure | DeskFailure | { readonly kind: 'no-interview' };

/** template-unknown: `--page` names none of ours. */
export type PageFailure = TemplateFailure | { readonly kind: 'template-unknown'; readonly known: string };

/** Why a command was refused, and what it was about: a path as the person wrote it. */
export interface CommandFailure {
  readonly about: string;
  readonly failure: SourceFailure | PhotoFailure | PhotoWriteFailure | ExportFailure | StyleNamesFailure | PageFailure;
}

/** One line for people. */
export function sentenceOf({ about, failure }: CommandFailure, translate: Translate): string {
  const { kind, ...values } = failure;
  return `${about}: ${translate.loose(`failures.${kind}`, values)}`.replace(/\s+/g, ' ').trim();
}
