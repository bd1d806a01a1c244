import { translator } from '../../shared/i18n/translate';
import { stampPdf } from '../review/stamp-pdf';
import type { Making } from './making';

/** The finished PDF with what it says of its approval; as it is when nothing is to be said. */
export async function stamped(pdf: Uint8Array, { stamp }: Pick<Making, 'stamp'>): Promise<Uint8Array> {
  return stamp ? await stampPdf(pdf, stamp) : pdf;
}

/** The words that lie across every page of a proof. */
export function proofMark({ stamp, language }: Pick<Making, 'stamp' | 'language'>): { readonly mark?: string } {
  return stamp?.kind === 'proof' ? { mark: translator(language)('review.proof') } : {};
}
