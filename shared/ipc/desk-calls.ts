import type { Remark } from '../checks/remark';
import type { Lease } from '../desk/lease';
import type { Change } from '../interview/change';
import type { Interview } from '../interview/types';
import type { ReadFailure } from '../readers/reader';
import type { Result } from '../result';
import type { Conflict } from '../review/merge/conflict';
import type { ReviewMark } from '../review/piece-review';

/** Pieces on the desk: listing, opening, and the way of every change to the disk. */
export interface DeskCalls {
  'desk:list': () => Result<readonly PieceSummary[], DeskFailure>;
  /** A new piece from a template with the variables filled so far. */
  'desk:create': (start: PieceStart) => Result<PieceId, DeskFailure>;
  /** Asks for a file (.galley, a piece folder's interview.json, .txt) and takes it onto the desk; null when cancelled. */
  'desk:import': () => Result<ImportedPiece | null, DeskFailure | ReadFailure>;
  /** Moves the piece's folder to the system's trash. */
  'desk:remove': (piece: PieceId) => Result<null, DeskFailure>;
  'desk:reveal': (piece: PieceId) => Result<null, DeskFailure>;
  /** Asks where to, and writes the words that can still be read of a damaged piece as plain text; gives the file, null when cancelled. */
  'desk:save-text': (piece: PieceId) => Result<string | null, DeskFailure | ReadFailure>;

  'piece:open': (piece: PieceId) => Result<OpenedPiece, DeskFailure | ReadFailure>;
  /** Appends one change to the journal and answers when it is on the disk. `seq` counts from 1 and repeats on a retry. */
  'piece:append': (piece: PieceId, seq: number, change: Change) => Result<Saved, DeskFailure>;
  /** Asks where to, and writes the piece as the window holds it there: a second place when the desk's disk fails. Null when cancelled. */
  'piece:save-copy': (piece: PieceId, interview: Interview) => Result<SavedCopy | null, DeskFailure>;
  /** The answer to `app:closing` when the disk does not take the last words: the whole piece as the window holds it, and why. */
  'piece:unwritten': (piece: PieceId, interview: Interview, failure: DeskFailure) => null;
  /** Merges what others wrote into the piece; everything typed must have been appended before. Null when there was nothing. */
  'piece:take-in': (piece: PieceId) => Result<TakenIn | null, DeskFailure>;
  /** The piece is open here from now on in the place of whoever had it. */
  'piece:take-over': (piece: PieceId) => Result<null, DeskFailure>;
  /** Of the conflicts that do not stand in the text, these are left. */
  'piece:conflicts': (piece: PieceId, left: readonly Conflict[]) => Result<null, DeskFailure>;
  /** Writes the snapshot and closes the journal; the piece may be opened again. */
  'piece:close': (piece: PieceId) => Result<null, DeskFailure>;
}

/** The name of the piece's folder in the desk. */
export type PieceId = string;

export interface PieceSummary {
  readonly id: PieceId;
  readonly headline: string;
  readonly interviewee: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly pairs: number;
  readonly answered: number;
  readonly photos: number;
  /** Absent while nobody has taken a step. */
  readonly review?: ReviewMark;
  /** Set when the piece cannot be read: it is listed all the same. */
  readonly problem?: ReadFailure | DeskFailure;
  /** Who has it open, other than this desk. */
  readonly openBy?: Lease;
}

/** What a merge with others' work brought into an open piece. */
export interface TakenIn {
  /** From the piece as the desk held it to the merged one. */
  readonly change: Change;
  readonly conflicts: readonly Conflict[];
}

export interface PieceStart {
  readonly template: string;
  readonly variables: { readonly [id: string]: string };
}

export interface ImportedPiece {
  readonly piece: PieceId;
  readonly remarks: readonly Remark[];
}

export interface OpenedPiece {
  readonly piece: PieceId;
  readonly interview: Interview;
  /** The highest seq that the journal holds; the next change is seq + 1. */
  readonly seq: number;
  /** Present when the journal held work that no orderly close had written: what came back, block by block. */
  readonly recovered?: Recovered;
  /** Of earlier merges, what does not show in the text and nobody has looked at yet. */
  readonly conflicts: readonly Conflict[];
  readonly remarks: readonly Remark[];
}

export interface Recovered {
  /** When the last recovered change was typed, milliseconds since 1970. */
  readonly at: number;
  /** The texts that differ from the last snapshot: before and after, plain. */
  readonly texts: readonly { readonly block: string; readonly before: string; readonly after: string }[];
}

export interface Saved {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface SavedCopy {
  readonly file: string;
  /** Pictures that could not be put into it. */
  readonly remarks: readonly Remark[];
}

export type DeskFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'not-a-folder' }
  | { readonly kind: 'disk-error'; readonly detail: string };
