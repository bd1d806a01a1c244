import type { Comparison } from '../../shared/review/compare/comparison';
import type { Forgery } from '../../shared/review/judge';
import type { Seal } from '../../shared/review/seal';

/** A file of an export or of a piece that is not as it was approved. */
export interface FileFault {
  readonly file: string;
  readonly how: 'changed' | 'missing';
}

/** What `verify` says of one thing. Only `intact` is good. */
export type Verdict =
  | { readonly kind: 'intact'; readonly seal: Seal; readonly extra: readonly string[] }
  | {
      readonly kind: 'edited';
      readonly seal: Seal | null;
      readonly files: readonly FileFault[];
      /** The words that differ from the sealed version, when that is there to compare with. */
      readonly comparison: Comparison | null;
    }
  | { readonly kind: 'unsealed'; readonly proof: boolean }
  | { readonly kind: 'forged'; readonly why: Forgery | { readonly what: 'stamp' | 'not-of-piece' } };

/** One thing that was looked at: a piece, a page, a PDF, a Word document; `name` is its path as the person would write it. */
export interface Verified {
  readonly name: string;
  readonly what: 'piece' | 'archive' | 'folder' | 'pdf' | 'docx';
  readonly verdict: Verdict;
}
