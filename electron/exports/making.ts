import type { Remark } from '../../shared/checks/remark';
import type { Origin } from '../../shared/desk/origin';
import type { Interview, Photo } from '../../shared/interview/types';
import type { ExportFailure } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import type { Language } from '../../shared/i18n/translate';
import type { StyleNames } from '../../shared/writers/hand-off/styles';
import type { ConditionChoice } from '../press/conditions/conditions';
import type { Stamp } from '../../shared/review/manifest';
import type { PageTemplate } from '../../shared/print/page-template';
import type { Pictures, Press } from '../press/press';

/** What every format is made from. Errors of the file system are thrown; exportPiece turns them into failures. */
export interface Making {
  readonly interview: Interview;
  readonly photoPath: (photo: Photo) => string | null;
  /** An absolute path inside the staging folder: what the format writes stands there when it is done. */
  readonly target: string;
  readonly press: () => Press;
  readonly pictures: () => Pictures;
  /** The page to lay out on. */
  readonly template: PageTemplate;
  /** What the press PDF and the press photos are made for. */
  readonly condition: ConditionChoice;
  readonly styleNames: StyleNames;
  /** What the export says of its approval; null says nothing, as before anybody has asked. */
  readonly stamp: Stamp | null;
  /** What a .galley carries beside the piece, by the name of the entry. */
  readonly packed: ReadonlyMap<string, Uint8Array>;
  /** In which the check report of a package is written. */
  readonly language: Language;
  /** For a .galley file: what lets another desk know the piece again. */
  readonly origin?: Origin;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

export type Made = Result<readonly Remark[], ExportFailure>;
