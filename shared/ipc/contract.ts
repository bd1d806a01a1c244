import type { Remark } from '../checks/remark';
import type { CommandId } from '../commands/table';
import type { Lease } from '../desk/lease';
import type { PieceNews } from '../desk/news';
import type { Change } from '../interview/change';
import type { Interview, Photo, PhotoBlock } from '../interview/types';
import type { ReadFailure } from '../readers/reader';
import type { PhotoOnPage } from '../proof/photos-on-page';
import type { Proof, ProofAsk, Spot } from '../proof/proof';
import type { ConditionName, OwnCondition } from '../print/press-conditions';
import type { Result } from '../result';
import type {
  ExportWish,
  ForgedFailure,
  KeptVersion,
  NoProfileFailure,
  PieceReview,
  PieceVersions,
  ReviewFailure,
  ReviewMark,
  Side,
  VersionGoneFailure,
} from '../review/piece-review';
import type { Profile } from '../review/profile';
import type { ReviewFileFailure } from '../review/review-file';
import type { StepId } from '../review/workflow';
import type { RoundCalls } from './round-calls';
import type { Conflict } from '../review/merge/conflict';
import type { CaptionPattern } from '../photos/caption-pattern';

/**
 * The whole border between the window and the machine. Every call answers with a value; what may fail by design
 * answers with a Result. Paths never come from the window: main's dialogs choose them.
 */
export interface Calls extends RoundCalls {
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

  /** Asks for pictures and takes them in; the empty list when cancelled. */
  'photo:choose': (piece: PieceId) => Result<readonly TakenPhoto[], TakeInFailure>;
  /** Takes in one picture that was dropped or pasted. */
  'photo:take': (piece: PieceId, name: string, bytes: Uint8Array) => Result<TakenPhoto, TakeInFailure>;
  /** Asks for pictures and takes all of them in, or says of each why not; progress comes as `photos:progress`; null when cancelled in the dialog. */
  'photos:take-in': (piece: PieceId) => Result<TakenMany | null, DeskFailure>;
  /** Asks where to, and writes files of the pictures that the body shows; all of them when no id is named. Progress and null as above. */
  'photos:deliver': (
    piece: PieceId,
    use: PhotoDelivery,
    photos: readonly string[],
  ) => Result<DeliveredPhotos | null, ExportFailure | DeskFailure | ReadFailure>;
  /** Ends taking in or writing after the file that is being worked on. */
  'photos:stop': () => null;
  /** Opens the folder of the last delivery. */
  'photos:reveal': () => null;
  /** Asks for a code list and keeps a copy of it beside the settings; null when cancelled. */
  'codes:choose': () => Result<CodeListText | null, DeskFailure | ReadFailure>;
  /** The code list that is kept; null when there is none. */
  'codes:read': () => CodeListText | null;

  /** Asks where to, then exports; progress comes as `export:progress`; null when cancelled in the dialog. */
  'export:start': (
    piece: PieceId,
    formats: readonly ExportFormat[],
    wish: ExportWish,
  ) => Result<ExportedFiles | null, ExportFailure | DeskFailure | ReviewFileFailure | ForgedFailure>;
  'export:cancel': () => null;
  'export:reveal': () => null;

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

  /** Lays the piece out as it will print and draws the pages asked for; what is shown goes to the page's own window too. */
  'proof:make': (piece: PieceId, ask: ProofAsk) => Result<Proof, ProofFailure>;
  /** Opens the page in a window of its own beside this one, or brings that to the front. */
  'proof:tear-off': () => null;
  /** The page's own window has opened: what is shown now, or null before the first proof. */
  'proof:shown': () => ShownProof | null;
  /** The page's own window turns to these pages. */
  'proof:turn': (pages: readonly number[]) => null;
  /** Puts the caret of the main window there. */
  'proof:go': (spot: Spot) => null;
  /** Tells the page's own window where the caret is. */
  'proof:caret': (spot: Spot) => null;

  'settings:read': () => Settings;
  'settings:write': (change: Partial<Settings>) => Settings;
  /** Asks for the folder that is to be the desk; null when cancelled. */
  'settings:choose-desk': () => Result<Settings | null, DeskFailure>;
  /** Asks for a printer's own profile, and makes it the printing condition; null when cancelled. */
  'settings:choose-condition': () => Result<Settings | null, ConditionFailure>;

