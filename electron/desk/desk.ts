import type { Origin } from '../../shared/desk/origin';
import type { PieceNews } from '../../shared/desk/news';
import type { Conflict } from '../../shared/review/merge/conflict';
import type { DeskFailure, OpenedPiece, PieceId, PieceSummary, Saved, TakenIn } from '../../shared/ipc/contract';
import type { Change } from '../../shared/interview/change';
import type { Interview } from '../../shared/interview/types';
import type { ReadFailure } from '../../shared/readers/reader';
import type { Result } from '../../shared/result';

/**
 * Where pieces live. A folder of plain files is the first implementation (folder-desk.ts); a newsroom server may be the second.
 * Nothing above this interface knows which. All failures come back as values and leave what was on the disk as it was.
 */
export interface Desk {
  list(): Promise<Result<readonly PieceSummary[], DeskFailure>>;
  /** A new piece with this first snapshot and these photo files, named after its headline; `origin` when it came from another desk. */
  create(interview: Interview, photos?: readonly PhotoFile[], origin?: Origin): Promise<Result<PieceId, DeskFailure>>;
  /** Reads the snapshot and replays the journal over it. Opening an open piece gives its state as it stands. */
  open(piece: PieceId): Promise<Result<OpenedPiece, DeskFailure | ReadFailure>>;
  /** Appends to the journal and fsyncs. A seq that is already there is answered without writing it twice. */
  append(piece: PieceId, seq: number, change: Change): Promise<Result<Saved, DeskFailure>>;
  /** Writes what the journal holds as the new snapshot, atomically, and starts a fresh journal. */
  snapshot(piece: PieceId): Promise<Result<null, DeskFailure>>;
  /** Snapshot, then forget the piece. */
  close(piece: PieceId): Promise<Result<null, DeskFailure>>;
  /**
   * Lets others know that the piece is open here, and tells what they do with it, until it is closed. From now on what they
   * write waits for `takeIn`; without a watch it is merged whenever a snapshot is due.
   */
  watch(piece: PieceId, hear: (news: PieceNews) => void): void;
  /** Says that the piece is open here in the place of whoever had it. Nobody is kept from writing. */
  takeOver(piece: PieceId): Promise<Result<null, DeskFailure>>;
  /** Merges what others wrote into the piece as it stands here; null when there was nothing. Durable when it returns. */
  takeIn(piece: PieceId): Promise<Result<TakenIn | null, DeskFailure>>;
  /** Notes that this version of the piece is given to another desk, keeps it, and says what goes along with it. */
  handOver(piece: PieceId, interview: Interview): Promise<Result<Origin, DeskFailure>>;
  /** The piece of this origin on the desk, or null. */
  findOrigin(origin: Origin): Promise<Result<PieceId | null, DeskFailure>>;
  /** Lays a version from another desk beside its piece; whoever has the piece open takes it in. */
  layBeside(
    piece: PieceId,
    version: { readonly interview: Interview; readonly origin: Origin },
    photos: readonly PhotoFile[],
  ): Promise<Result<null, DeskFailure>>;
  /** Of the conflicts that do not stand in the text, only these are still to be looked at. */
  keepConflicts(piece: PieceId, left: readonly Conflict[]): Promise<Result<null, DeskFailure>>;
  /** The piece as it stands, open or not, without opening it. */
  read(piece: PieceId): Promise<Result<Interview, DeskFailure | ReadFailure>>;
  /** Stores a picture once under its hash; writing the same bytes again changes nothing. `file` is `<sha256>.<ext>`. */
  addPhoto(piece: PieceId, file: string, bytes: Uint8Array): Promise<Result<null, DeskFailure>>;
  /** The absolute path of a picture, or null when it is not there. `file` is checked to be a hash name. */
  photoPath(piece: PieceId, file: string): Promise<string | null>;
  /** The absolute path of the piece's folder. */
  folderOf(piece: PieceId): string;
}

export interface PhotoFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}
