import type { Interview } from '../interview/types';
import type { ReadFailure } from '../readers/reader';
import type { Result } from '../result';
import type {
  ForgedFailure,
  KeptVersion,
  NoProfileFailure,
  PieceReview,
  PieceVersions,
  ReviewFailure,
  Side,
  VersionGoneFailure,
} from '../review/piece-review';
import type { ReviewFileFailure } from '../review/review-file';
import type { StepId } from '../review/workflow';
import type { DeskFailure, PieceId } from './desk-calls';
import type { ExportFailure } from './export-calls';

/** Who did what with the piece, and its versions. */
export interface ReviewCalls {
  /** The review as it stands on the disk. What cannot be trusted or read is told; the text stays open to everybody. */
  'review:read': (piece: PieceId) => Result<PieceReview, ReviewFileFailure | DeskFailure>;
  /** Takes a step in the name of the profile at work, over the words that are on the disk. */
  'review:step': (
    piece: PieceId,
    step: StepId,
    reason: string,
  ) => Result<PieceReview, ReviewFailure | NoProfileFailure | ReadFailure | DeskFailure>;
  'review:versions': (piece: PieceId) => Result<PieceVersions, DeskFailure>;
  /** Keeps the piece as it stands under a note, which may be empty. */
  'review:keep': (
    piece: PieceId,
    note: string,
  ) => Result<KeptVersion, ReviewFileFailure | ForgedFailure | NoProfileFailure | ReadFailure | DeskFailure>;
  'review:version': (piece: PieceId, version: string) => Result<Interview, VersionGoneFailure | DeskFailure>;
  /** Before the window puts an old version back: keeps the words of now, and logs which version comes back. */
  'review:before-restore': (piece: PieceId, version: string) => Result<KeptVersion, ReadFailure | DeskFailure>;
  /** The profile at work has read the piece as it stands. */
  'review:mark-read': (piece: PieceId) => Result<PieceVersions, NoProfileFailure | ReadFailure | DeskFailure>;
  /** Asks where to, and writes the log there, readable and as data; gives the file, null when cancelled. */
  'review:save-log': (piece: PieceId) => Result<string | null, ReviewFileFailure | DeskFailure>;
  /** Asks where to, and writes what changed between two sides there; gives the file, null when cancelled. */
  'review:save-comparison': (
    piece: PieceId,
    before: Side,
    after: Side,
    as: 'html' | 'pdf',
  ) => Result<string | null, VersionGoneFailure | ExportFailure | ReadFailure | DeskFailure>;
}
