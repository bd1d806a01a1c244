import type { Remark } from '../checks/remark';
import type { MintId } from '../interview/build';
import type { Interview } from '../interview/types';
import type { Result } from '../result';

/** Why a file cannot be read. Each has one sentence in i18n (`failures.<kind>`). */
export type ReadFailure =
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'too-new'; readonly version: number }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'migration-failed'; readonly version: number }
  /** docx-damaged: which part is no XML that we take; docx-old: the binary format of before 2007, or one with a password. */
  | { readonly kind: 'docx-damaged'; readonly part: string; readonly detail: string }
  | { readonly kind: 'docx-old' };

export interface ReadDocument {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
}

/** Pure: text in, interview out. `mint` gives the ids of new blocks. */
export type TextReader = (source: string, options: { readonly mint: MintId }) => Result<ReadDocument, ReadFailure>;
