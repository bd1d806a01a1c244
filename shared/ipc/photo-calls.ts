import type { Remark } from '../checks/remark';
import type { Crop, Photo, PhotoBlock } from '../interview/types';
import type { ShapedUse } from '../photos/crop';
import type { ReadFailure } from '../readers/reader';
import type { Result } from '../result';
import type { DeskFailure, PieceId } from './desk-calls';
import type { ExportFailure } from './export-calls';

/** Pictures taken in, given out, and captioned. */
export interface PhotoCalls {
  /** Asks for pictures and takes them in; the empty list when cancelled. */
  'photo:choose': (piece: PieceId) => Result<readonly TakenPhoto[], TakeInFailure>;
  /** Takes in one picture that was dropped or pasted. */
  'photo:take': (piece: PieceId, name: string, bytes: Uint8Array) => Result<TakenPhoto, TakeInFailure>;
  /** Looks where the eye goes in pictures of the piece, and gives crops of the web's shapes for each. */
  'photo:suggest-crops': (piece: PieceId, photos: readonly CropAsk[]) => SuggestedCrops;
  /** Asks for pictures and takes all of them in, or says of each why not; progress comes as `photos:progress`; null when cancelled in the dialog. */
  'photos:take-in': (piece: PieceId) => Result<TakenMany | null, DeskFailure>;
  /** Asks where to, and writes files of these pictures that the body shows (keyOfPicture), or with null of all. Progress and null as above. */
  'photos:deliver': (
    piece: PieceId,
    use: PhotoDelivery,
    pictures: readonly string[] | null,
  ) => Result<DeliveredPhotos | null, ExportFailure | DeskFailure | ReadFailure>;
  /** Ends taking in or writing after the file that is being worked on. */
  'photos:stop': () => null;
  /** Opens the folder of the last delivery. */
  'photos:reveal': () => null;
  /** Asks for a code list and keeps a copy of it beside the settings; null when cancelled. */
  'codes:choose': () => Result<CodeListText | null, DeskFailure | ReadFailure>;
  /** The code list that is kept; null when there is none. */
  'codes:read': () => CodeListText | null;
}

export interface TakenPhoto {
  readonly photo: Photo;
  /** Texts found in the file, to start the photo block with. */
  readonly texts: Pick<PhotoBlock, 'caption' | 'credit' | 'alt'>;
  /** What the file says that somebody should look at: guessed letters, contradictions, a machine's work, credentials. */
  readonly remarks?: readonly Remark[];
}

/** `file` as in Photo.file; crops are fractions of the picture after straightening. */
export type CropAsk = Pick<Photo, 'file' | 'straighten'>;

export interface SuggestedCrops {
  readonly crops: readonly { readonly file: string; readonly crops: { readonly [use in ShapedUse]: Crop } }[];
  /** Pictures that could not be looked at, by `Photo.file`. */
  readonly refused: readonly RefusedFile<PhotoFailure | DeskFailure>[];
}

/** photo-no-preview: a RAW or HEIC file without a JPEG inside, or no tool here to take it out. */
export type TakeInFailure = PhotoFailure | DeskFailure | { readonly kind: 'photo-no-preview'; readonly name: string };

/** What became of many files. */
export interface TakenMany {
  /** In the order in which the files were given. */
  readonly taken: readonly TakenPhoto[];
  readonly remarks: readonly { readonly name: string; readonly remark: Remark }[];
  readonly duplicates: readonly DuplicatePhoto[];
  readonly refused: readonly RefusedFile<TakeInFailure>[];
  /** How many were not looked at, because the work was stopped. */
  readonly stopped: number;
}

export interface DuplicatePhoto {
  readonly name: string;
  /** The name of the equal picture: of the same batch, or as it stands in the piece. */
  readonly of: string;
}

export interface RefusedFile<Failure> {
  readonly name: string;
  readonly failure: Failure;
}

export interface PhotosProgress {
  readonly done: number;
  readonly total: number;
  /** Of the file that was just finished. */
  readonly name: string;
}

/**
 * copies: the pictures as they came, with the texts of the piece in them; originals: the texts into the files they came
 * from, each with a backup; print, web: cut and made for that use.
 */
export const PHOTO_DELIVERIES = ['copies', 'originals', 'print', 'web'] as const;
export type PhotoDelivery = (typeof PHOTO_DELIVERIES)[number];

/**
 * photo-write-refused: the writer did not take the file; photo-pixels-changed, photo-texts-changed: what it wrote was not
 * what was asked, and was thrown away; photo-changed: another program wrote the original meanwhile; photo-exists: the
 * copy's name is taken; photo-original-missing: no file of the folder is this picture.
 */
export type PhotoWriteFailure =
  | PhotoFailure
  | DeskFailure
  | {
      readonly kind: 'photo-writer-missing' | 'photo-changed' | 'photo-pixels-changed' | 'photo-original-missing';
      readonly name: string;
    }
  | { readonly kind: 'photo-texts-changed'; readonly name: string; readonly field: string }
  | { readonly kind: 'photo-write-refused'; readonly name: string; readonly detail: string }
  | { readonly kind: 'photo-exists'; readonly path: string };

export interface DeliveredPhotos {
  readonly folder: string;
  /** Relative to the folder. */
  readonly files: readonly string[];
  /** The originals as they were, relative to the folder. */
  readonly backups: readonly string[];
  /** `name` is empty for what is said of all. */
  readonly remarks: readonly { readonly name: string; readonly remark: Remark }[];
  readonly refused: readonly RefusedFile<PhotoWriteFailure>[];
  readonly stopped: number;
}

/** A code list as text, and what its file was called. */
export interface CodeListText {
  readonly name: string;
  readonly text: string;
}

export type PhotoFailure =
  | { readonly kind: 'photo-unreadable'; readonly name: string }
  | { readonly kind: 'photo-unsupported'; readonly name: string }
  | { readonly kind: 'photo-too-large'; readonly name: string; readonly limit: number };
