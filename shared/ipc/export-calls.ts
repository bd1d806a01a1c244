import type { Remark } from '../checks/remark';
import type { Result } from '../result';
import type { ExportWish, ForgedFailure } from '../review/piece-review';
import type { ReviewFileFailure } from '../review/review-file';
import type { DeskFailure, PieceId } from './desk-calls';
import type { ConditionFailure } from './settings-calls';

/** Files that go out. */
export interface ExportCalls {
  /** Asks where to, then exports; progress comes as `export:progress`; null when cancelled in the dialog. */
  'export:start': (
    piece: PieceId,
    formats: readonly ExportFormat[],
    wish: ExportWish,
  ) => Result<ExportedFiles | null, ExportFailure | DeskFailure | ReviewFileFailure | ForgedFailure>;
  'export:cancel': () => null;
  'export:reveal': () => null;
}

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What can be written, in the order of the list that people see. */
export const EXPORT_FORMATS = [
  'web',
  'pdf',
  'press-pdf',
  'page-svg',
  'idml',
  'icml',
  'tagged',
  'plain',
  'docx',
  'docx-review',
  'package',
  'galley',
] as const;

export interface ExportProgress {
  readonly format: ExportFormat;
  /** From 0 to 1. */
  readonly done: number;
}

export interface ExportedFiles {
  readonly folder: string;
  /** Relative to the folder. */
  readonly files: readonly string[];
  readonly remarks: readonly Remark[];
}

export type ExportFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'target-exists'; readonly path: string }
  | { readonly kind: 'press-failed'; readonly detail: string }
  | ConditionFailure;
