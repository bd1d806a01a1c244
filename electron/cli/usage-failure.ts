import type { PhotoUsageFailure } from './photo-arguments';

/** What is wrong with the call: the key of its sentence (`formats.usage-<kind>`) and what was written. */
export interface UsageFailure {
  readonly kind:
    | 'command'
    | 'option'
    | 'option-value'
    | 'file'
    | 'to'
    | 'format'
    | 'out'
    | 'one-file'
    | 'files'
    | 'out-file'
    | 'as'
    | 'role'
    | 'diff-as'
    | 'wish'
    | 'condition'
    | 'review-docx'
    | 'lang'
    | 'date'
    | 'decide'
    | 'answer'
    | PhotoUsageFailure['kind'];
  readonly value: string;
}