  'app:start': () => StartState;
  /** Opens an http, https or mailto address in the system's browser, after main has checked it. */
  'app:open-link': (link: string) => null;
  /** Said every ALIVE_EVERY milliseconds while the window answers. */
  'app:alive': () => null;
  /** What a bug in the window looked like, for the log. */
  'app:log': (message: string) => null;
  /** The plain text on the clipboard. */
  'app:clipboard-text': () => string;
  /** Runs the system's own cut, copy or paste where the caret is, so that the DOM's clipboard events fire. */
  'app:edit': (command: ClipboardCommand) => null;
}

/** How often the window says that it is alive, in milliseconds. */
export const ALIVE_EVERY = 2000;

export type ClipboardCommand = 'cut' | 'copy' | 'paste' | 'paste-plain';

/** What main tells the window without being asked. */
export interface Signals {
  'menu:command': (command: CommandId) => void;
  'export:progress': (progress: ExportProgress) => void;
  'photos:progress': (progress: PhotosProgress) => void;
  /** Files opened from outside (second start, double click) have been taken onto the desk. */
  'desk:opened': (piece: PieceId) => void;
  'settings:changed': (settings: Settings) => void;
  /** What others do with the piece that is open. */
  'piece:news': (piece: PieceId, news: PieceNews) => void;
  /** To the page's own window: another proof, or null when the piece was closed. */
  'proof:changed': (shown: ShownProof | null) => void;
  /** To the main window: the page's own window has opened, turned to these pages, or closed (null). */
  'proof:viewed': (pages: readonly number[] | null) => void;
  'proof:go': (spot: Spot) => void;
  'proof:caret': (spot: Spot) => void;
  /** The window is about to close: flush, then call piece:close, or piece:unwritten when the disk refuses. */
  'app:closing': () => void;
}

/** What the page's own window shows. */
export interface ShownProof {
  readonly piece: PieceId;
  readonly headline: string;
  readonly photos: readonly PhotoOnPage[];
  readonly proof: Proof;
}

/** The press has stopped or does not take the piece; what was shown before still stands. */
export type ProofFailure = { readonly kind: 'proof-failed'; readonly detail: string };

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

export interface TakenPhoto {
  readonly photo: Photo;
  /** Texts found in the file, to start the photo block with. */
  readonly texts: Pick<PhotoBlock, 'caption' | 'credit' | 'alt'>;
  /** What the file says that somebody should look at: guessed letters, contradictions, a machine's work, credentials. */
  readonly remarks?: readonly Remark[];
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

export type DeskFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'not-a-folder' }
  | { readonly kind: 'disk-error'; readonly detail: string };

export type PhotoFailure =
  | { readonly kind: 'photo-unreadable'; readonly name: string }
  | { readonly kind: 'photo-unsupported'; readonly name: string }
  | { readonly kind: 'photo-too-large'; readonly name: string; readonly limit: number };

export type ExportFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'target-exists'; readonly path: string }
  | { readonly kind: 'press-failed'; readonly detail: string }
  | ConditionFailure;

/** The file of a printing condition is not there, or no profile of a CMYK press. */
export interface ConditionFailure {
  readonly kind: 'profile-missing' | 'profile-unfit';
  readonly name: string;
}

export type Theme = 'system' | 'light' | 'dark';
export type InterfaceLanguage = 'system' | 'vi' | 'en';

export interface Settings {
  readonly language: InterfaceLanguage;
  readonly theme: Theme;
  /** The desk folder; chosen by main, shown by the window. */
  readonly desk: string;
  readonly paper: string;
  /** Who works at this machine, in the order they were added. */
  readonly profiles: readonly Profile[];
  /** The id of the one at work. */
  readonly profile?: string;
  readonly lastPiece?: PieceId;
  /** The galley column in the width of the printed column instead of a reading measure. */
  readonly columnWidth: boolean;
  /** What press files are made for: one of ours, or the printer's own profile once there is one. */
  readonly condition: ConditionName | 'own';
  /** Chosen by main, shown by the window. */
  readonly ownCondition?: OwnCondition;
  /** The id of the pattern in which the paper words its captions. */
  readonly captionPattern: string;
  /** The paper's own patterns, in the order they were made. */
  readonly ownPatterns: readonly CaptionPattern[];
}

export interface StartState {
  readonly settings: Settings;
  /** vi or en: what "system" comes to on this machine. */
  readonly systemLanguage: 'vi' | 'en';
  /** The piece to show first; null shows the desk. */
  readonly piece: PieceId | null;
  /** Sentences to show quietly at the start: a settings file set aside, and the like. */
  readonly remarks: readonly Remark[];
}
