import type { Translate } from '../../shared/i18n/translate';
import type { Interview } from '../../shared/interview/types';
import type { ExportFailure } from '../../shared/ipc/contract';
import { failed, ok, type Result } from '../../shared/result';
import { compareInterviews } from '../../shared/review/compare/compare-interviews';
import { comparisonAsHtml } from '../../shared/review/compare/comparison-as-html';
import { unchangedWords } from '../../shared/review/compare/unchanged-words';
import { comparisonSource } from '../../shared/writers/print/comparison-source';
import type { Press } from '../press/press';

/** One side of a comparison and what it is called. */
export interface ComparedSide {
  readonly interview: Interview;
  readonly title: string;
}

/** A comparison as the bytes of a file: one HTML page, or sheets to print. */
export async function comparisonFile(
  before: ComparedSide,
  after: ComparedSide,
  as: 'html' | 'pdf',
  { press, translate }: { readonly press: () => Press; readonly translate: Translate },
): Promise<Result<Uint8Array, ExportFailure>> {
  const comparison = compareInterviews(before.interview, after.interview);
  const page = {
    before: before.title,
    after: after.title,
    language: after.interview.language,
    unchanged: unchangedWords(after.interview),
  };
  if (as === 'html') return ok(new TextEncoder().encode(comparisonAsHtml(comparison, page, translate)));
  const printed = await press().pdf({ source: comparisonSource(comparison, page, translate), files: {} });
  if (printed.ok) return ok(printed.value.pdf);
  const { kind, detail } = printed.failure;
  return failed(kind === 'cancelled' ? { kind } : { kind: 'press-failed', detail });
}
