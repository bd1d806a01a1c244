import type { Remark } from '../checks/remark';
import type { Language } from '../i18n/translate';
import type { Change } from '../interview/change';
import type { ReadFailure } from '../readers/reader';
import type { Result } from '../result';
import type { ForgedFailure, NoProfileFailure } from '../review/piece-review';
import type { ReviewFileFailure } from '../review/review-file';
import type { RoundFacts } from '../review/round/round-log';
import type { AnswerOutcome } from '../review/round/round-outcome';
import type { RoundFailure } from '../review/round/take-round';
import type { TakeBackFailure } from '../review/returned/take-back';
import type { DeskFailure, PieceId } from './desk-calls';
import type { ExportFailure } from './export-calls';

type RoundCallFailure = RoundFailure | ReviewFileFailure | ForgedFailure | NoProfileFailure | ReadFailure | DeskFailure;

/** The calls about documents that come back, and about the interviewee's round. Changes are for the window to take in. */
export interface RoundCalls {
  /** Asks for a .docx that was made from the piece; null when cancelled. */
  'docx:take-back': (
    piece: PieceId,
  ) => Result<TakenDocument | null, TakeBackFailure | NoProfileFailure | ReadFailure | DeskFailure>;
  /** The latest round and how its answers stand; null before the first. */
  'round:read': (piece: PieceId) => Result<RoundView | null, RoundCallFailure>;
  /** Asks for a folder and writes the documents of a new round there; null when cancelled. */
  'round:send': (
    piece: PieceId,
    facts: RoundFacts,
    language: Language,
  ) => Result<RoundFiles | null, RoundCallFailure | ExportFailure>;
  /** Asks for the document of the latest round and takes it back; null when cancelled. */
  'round:take': (piece: PieceId) => Result<TakenDocument | null, RoundCallFailure>;
  /** Decides everything that the interviewee asks for in the answer to a question. */
  'round:decide': (
    piece: PieceId,
    question: string,
    decision: 'accept' | 'refuse',
    reason: string,
  ) => Result<{ readonly change: Change }, RoundCallFailure>;
  /** Asks for a folder and writes what became of the changes there; null when cancelled. */
  'round:receipt': (piece: PieceId, language: Language) => Result<RoundFiles | null, RoundCallFailure | ExportFailure>;
}

/** What a document brought: the change that puts its proposals and comments into the piece. */
export interface TakenDocument {
  readonly change: Change;
  readonly changes: number;
  readonly comments: number;
  readonly remarks: readonly Remark[];
}

export interface RoundView extends RoundFacts {
  readonly number: number;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly sent: string;
  readonly returned: string | null;
  /** Null before it came back. */
  readonly answers: readonly AnswerOutcome[] | null;
}

export interface RoundFiles {
  readonly number: number;
  readonly folder: string;
  readonly files: readonly string[];
}
